/**
 * Facets: for every record a code of the set of values it has; loaded when somebody asks for them.
 *
 * `tirek/views/search_columns.py` writes the two files.
 */
(() => {
  'use strict';

  const { BASE, digit } = tirekSearchParts;

  /** @type {TirekSearchParts['facets']} */
  function facets(store, lang) {
    /** Numbers of documents are below this. */
    let size = 0;
    /** @type {TirekSearch.Facet[]} */
    let known = [];
    /** @type {Map<string, {sets: number[][], codes: Uint16Array}>} by facet */
    const columns = new Map();

    /**
     * Numbers of the documents of some kinds, rising; all numbers there are where no kinds are given.
     *
     * @param {number[] | undefined} kinds
     * @returns {number[]}
     */
    function membersOf(kinds) {
      const all = Array.from({ length: size }, (_, n) => n);
      const known = columns.get('kinds');
      return kinds && known
        ? all.filter((n) => known.sets[known.codes[n]].some((kind) => kinds.includes(kind)))
        : all;
    }

    async function load() {
      if (columns.size) return known;
      const [start, labels, codes] = await Promise.all([
        store.file('start', (content) => JSON.parse(content)),
        store.file(`facets-${lang}`, (content) => JSON.parse(content)),
        store.file('columns', (content) => JSON.parse(content)),
      ]);
      if (!start || !labels || !codes) return known;
      size = start.size;
      known = labels;
      for (const id of ['kinds', ...Object.keys(codes)]) {
        const { sets, codes: text, of } = codes[id];
        const numbers = membersOf(of);
        const column = new Uint16Array(size);
        numbers.forEach((n, i) => {
          const high = text.length > numbers.length ? digit(text, numbers.length + i) : 0;
          column[n] = high * BASE + digit(text, i);
        });
        columns.set(id, { sets, codes: column });
      }
      return known;
    }

    /** @type {TirekSearchFacets['narrow']} */
    function narrow(numbers, choices) {
      const wanted = known.map((facet) => {
        const chosen = (choices[facet.id] || []).map((id) =>
          facet.values.findIndex((v) => v.id === id),
        );
        const column = columns.get(facet.id);
        const sets = column ? column.sets : [[]];
        return {
          facet,
          codes: column ? column.codes : new Uint16Array(0),
          allows: sets.map((set) => !chosen.length || set.some((value) => chosen.includes(value))),
          found: new Int32Array(sets.length),
          sets,
        };
      });
      const left = numbers.filter((n) => {
        let refused = -1;
        for (let i = 0; i < wanted.length; i += 1)
          if (!wanted[i].allows[wanted[i].codes[n] || 0]) {
            if (refused >= 0) return false;
            refused = i;
          }
        // A record that one facet alone refuses counts in that facet: choosing it there would let it through.
        for (let i = 0; i < wanted.length; i += 1)
          if (refused < 0 || refused === i) wanted[i].found[wanted[i].codes[n] || 0] += 1;
        return refused < 0;
      });
      /** @type {NonNullable<TirekSearch.Answer['counts']>} */
      const counts = {};
      for (const { facet, found, sets } of wanted) {
        const sums = new Int32Array(facet.values.length);
        sets.forEach((set, code) => {
          for (const value of set) sums[value] += found[code];
        });
        counts[facet.id] = Object.fromEntries(facet.values.map((value, i) => [value.id, sums[i]]));
      }
      return { numbers: left, counts };
    }

    return { load, loaded: () => columns.size > 0, narrow };
  }

  tirekSearchParts.facets = facets;
})();
