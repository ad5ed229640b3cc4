/**
 * What a result shows: the passage with most of the words found, and where they stand.
 */
(() => {
  'use strict';

  const WORD = /(?:[0-9A-Za-z\u00aa-\u024f\u0400-\u04ff]|[\u0300-\u036f])+(?:[.,][0-9]+)*/g;
  /** Characters of a passage. */
  const WIDTH = 220;

  /**
   * Where words that `hit` accepts stand in a text. What is given to it is folded.
   *
   * @param {string} text
   * @param {(word: string) => boolean} hit
   * @returns {TirekSearch.Range[]}
   */
  function ranges(text, hit) {
    /** @type {TirekSearch.Range[]} */
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const begin = match.index || 0;
      if (hit(tirekSearchParts.fold(match[0]).replace(/,/g, '.')))
        found.push([begin, begin + match[0].length]);
    }
    return found;
  }

  /**
   * Begin and end of a passage of about WIDTH characters that holds most of the marked words.
   *
   * @param {string} text
   * @param {TirekSearch.Range[]} marks
   * @returns {[number, number]}
   */
  function window(text, marks) {
    if (text.length <= WIDTH * 1.3) return [0, text.length];
    let best = 0;
    let most = -1;
    for (const [begin] of marks) {
      const from = Math.max(0, begin - 40);
      const seen = new Set();
      for (const [a, b] of marks)
        if (a >= from && b <= from + WIDTH) seen.add(tirekSearchParts.fold(text.slice(a, b)));
      if (seen.size > most) {
        most = seen.size;
        best = from;
      }
    }
    if (best > 0) {
      const sentence = text.slice(Math.max(0, best - 60), best + 40).search(/[.!?…]\s+(?=\S)/);
      const space = text.indexOf(' ', best);
      if (sentence >= 0) best = Math.max(0, best - 60) + sentence + 2;
      else if (space >= 0) best = space + 1;
    }
    let end = Math.min(text.length, best + WIDTH);
    if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), best + 1);
    return [best, end];
  }

  /** @type {TirekSearchParts['passage']} */
  function passage(card, stem, found) {
    /** @param {string} word */
    const hit = (word) => found.has(stem(word));
    const title = ranges(card.title, hit);
    const all = ranges(card.text, hit);
    const [begin, end] = window(card.text, all);
    const before = begin > 0 ? '… ' : '';
    const snippet = `${before}${card.text.slice(begin, end)}${end < card.text.length ? '…' : ''}`;
    const shift = before.length - begin;
    /** @type {TirekSearch.Range[]} */
    const marks = all
      .filter(([a, b]) => a >= begin && b <= end)
      .map(([a, b]) => [a + shift, b + shift]);
    return { title, snippet, marks, words: [...found].filter((term) => !term.startsWith('@')) };
  }

  tirekSearchParts.ranges = ranges;
  tirekSearchParts.passage = passage;
})();
