/**
 * Which documents of both languages answer a query, best first.
 */
(() => {
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

  /**
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchSpan[]} spans
   * @param {TirekSearchLexicon[]} lexicons
   * @param {number} size
   * @returns {TirekSearchRanked}
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
      if (!language.has(n) || (own.cover[n] < WHOLE && other.cover[n] >= WHOLE)) language.set(n, 1);
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

  parts.rank = rank;
})();
