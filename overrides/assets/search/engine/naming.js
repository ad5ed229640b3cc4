/**
 * The concepts that a query names, in either language: abbreviations, old terms, and the same in other words.
 */
(() => {
  'use strict';

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
    const begun = await Promise.all(
      lexicons.map(async (lexicon) => {
        const stems = units.map(({ word, instead }) => instead[0] || lexicon.stem(word));
        return { stems, phrases: await Promise.all(stems.map(lexicon.named)) };
      }),
    );
    for (const { stems, phrases } of begun)
      phrases.forEach((some, i) => {
        for (const { rest, concept } of some) {
          const places = rest.map((other) => stems.indexOf(other));
          const near = places.every(
            (place) => place >= 0 && Math.abs(place - i) <= rest.length + 2,
          );
          if (near) named.push({ units: [i, ...places], concept });
        }
      });
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

  tirekSearchParts.spans = spansOf;
})();
