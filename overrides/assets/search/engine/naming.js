/**
 * The concepts that a query names, in either language: abbreviations, old terms, and the same in other words.
 */
(() => {
  'use strict';

  /**
   * @typedef {object} Named
   * @property {number[]} units
   * @property {number} concept
   * @property {boolean} short
   */

  /**
   * @param {TirekSearchUnit[]} units
   * @param {string[]} stems of each
   * @param {TirekSearchLexicon} lexicon
   * @returns {Promise<Named[]>}
   */
  async function namedBy(units, stems, lexicon) {
    /** @type {Named[]} */
    const named = [];
    // An abbreviation is not stemmed: ТиПО is no form of тип. In Kazakh it may have endings.
    const [phrases, whole] = await Promise.all([
      Promise.all(stems.map(lexicon.named)),
      Promise.all(units.map(({ word }, i) => (word === stems[i] ? [] : lexicon.named(word)))),
    ]);
    const bent = lexicon.lang === 'kk';
    phrases.forEach((begun, i) => {
      const letters = whole[i].filter((one) => one.short);
      // What is an abbreviation as it stands is no form of another word: РайОНО is no район.
      const spelled = letters.length
        ? letters
        : begun.filter((one) => !one.short || bent || units[i].word === stems[i]);
      for (const { rest, concept, short } of spelled) {
        // A word that the phrase has twice («өз-өзіне») is twice in the query as well, or once.
        const places = new Set([i]);
        for (const other of rest) {
          const free = stems.findIndex((stem, k) => stem === other && !places.has(k));
          places.add(free < 0 ? stems.indexOf(other) : free);
        }
        const all = [...places];
        if (all.every((place) => place >= 0 && Math.abs(place - i) <= rest.length + 2))
          named.push({ units: all, concept, short });
      }
    });
    return named;
  }

  /**
   * The pieces of the query that name a concept, longest first, none over another.
   *
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchLexicon[]} lexicons
   * @returns {Promise<TirekSearchSpan[]>}
   */
  async function spansOf(units, lexicons) {
    /** @type {Named[]} */
    const named = [];
    // First words as typed; what was meant, and what will be, are guesses: they name something where these do not.
    const guesses = [
      units.map(() => ''),
      units.map(({ meant }) => meant),
      units.map(({ meant, coming }) => coming || meant),
    ];
    for (const [k, guess] of guesses.entries()) {
      const silent = guess.map((stem, i) => stem && !named.some((one) => one.units.includes(i)));
      if (k && !silent.some(Boolean)) continue;
      const found = await Promise.all(
        lexicons.map((lexicon) => {
          const stems = units.map(({ word }, i) => (silent[i] ? guess[i] : lexicon.stem(word)));
          return namedBy(units, stems, lexicon);
        }),
      );
      named.push(...found.flat());
    }
    named.sort((a, b) => b.units.length - a.units.length);
    /** @type {Map<string, {units: number[], concepts: Set<number>, short: boolean}>} */
    const chosen = new Map();
    const taken = new Set();
    for (const { units: places, concept, short } of named) {
      const key = [...places].sort((a, b) => a - b).join();
      const same = chosen.get(key);
      if (same) {
        same.concepts.add(concept);
        same.short = same.short && short;
      } else if (!places.some((place) => taken.has(place))) {
        chosen.set(key, { units: places, concepts: new Set([concept]), short });
        for (const place of places) taken.add(place);
      }
    }
    return Promise.all(
      [...chosen.values()].map(async ({ units: places, concepts, short }) => ({
        units: places,
        short,
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
