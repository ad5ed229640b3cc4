/**
 * The search engine: from a query to an answer (`../types.d.ts`). Classic scripts, so that it runs from a folder too.
 *
 * A query is looked up in both languages' indexes. A word that neither knows is tried in the other keyboard layout, then
 * for typing errors. Files that cannot be read are named in the answer, and the rest is searched.
 *
 * Non-goals: phrases in quotes, operators, and words inside words.
 */
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
  /** Weights of what is not the very word: a stem that may be another word's, */
  const UNSURE = 0.8;
  /** what begins with a word that may be finished, or that is not, */
  const FINISHED = 0.4;
  const BEGUN = 0.8;
  /** and what is derived from a word, beside the word itself and alone. */
  const RELATED = 0.25;
  const RELATED_ONLY = 0.6;
  /** Long lists that are loaded for what only begins like a word. */
  const LONG_LISTS = 3;

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
          extra: words.length > 1 && i === words.length - 1 && word === words.slice(0, -1).join(''),
          matches: [],
          instead: [],
        });
      });
    return units.slice(0, 24);
  }

  /**
   * What a word matches in one language: itself, and what begins like it.
   *
   * @param {string} word
   * @param {TirekSearchLexicon} lexicon
   * @param {boolean} typing
   * @returns {Promise<TirekSearchMatch[]>}
   */
  async function matchesOf(word, lexicon, typing) {
    const stem = lexicon.stem(word);
    /** @type {TirekSearchMatch[]} */
    const found = [];
    const digits = /[0-9]/.test(word);
    // Together, for each may have to load a file.
    const [own, begun, derived] = await Promise.all([
      lexicon.exact(stem),
      typing && word.length > 2 ? lexicon.beginning(word) : [],
      !digits && stem.length > 3 ? lexicon.beginning(stem) : [],
    ]);
    if (digits ? !typing || own : stem.length < 3) {
      if (own) found.push({ term: stem, list: own, weight: 1 });
      return found;
    }
    // The stem of a word that is not finished may be another word's.
    const unsure = begun.length > 0 && stem !== word;
    if (own) found.push({ term: stem, list: own, weight: unsure ? UNSURE : 1 });
    /** @type {Map<string, number>} */
    const wider = new Map();
    for (const term of begun) wider.set(term, own && !unsure ? FINISHED : BEGUN);
    for (const term of derived)
      if (!wider.has(term) && term.length < stem.length + 7)
        wider.set(term, own ? RELATED : RELATED_ONLY);
    wider.delete(stem);
    let long = own ? 0 : LONG_LISTS;
    const asked = [...wider].filter(([term]) => {
      if (!lexicon.isLong(term)) return true;
      long -= 1;
      return long >= 0;
    });
    const lists = await Promise.all(asked.map(([term]) => lexicon.exact(term)));
    asked.forEach(([term, weight], i) => {
      const list = lists[i];
      if (list) found.push({ term, list, weight });
    });
    return found;
  }

  /**
   * What a word may be derived from, where nothing else was found: the longest shorter stem.
   *
   * @param {string} word
   * @param {TirekSearchLexicon} lexicon
   * @returns {Promise<TirekSearchMatch[]>}
   */
  async function baseOf(word, lexicon) {
    const stem = lexicon.stem(word);
    for (let length = stem.length - 1; length > 3 && length > stem.length - 4; length -= 1) {
      const term = stem.slice(0, length);
      const list = await lexicon.exact(term);
      if (list) return [{ term, list, weight: 0.5 }];
    }
    return [];
  }

  /**
   * @param {TirekSearchUnit} unit
   * @param {TirekSearchLexicon[]} lexicons
   * @param {boolean} typing
   */
  async function mend(unit, lexicons, typing) {
    if (!parts.isWord(unit.word) || unit.word.length < (unit.extra ? 6 : 3)) return;
    const near = await Promise.all(lexicons.map((lexicon) => lexicon.near(unit.word, typing)));
    let least = 9;
    unit.matches = await Promise.all(
      near.map(async (terms, i) => {
        // The page's language first: another language's word must be nearer to count.
        if (!terms.length || terms[0].cost > least - (i ? 0.3 : 0)) return [];
        least = Math.min(least, terms[0].cost);
        const from = terms[0].cost;
        const close = terms.filter(({ cost }) => cost < from + 0.5).slice(0, 5);
        /** @type {TirekSearchMatch[]} */
        const found = [];
        for (const { term, cost } of close) {
          const list = await lexicons[i].exact(term);
          if (list) found.push({ term, list, weight: 0.9 - 0.6 * (cost - from) });
        }
        unit.instead.push(...found.map(({ term }) => term));
        return found;
      }),
    );
    if (!unit.instead.length && !unit.extra)
      unit.matches = await Promise.all(lexicons.map((lexicon) => baseOf(unit.word, lexicon)));
  }

  /**
   * The pieces of the query that name a concept, longest first, none over another.
   *
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchLexicon[]} lexicons
   * @returns {Promise<TirekSearchSpan[]>}
   */
  async function spansOf(units, lexicons) {
    /** @type {{units: number[], concept: number}[]} */
    const named = [];
    for (const lexicon of lexicons) {
      const stems = units.map(({ word, instead }) => instead[0] || lexicon.stem(word));
      const phrases = await Promise.all(stems.map((stem) => lexicon.named(stem)));
      phrases.forEach((begun, i) => {
        for (const { rest, concept } of begun) {
          const places = rest.map((other) => stems.indexOf(other));
          const near = places.every(
            (place) => place >= 0 && Math.abs(place - i) <= rest.length + 2,
          );
          if (near) named.push({ units: [i, ...places], concept });
        }
      });
    }
    named.sort((a, b) => b.units.length - a.units.length);
    /** @type {Map<string, {units: number[], concepts: Set<number>}>} */
    const chosen = new Map();
    const taken = new Set();
    for (const { units: places, concept } of named) {
      const key = [...places].sort((a, b) => a - b).join();
      const same = chosen.get(key);
      if (same) same.concepts.add(concept);
      else if (!places.some((place) => taken.has(place))) {
        chosen.set(key, { units: places, concepts: new Set([concept]) });
        for (const place of places) taken.add(place);
      }
    }
    return Promise.all(
      [...chosen.values()].map(async ({ units: places, concepts }) => ({
        units: places,
        concepts: [...concepts],
        lists: await Promise.all(
          lexicons.map(async (lexicon) => {
            const lists = await Promise.all(
              [...concepts].map((concept) => lexicon.exact(`@${concept}`)),
            );
            return joined(lists.filter((list) => list !== null));
          }),
        ),
      })),
    );
  }

  /**
   * One list of several: the higher level where a document is in more than one.
   *
   * @param {(Int32Array | null)[]} lists
   * @returns {Int32Array | null}
   */
  function joined(lists) {
    if (lists.length < 2) return lists[0] || null;
    /** @type {Map<number, number>} */
    const levels = new Map();
    for (const list of lists)
      for (let k = 0; list && k < list.length; k += 2)
        levels.set(list[k], Math.max(levels.get(list[k]) || 0, list[k + 1]));
    const all = [...levels].sort((a, b) => a[0] - b[0]);
    return Int32Array.from(all.flat());
  }

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
      const [start, own] = await Promise.all([
        store.file('start', (content) => /** @type {TirekSearchStart} */ (JSON.parse(content))),
        store.file(`${lang}/terms`, split),
      ]);
      if (!start) ready = null;
      if (!start) return null;
      // A copy for USB sticks may hold one language alone.
      const [, second] = languages;
      const other = start.languages.includes(second)
        ? await store.file(`${second}/terms`, split)
        : [];
      if (!own || !other) ready = null;
      return {
        start,
        lexicons: [own, other].map((terms, i) =>
          parts.lexicon(languages[i], start, terms || [], store),
        ),
      };
    }

    function prepared() {
      if (!ready) ready = begin();
      return ready;
    }

    /**
     * @param {string} query
     * @param {TirekSearchLexicon[]} lexicons
     * @param {boolean} typing
     */
    async function matched(query, lexicons, typing) {
      const units = unitsOf(query);
      await Promise.all(
        units.map(async (unit, i) => {
          const last = typing && i === units.length - 1;
          unit.matches = await Promise.all(
            lexicons.map((each) => matchesOf(unit.word, each, last)),
          );
        }),
      );
      return units;
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
      let units = await matched(query, lexicons, prefix);
      let spans = await spansOf(units, lexicons);
      let layout = null;
      // A number proves nothing: Kazakh letters are on the keys of digits.
      const known = units.some((unit) => /[^0-9.]/.test(unit.word) && isFound(unit));
      if (!verbatim && units.length && !spans.length && !known)
        for (const other of parts.otherLayout(query)) {
          const retyped = await matched(other, lexicons, prefix);
          if (!retyped.every((unit) => unit.extra || isFound(unit))) continue;
          if (!retyped.some((unit) => unit.word.length > 2)) continue;
          units = retyped;
          layout = other;
          spans = await spansOf(units, lexicons);
          break;
        }
      if (!verbatim) {
        const named = new Set(spans.flatMap((span) => span.units));
        const lost = units.filter((unit, i) => !isFound(unit) && !named.has(i));
        const last = units[units.length - 1];
        await Promise.all(lost.map((unit) => mend(unit, lexicons, prefix && unit === last)));
        if (lost.length) spans = await spansOf(units, lexicons);
      }
      await join(units, lexicons);
      const ranked = rank(units, spans, lexicons, start.size);
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
      const shown = await Promise.all(
        numbers
          .slice(offset, offset + limit)
          .map((n) => hitOf(n, ranked, lexicons, terms, phrases)),
      );
      const hits = shown.filter((hit) => hit !== null);
      const corrected = correction(layout || query, units, hits, lexicons);
      return {
        query,
        searched: corrected ? corrected.query : layout || query,
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
     * Words that stand apart in the query and as one in the index: «бала бақша».
     *
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearchLexicon[]} lexicons
     */
    async function join(units, lexicons) {
      for (let i = 0; i + 1 < units.length; i += 1) {
        const [a, b] = [units[i], units[i + 1]];
        if (!parts.isWord(a.word) || !parts.isWord(b.word) || a.extra || b.extra) continue;
        for (let l = 0; l < lexicons.length; l += 1) {
          const term = lexicons[l].stem(a.word + b.word);
          const list = await lexicons[l].exact(term);
          if (list)
            for (const unit of [a, b])
              unit.matches[l] = [...(unit.matches[l] || []), { term, list, weight: 0.9 }];
        }
      }
    }

    /**
     * @param {TirekSearchUnit[]} units
     * @param {TirekSearchSpan[]} spans
     * @param {TirekSearchLexicon[]} lexicons
     * @param {number} size
     */
    function rank(units, spans, lexicons, size) {
      const scores = lexicons.map((lexicon, i) =>
        parts.score(units, spans, i, lexicon.documents, size),
      );
      /** @type {Map<number, number>} */
      const language = new Map();
      /** @type {Map<number, number>} */
      const value = new Map();
      /** @type {Set<number>} */
      const whole = new Set();
      const [own, other] = scores;
      for (const n of own.numbers) language.set(n, 0);
      for (const n of other.numbers)
        if (!language.has(n) || (own.cover[n] < WHOLE && other.cover[n] >= WHOLE))
          language.set(n, 1);
      for (const [n, l] of language) {
        value.set(n, scores[l].score[n] * (l ? OTHER : 1));
        if (scores[l].cover[n] >= WHOLE) whole.add(n);
      }
      // Scores reckon with missing words. To put whole matches first would raise a chance one over a title that lacks an auxiliary.
      /** @param {number} n */
      const key = (n) => value.get(n) || 0;
      let numbers = [...language.keys()];
      if (whole.size >= ENOUGH) numbers = [...whole];
      else {
        const most = Math.max(0, ...numbers.map((n) => scores[language.get(n) || 0].cover[n]));
        numbers = numbers.filter((n) => scores[language.get(n) || 0].cover[n] >= most * 0.4);
      }
      numbers.sort((a, b) => key(b) - key(a) || a - b);
      return { numbers, language, whole };
    }

    /**
     * @param {number} n
     * @param {ReturnType<typeof rank>} ranked
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
     * @returns {TirekSearch.Answer['corrected']}
     */
    function correction(query, units, hits, lexicons) {
      const mended = new Map(
        units
          .filter((unit) => unit.instead.length && !unit.extra)
          .map((unit) => [unit.word, unit.instead]),
      );
      if (!mended.size) return null;
      /** @param {string[]} terms */
      const spelled = (terms) => {
        let shortest = '';
        for (const hit of hits)
          for (const text of [hit.title, hit.snippet])
            for (const [a, b] of parts.ranges(text, (word) =>
              lexicons.some((each) => terms.includes(each.stem(word))),
            )) {
              const word = text.slice(a, b).toLowerCase();
              if (!shortest || word.length < shortest.length) shortest = word;
            }
        return shortest || terms[0];
      };
      const words = query.split(/(\s+)/).map((piece) => {
        const [token] = parts.tokens(piece);
        const terms = token && mended.get(token[token.length - 1]);
        return terms ? spelled(terms) : piece;
      });
      return { query: words.join(''), applied: true };
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
      const most = begin.length + Math.min(9, begin.length * 2);
      return (/** @type {string} */ word) =>
        word.length <= most && (word.startsWith(begin) || word.startsWith(soft));
    };
    const alone = words.filter((word) => word.length > 1 && !word.includes('+')).map(like);
    const phrases = words.filter((word) => word.includes('+'));
    return parts.ranges(
      text,
      (word) => alone.some((is) => is(word)),
      phrases.map((phrase) => phrase.split('+').map(like)),
    );
  }

  return { engine, ranges, put: parts.put };
})();
