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

    async function begin() {
      const start = await store.file('start', (content) => JSON.parse(content));
      if (!start) {
        ready = null;
        return null;
      }
      const terms = parts.terms(start, store);
      /** @type {Set<string>} */
      const asking = new Set(start.asking.split(' '));
      const lexicons = languages.map((each) => parts.lexicon(each, start, terms, asking));
      return { start, lexicons };
    }

    function prepared() {
      if (!ready) ready = begin();
      return ready;
    }

    /** @type {TirekSearch.Engine['find']} */
    async function find(query, options = {}) {
      const { limit = 10, offset = 0, prefix = false, choices = {}, verbatim = false } = options;
      store.failed.clear();
      const base = await prepared();
      if (!base) return nothing(query);
      const { start, lexicons } = base;
      let { units, spans, joints } = await parts.looked(query, lexicons, prefix);
      /** @type {string | null} */
      let layout = null;
      let mended = false;
      // A word is not misspelt for being in a file that is missing.
      if (!verbatim && !store.failed.size) {
        // A number proves nothing: Kazakh letters are on the keys of digits.
        const known = units.some((unit) => /[^0-9.]/.test(unit.word) && parts.isFound(unit));
        const mending = () => parts.mendAll(lang, query, units, spans, lexicons, prefix);
        if (!units.length || spans.length || known) mended = await mending();
        else {
          // Cyrillic letters are likelier to be misspelt than to be English ones, so that is looked for meanwhile.
          const early = /[a-z]/i.test(query) ? null : mending();
          const retyped = await parts.retypedAs(query, lexicons, prefix);
          if (retyped) ({ layout, units, spans, joints } = retyped);
          mended = early && !retyped ? await early : await mending();
        }
      }
      if (mended || units.some(({ coming }) => coming)) spans = await parts.spans(units, lexicons);
      for (const { pair, l, match } of joints)
        for (const unit of pair) unit.matches[l] = [...(unit.matches[l] || []), match];
      let ranked = parts.rank(units, spans, lexicons, start.size);
      const doubted = verbatim ? null : await parts.doubt(prefix, units, spans, lexicons, ranked);
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
        page.map((n) => parts.hitOf(n, ranked, lexicons, terms, phrases, store)),
      );
      const found = shown.filter((hit) => hit !== null);
      const hits = await parts.nearest(found, units, ranked, lexicons, store);
      const corrected = parts.correction(layout || query, units, hits, lexicons, !doubted);
      return {
        query,
        searched: corrected?.applied ? corrected.query : layout || query,
        total: numbers.length,
        hits,
        other: numbers.filter((n) => ranked.language[n]).length,
        corrected,
        layout,
        whole: numbers.filter((n) => ranked.cover[n] >= parts.WHOLE).length,
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

    return {
      find,
      facets: columns.load,
      async warm() {
        await prepared();
      },
    };
  }

  for (const file of globalThis.tirekSearch?.early || []) parts.put(...file);
  return { engine, ranges: parts.rangesLike, put: parts.put };
})();
