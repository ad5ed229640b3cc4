/** Which records a choice of facets finds, and how many each further value would. */
const TirekFacetMatching = (() => {
  'use strict';

  /**
   * Which records match, and how many would have each value if that facet's own choice were left out.
   *
   * @param {TirekFacets.Index} index
   * @param {Map<string, TirekFacets.Column>} columns
   * @param {Tirek.Choice} choice
   * @returns {{found: number[], counts: Map<string, number[]>}}
   */
  function matched(index, columns, choice) {
    const facets = index.facets.map((facet) => {
      const column = /** @type {TirekFacets.Column} */ (columns.get(facet.id));
      const chosen = choice.get(facet.id);
      const passes = column.combos.map(
        (combo) => !chosen || chosen.size === 0 || combo.some((value) => chosen.has(value)),
      );
      return { facet, column, passes, tally: new Uint32Array(column.combos.length) };
    });
    /** @type {number[]} */
    const found = [];
    for (let record = 0; record < index.total; record += 1) {
      let failed = -1;
      let failures = 0;
      for (let f = 0; f < facets.length && failures < 2; f += 1) {
        if (!facets[f].passes[facets[f].column.codes[record]]) {
          failures += 1;
          failed = f;
        }
      }
      if (failures === 0) {
        found.push(record);
        for (const { column, tally } of facets) tally[column.codes[record]] += 1;
      } else if (failures === 1) {
        facets[failed].tally[facets[failed].column.codes[record]] += 1;
      }
    }
    const counts = new Map(
      facets.map(({ facet, column, tally }) => {
        const sums = facet.values.map(() => 0);
        column.combos.forEach((combo, code) => {
          for (const value of combo) sums[value] += tally[code];
        });
        return [facet.id, sums];
      }),
    );
    return { found, counts };
  }

  return { matched };
})();
