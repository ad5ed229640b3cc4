/**
 * The search engine: from a query to an answer (`../types.d.ts`). Classic scripts, so that it runs from a folder too.
 *
 * A query is looked up in both languages' indexes. A word that neither knows is tried in the other keyboard layout, then
 * for typing errors. Files that cannot be read are named in the answer, and the rest is searched.
 *
 * Non-goals: phrases in quotes, operators, and words inside words.
 */
/** @type {TirekSearch.Global} */
// biome-ignore lint/correctness/noUnusedVariables: what the page calls
var tirekSearch = (() => {
  'use strict';

  const parts = tirekSearchParts;

  /** Score of a hit in the language that is not the page's, against one that is. */
  const OTHER = 0.4;
  /** Share of a query's weight from which a document holds all of it: function words may be missing. */
  const WHOLE = 0.7;
  /** With fewer whole matches than this, documents with some of the words follow. */
  const ENOUGH = 10;
  /** What such a document must hold of what the best one holds; less where hardly any does. */
  const SOME = 0.4;
  const LITTLE = 0.2;
  const FEW = 5;
  /** Letters of a word that another language's may be mistaken for. */
  const LONG_WORD = 5;
  /** How much more a hit counts whose words stand side by side, as they do in the query. */
  const NEIGHBOURS = 0.2;
  /** Letters of a stem; with fewer it is near others by chance. */
  const CHANCE = 4;
  const KAZAKH = /[әғқңөұүһі]/i;
  /**
   * @param {string} query
   * @returns {TirekSearchUnit[]}
   */
  function unitsOf(query) {
    /** @type {TirekSearchUnit[]} */
    const units = [];
    for (const words of parts.tokens(query))
      words.forEach((word, i) => {
        units.push({
          word,
          extra: i && i === words.length - 1 && word === words.slice(0, -1).join('') ? i : 0,
          matches: [],
          sure: [],
          instead: [],
          meant: '',
          coming: '',
        });
      });
    return units.slice(0, 24);
  }

  /**
   * @typedef {object} Ranked
   * @property {number[]} numbers best first
   * @property {Map<number, number>} language of each: 0 is the page's
   * @property {Set<number>} whole those that hold all of the query
   * @property {Float64Array} value score by number
   * @property {number} size numbers are below this
   */

  /**
   * @param {TirekSearch.Options} options
   * @returns {TirekSearch.Engine}
   */
  function engine({ lang, load }) {
    const store = parts.store(load);
    const columns = parts.facets(store, lang);
    /** @type {TirekSearch.Language[]} */
    const languages = lang === 'kk' ? ['kk', 'ru'] : ['ru', 'kk'];
    /** @type {Promise<{start: TirekSearchStart, lexicons: TirekSearchLexicon[]} | null> | null} */
    let ready = null;

    /** @param {string} content */
    const split = (content) => content.split(' ');

    async function begin() {
      const [start, ...terms] = await Promise.all([
        store.file('start', (content) => /** @type {TirekSearchStart} */ (JSON.parse(content))),
        ...languages.map((each) => store.file(`${each}/terms`, split)),
      ]);
      if (!start || terms.includes(null)) ready = null;
      if (!start) return null;
      return {
        start,
        lexicons: languages.map((each, i) => parts.lexicon(each, start, terms[i] || [], store)),
      };
    }

    function prepared() {
      if (!ready) ready = begin();
      return ready;
    }

    /**
     * All that files say of a query as it is written. What does not wait for something else is asked for at once: a wait for
     * files is what costs most.
     *
     * @param {string} query
     * @param {TirekSearchLexicon[]} lexicons
     * @param {boolean} typing
     */
    async function looked(query, lexicons, typing) {
      const units = unitsOf(query);
      const [spans, joints] = await Promise.all([
        parts.spans(units, lexicons),
        jointsOf(units, lexicons),
        ...units.map(async (unit, i) => {
          const last =
            typing &&
            (i === units.length - 1 || (i === units.length - 2 && units[i + 1].extra > 0));
          const found = await Promise.all(
            lexicons.map((each) => parts.match(unit.word, each, last)),
          );
          unit.matches = found.map(({ matches }) => matches);
          unit.sure = found.map(({ sure }) => sure);
          unit.coming = found[0].coming || found[1].coming;
        }),
      ]);
      return { units, spans, joints };
    }

    /** @param {TirekSearchUnit} unit */
    const isFound = (unit) => unit.matches.some((matches) => matches.length > 0);

    /** @type {TirekSearch.Engine['find']} */
    async function find(query, options = {}) {
      const { limit = 10, offset = 0, prefix = false, choices = {}, verbatim = false } = options;
      store.failed.clear();
      const base = await prepared();
      if (!base) return nothing(query);
      const { start, lexicons } = base;
      let { units, spans, joints } = await looked(query, lexicons, prefix);
      /** @type {string | null} */
      let layout = null;
      let mended = false;
      if (!verbatim) {
        // A number proves nothing: Kazakh letters are on the keys of digits.
        const known = units.some((unit) => /[^0-9.]/.test(unit.word) && isFound(unit));
        const mending = () => mend(query, units, spans, lexicons, prefix);
        if (!units.length || spans.length || known) mended = await mending();
        else {
          // Cyrillic letters are likelier to be misspelt than to be English ones, so that is looked for meanwhile.
          const early = /[a-z]/i.test(query) ? null : mending();
          const retyped = await retypedAs(query, lexicons, prefix);
          if (retyped) ({ layout, units, spans, joints } = retyped);
          mended = early && !retyped ? await early : await mending();
        }
      }
      if (mended || units.some(({ coming }) => coming)) spans = await parts.spans(units, lexicons);
      for (const { pair, l, match } of joints)
        for (const unit of pair) unit.matches[l] = [...(unit.matches[l] || []), match];
      let ranked = rank(units, spans, lexicons, start.size);
      const doubted = verbatim ? null : await doubt(prefix, units, spans, lexicons, ranked);
      if (doubted) ranked = doubted;
      if (Object.keys(choices).length) await columns.load();
      const { numbers, counts } = columns.loaded()
        ? columns.narrow(ranked.numbers, choices)
        : { numbers: ranked.numbers, counts: null };
      const terms = new Set(units.flatMap((unit) => unit.matches.flat().map(({ term }) => term)));
      // A concept's words and phrases are marked as well: whoever typed ООП sees what it stands for.
      /** @type {string[][][]} by lexicon: words that are marked where they stand together */
      const phrases = lexicons.map(() => []);
      const concepts = spans.flatMap((span) => span.concepts);
      await Promise.all(
        lexicons.map(async (each, l) => {
          for (const some of await Promise.all(concepts.map(each.phrasesOf)))
            for (const phrase of some)
              if (phrase.length > 1) phrases[l].push(phrase);
              else terms.add(phrase[0]);
        }),
      );
      const page = numbers.slice(offset, offset + limit);
      const shown = await Promise.all(
        (await nearest(page, units, ranked, lexicons)).map((n) =>
          hitOf(n, ranked, lexicons, terms, phrases),
        ),
      );
      const hits = shown.filter((hit) => hit !== null);
      const corrected = correction(layout || query, units, hits, lexicons, !doubted);
      return {
        query,
        searched: corrected?.applied ? corrected.query : layout || query,
        total: numbers.length,
        hits,
        other: numbers.filter((n) => ranked.language.get(n) === 1).length,
        corrected,
        layout,
        whole: numbers.filter((n) => ranked.whole.has(n)).length,
        numbers,
        counts,
        failed: [...store.failed],
      };
    }

    /**
     * @param {string} query
     * @returns {TirekSearch.Answer}
     */
    const nothing = (query) => ({
      query,
      searched: query,
      total: 0,
      hits: [],
      other: 0,
      corrected: null,
      layout: null,
      whole: 0,
      numbers: [],
      counts: null,
      failed: [...store.failed],
    });

    /**
     * Add what misspelt words may stand for. Whether there were any.
     *
     * @param {string} query
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearchSpan[]} spans
     * @param {TirekSearchLexicon[]} lexicons
     * @param {boolean} typing
     */
    async function mend(query, units, spans, lexicons, typing) {
      const named = new Set(spans.flatMap((span) => span.units));
      // With a Kazakh letter the query is Kazakh, whatever the page is.
      const own = lang === 'ru' && KAZAKH.test(query) ? 0 : parts.ONE;
      const last = units[units.length - 1];
      let some = false;
      await Promise.all(
        units.map((unit, i) => {
          // So little is left of a long word only by chance.
          const left = lexicons[0].stem(unit.word).length;
          const chance = left < CHANCE && unit.word.length >= 2 * CHANCE;
          if (named.has(i) || (unit.sure[0] && !chance)) return null;
          // A word of the other language may be a misspelt one of this.
          const foreign = unit.sure[1];
          if (foreign && unit.word.length < LONG_WORD) return null;
          some = true;
          const most = unit.sure[0] ? [parts.ONE, 0] : foreign ? [own, 0] : [9, 9];
          const least = unit.sure[0] ? left + CHANCE : CHANCE;
          return parts.mend(unit, lexicons, typing && unit === last, most, least);
        }),
      );
      return some;
    }

    /**
     * Where no document of the page's language holds all words, one of them may be a misspelt other one: what is found so, or null.
     *
     * @param {boolean} typing the last word may be cut off, and is left as it is
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearchSpan[]} spans
     * @param {TirekSearchLexicon[]} lexicons
     * @param {Ranked} ranked
     */
    async function doubt(typing, units, spans, lexicons, ranked) {
      if ([...ranked.whole].some((n) => !ranked.language.get(n))) return null;
      const lost = units.some((unit) => unit.instead.length || (!unit.extra && !isFound(unit)));
      if (units.length < 2 || lost) return null;
      const named = new Set(spans.flatMap((span) => span.units));
      for (const [i, unit] of units.entries()) {
        const last = typing && i === units.length - 1;
        if (last || !unit.sure[0] || unit.extra || named.has(i) || unit.word.length < LONG_WORD)
          continue;
        const before = unit.matches;
        await parts.mend(unit, lexicons, false, [parts.ONE, 0], CHANCE);
        const found = rank(units, spans, lexicons, ranked.size);
        if (unit.instead.length && [...found.whole].some((n) => !found.language.get(n)))
          return found;
        unit.matches = before;
        unit.instead = [];
        unit.meant = '';
      }
      return null;
    }

    /**
     * What another keyboard layout makes of a query, where the index knows all of that.
     *
     * @param {string} query
     * @param {TirekSearchLexicon[]} lexicons
     * @param {boolean} typing
     */
    async function retypedAs(query, lexicons, typing) {
      for (const layout of parts.otherLayout(query)) {
        const found = await looked(layout, lexicons, typing);
        if (!found.units.every((unit) => unit.extra || isFound(unit))) continue;
        if (found.units.some((unit) => unit.word.length > 2)) return { layout, ...found };
      }
      return null;
    }

    /**
     * Words that stand apart in the query and as one in the index: «бала бақша».
     *
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearchLexicon[]} lexicons
     */
    async function jointsOf(units, lexicons) {
      const pairs = units.slice(1).map((unit, i) => [units[i], unit]);
      const apart = pairs.filter((pair) =>
        pair.every(({ word, extra }) => parts.isWord(word) && !extra),
      );
      const found = await Promise.all(
        apart.flatMap((pair) =>
          lexicons.map(async (lexicon, l) => {
            const term = lexicon.stem(pair[0].word + pair[1].word);
            const list = await lexicon.exact(term);
            return list && { pair, l, match: { term, list, weight: 0.9 } };
          }),
        ),
      );
      return found.filter((joint) => joint !== null);
    }

    /**
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearchSpan[]} spans
     * @param {TirekSearchLexicon[]} lexicons
     * @param {number} size
     * @returns {Ranked}
     */
    function rank(units, spans, lexicons, size) {
      const scores = lexicons.map((lexicon, i) =>
        parts.score(units, spans, i, lexicon.documents, size),
      );
      /** @type {Map<number, number>} */
      const language = new Map();
      const value = new Float64Array(size);
      /** @type {Set<number>} */
      const whole = new Set();
      const [own, other] = scores;
      for (const n of own.numbers) language.set(n, 0);
      for (const n of other.numbers)
        if (!language.has(n) || (own.cover[n] < WHOLE && other.cover[n] >= WHOLE))
          language.set(n, 1);
      for (const [n, l] of language) {
        value[n] = scores[l].score[n] * (l ? OTHER : 1);
        if (scores[l].cover[n] >= WHOLE) whole.add(n);
      }
      // Scores reckon with missing words. To put whole matches first would raise a chance one over a title that lacks an auxiliary.
      let numbers = [...language.keys()];
      if (whole.size >= ENOUGH) numbers = [...whole];
      else {
        const most = Math.max(0, ...numbers.map((n) => scores[language.get(n) || 0].cover[n]));
        /** @param {number} share */
        const above = (share) =>
          numbers.filter((n) => scores[language.get(n) || 0].cover[n] >= most * share);
        const best = above(SOME);
        numbers = best.length < FEW ? above(LITTLE) : best;
      }
      numbers.sort((a, b) => value[b] - value[a] || a - b);
      return { numbers, language, whole, value, size };
    }

    /**
     * Hits of one page in a better order: the index does not know where words stand, but what is shown does.
     *
     * @param {number[]} page
     * @param {TirekSearchUnit[]} units
     * @param {Ranked} ranked
     * @param {TirekSearchLexicon[]} lexicons
     */
    async function nearest(page, units, ranked, lexicons) {
      const words = units.filter((unit) => !unit.extra && unit.word.length > 1);
      if (words.length < 2) return page;
      const wanted = lexicons.map((_, l) =>
        words.map(({ matches }) => new Set(matches[l].map(({ term }) => term))),
      );
      /** @type {Map<number, number>} */
      const value = new Map();
      await Promise.all(
        page.map(async (n) => {
          const l = ranked.language.get(n) || 0;
          const card = await store.card(lexicons[l].lang, n);
          const side = card ? parts.together(card, lexicons[l].stem, wanted[l]) : 0;
          value.set(n, ranked.value[n] * (1 + NEIGHBOURS * side));
        }),
      );
      return page.sort((a, b) => (value.get(b) || 0) - (value.get(a) || 0) || a - b);
    }

    /**
     * @param {number} n
     * @param {Ranked} ranked
     * @param {TirekSearchLexicon[]} lexicons
     * @param {Set<string>} terms
     * @param {string[][][]} phrases by lexicon
     * @returns {Promise<TirekSearch.Hit | null>}
     */
    async function hitOf(n, ranked, lexicons, terms, phrases) {
      const l = ranked.language.get(n) || 0;
      const lexicon = lexicons[l];
      const card = await store.card(lexicon.lang, n);
      if (!card) return null;
      const { title, snippet, marks, words } = parts.passage(card, lexicon.stem, terms, phrases[l]);
      return {
        n,
        id: card.id,
        kind: card.kind,
        lang: lexicon.lang,
        told: card.told || lexicon.lang,
        title: card.title,
        titleMarks: title,
        url: lexicon.lang === 'ru' ? `ru/${card.uri}` : card.uri,
        line: card.line,
        snippet,
        snippetMarks: marks,
        words,
      };
    }

    /**
     * The query with misspelt words as the best hits spell them.
     *
     * @param {string} query
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearch.Hit[]} hits
     * @param {TirekSearchLexicon[]} lexicons
     * @param {boolean} applied whether the words as typed were found nowhere
     * @returns {TirekSearch.Answer['corrected']}
     */
    function correction(query, units, hits, lexicons, applied) {
      const mended = new Map(
        units
          .filter((unit) => unit.instead.length && !unit.extra)
          .map((unit) => [unit.word, unit.instead]),
      );
      if (!mended.size) return null;
      /**
       * The form of the word in the hits that is most like what was typed; the shortest of these.
       *
       * @param {string} typed
       * @param {string[]} terms
       */
      const spelled = (typed, terms) => {
        let nearest = '';
        let least = Number.POSITIVE_INFINITY;
        for (const hit of hits)
          for (const text of [hit.title, hit.snippet])
            for (const [a, b] of parts.ranges(text, (word) =>
              lexicons.some((each) => terms.includes(each.stem(word))),
            )) {
              const word = text.slice(a, b).toLowerCase();
              const cost = parts.apart(parts.fold(word), typed) + word.length / 100;
              if (cost < least) [nearest, least] = [word, cost];
            }
        return nearest || terms[0];
      };
      const words = query.split(/(\s+)/).map((piece) => {
        const [token] = parts.tokens(piece);
        const typed = token ? token[token.length - 1] : '';
        const terms = mended.get(typed);
        return terms ? spelled(typed, terms) : piece;
      });
      return { query: words.join(''), applied };
    }

    return {
      find,
      facets: columns.load,
      async warm() {
        await prepared();
      },
    };
  }

  /** @type {TirekSearch.Global['ranges']} */
  function ranges(text, words) {
    /** @param {string} begin */
    const like = (begin) => {
      // Before a vowel Kazakh says мектебі for мектеп, оқулығы for оқулық.
      const soft = begin.replace(/[пк]$/, (last) => (last === 'п' ? 'б' : 'г'));
      // Russian says площадок for площадка, and списка for список.
      const full = ['о', 'е'].map((vowel) => begin.replace(/[кц]$/, (last) => vowel + last));
      const spelt = [begin, soft, ...full];
      const most = begin.length + Math.min(9, begin.length * 2);
      return (/** @type {string} */ word) =>
        word.length <= most && spelt.some((each) => word.startsWith(each));
    };
    const alone = words.filter((word) => word.length > 1 && !word.includes('+')).map(like);
    const phrases = words.filter((word) => word.includes('+'));
    return parts.ranges(
      text,
      (word) => alone.some((is) => is(word)),
      phrases.map((phrase) => phrase.split('+').map(like)),
    );
  }

  for (const file of globalThis.tirekSearch?.early || []) parts.put(...file);
  return { engine, ranges, put: parts.put };
})();
