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
  /** With fewer whole matches in the page's language than this, documents with some of the words follow. */
  const ENOUGH = 10;
  /** What such a document must hold of what the best one holds; less where hardly any does. */
  const SOME = 0.4;
  const LITTLE = 0.2;
  const FEW = 5;

  /** Steps that scores are told apart by. With numbers below 2^20 and scores below 2^9, a key is still a whole number. */
  const STEPS = 2 ** 24;
  /** What is found in no language. */
  const NEITHER = 2;

  /**
   * Numbers by falling value, then rising. Thousands are sorted for each key that is typed, so by the browser's own order of
   * plain numbers, which calls no function of ours.
   *
   * @param {number[]} numbers
   * @param {Float64Array} value
   * @param {number} size
   */
  function sorted(numbers, value, size) {
    const keys = new Float64Array(numbers.length);
    for (let i = 0; i < keys.length; i += 1)
      keys[i] = numbers[i] - Math.round(value[numbers[i]] * STEPS) * size;
    keys.sort();
    for (let i = 0; i < keys.length; i += 1) numbers[i] = ((keys[i] % size) + size) % size;
    return numbers;
  }

  /** @type {TirekSearchParts['rank']} */
  function rank(units, spans, lexicons, size) {
    const [own, other] = lexicons.map((lexicon, i) =>
      parts.score(units, spans, i, lexicon.documents, size),
    );
    const language = new Uint8Array(size).fill(NEITHER);
    const value = new Float64Array(size);
    const cover = new Float32Array(size);
    const numbers = own.numbers;
    for (const n of numbers) {
      language[n] = 0;
      value[n] = own.score[n];
      cover[n] = own.cover[n];
    }
    for (const n of other.numbers) {
      if (language[n] === NEITHER) numbers.push(n);
      else if (cover[n] >= WHOLE || other.cover[n] < WHOLE) continue;
      language[n] = 1;
      value[n] = other.score[n] * OTHER;
      cover[n] = other.cover[n];
    }
    /** @type {number[]} */
    const whole = [];
    let proper = 0;
    let most = 0;
    for (const n of numbers) {
      if (cover[n] > most) most = cover[n];
      if (cover[n] < WHOLE) continue;
      whole.push(n);
      if (!language[n]) proper += 1;
    }
    // Scores reckon with missing words. To put whole matches first would raise a chance one over a title that lacks an auxiliary.
    let kept = whole;
    if (proper < ENOUGH) {
      /** @param {number} share */
      const above = (share) => numbers.filter((n) => cover[n] >= most * share);
      const best = above(SOME);
      kept = best.length < FEW ? above(LITTLE) : best;
    }
    return { numbers: sorted(kept, value, size), language, cover, proper, value, size };
  }

  parts.rank = rank;
  parts.WHOLE = WHOLE;
})();
