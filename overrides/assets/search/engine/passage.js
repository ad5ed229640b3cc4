/**
 * What a result shows: the passage with most of the words found, and where they stand.
 */
(() => {
  'use strict';

  const WORD =
    /[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])|(?:[0-9A-Za-z\u00aa-\u024f\u0400-\u04ff]|[\u0300-\u036f])+(?:[.,][0-9]+)*/g;
  /** Characters of a passage. */
  const WIDTH = 220;
  /** Words and phrases that go to the opened page; they are in its address. */
  const MOST = 16;

  /** @type {TirekSearchParts['ranges']} */
  function ranges(text, hit, phrases = []) {
    const words = [...text.matchAll(WORD)].map((match) => ({
      begin: match.index || 0,
      end: (match.index || 0) + match[0].length,
      word: tirekSearchParts.fold(match[0]).replace(/,/g, '.').replace(/\s/g, ''),
    }));
    const found = words.map(({ word }) => hit(word));
    // A word of «жалпы білім беретін мектеп» means the school only where the others stand by it.
    for (const phrase of phrases)
      for (let i = 0; i + phrase.length <= words.length; i += 1) {
        const side = words.slice(i, i + phrase.length);
        if (phrase.every((part) => side.some(({ word }) => part(word))))
          found.fill(true, i, i + phrase.length);
      }
    // A letter alone at the side of a phrase is a sign of abbreviation: «г. Алматы».
    words.forEach(({ word }, i) => {
      const inside = i > 0 && found[i - 1] && found[i + 1];
      if (word.length === 1 && !inside && !hit(word)) found[i] = false;
    });
    return words
      .filter((_, i) => found[i])
      .map(({ begin, end }) => /** @type {const} */ ([begin, end]));
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
  function passage(card, stem, found, phrases) {
    const terms = [...found].filter((term) => !term.startsWith('@'));
    /** @param {string} word */
    const hit = (word) => found.has(stem(word));
    const wanted = phrases.map((phrase) =>
      phrase.map((term) => (/** @type {string} */ word) => stem(word) === term),
    );
    const title = ranges(card.title, hit, wanted);
    const all = ranges(card.text, hit, wanted);
    const [begin, end] = window(card.text, all);
    const before = begin > 0 ? '… ' : '';
    const piece = card.text.slice(begin, end);
    const cut = end < card.text.length ? `${piece.replace(/[\s,;:·–(«]+$/, '')}…` : piece;
    const snippet = `${before}${cut}`;
    const shift = before.length - begin;
    /** @type {TirekSearch.Range[]} */
    const marks = all
      .filter(([a, b]) => a >= begin && b <= end)
      .map(([a, b]) => [a + shift, b + shift]);
    // What begins like another word is marked with it.
    const words = terms.filter(
      (term) =>
        !terms.some((other) => other !== term && other.length > 3 && term.startsWith(other)),
    );
    for (const phrase of phrases) {
      const inside = phrases.some(
        (other) => other.length < phrase.length && other.every((term) => phrase.includes(term)),
      );
      const whole = phrase.join('+');
      if (!inside && !words.includes(whole)) words.push(whole);
    }
    return { title, snippet, marks, words: words.slice(0, MOST) };
  }

  /** @type {TirekSearchParts['together']} */
  function together(card, stem, wanted) {
    if (wanted.length < 2) return 0;
    const stems = tirekSearchParts
      .tokens(`${card.title} ${card.text}`)
      .flatMap((words) => (words.length > 1 ? words.slice(0, -1) : words))
      .map(stem);
    let pairs = 0;
    for (let i = 1; i < wanted.length; i += 1) {
      const [a, b] = [wanted[i - 1], wanted[i]];
      if (stems.some((one, k) => a.has(one) && (b.has(stems[k + 1]) || b.has(stems[k + 2]))))
        pairs += 1;
    }
    return pairs / (wanted.length - 1);
  }

  tirekSearchParts.ranges = ranges;
  tirekSearchParts.together = together;
  tirekSearchParts.passage = passage;
})();
