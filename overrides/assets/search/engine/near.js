/**
 * Typing errors: the terms that a misspelt word may stand for, and how many errors each takes.
 *
 * A word with one error is found by undoing every error there can be and taking the stem of what comes out, so that an
 * error may sit in an ending too. With two errors a word is compared to each term letter by letter.
 */
(() => {
  'use strict';

  const LETTERS = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
  const KEYS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
  /** Letters that are taken for each other by ear. */
  const SOUNDS = [
    'оа',
    'еи',
    'иы',
    'тд',
    'бп',
    'зс',
    'гк',
    'вф',
    'жш',
    'шщ',
    'еэ',
    'йи',
    'ьъ',
    'уы',
    'уи',
    'ае',
  ];
  const LIKELY = 0.75;
  const NEIGHBOUR = 0.85;
  /** Cost up to which there is one error. */
  const ONE = 1.1;
  /** An error at the very beginning is seldom. */
  const FIRST = 0.2;
  /** Letters of a beginning that is looked up before a stem is taken. */
  const HEAD = 5;

  /** @type {Map<string, number>} cost of a letter in another's place, where it is below 1 */
  const CHANGES = new Map();
  for (const row of KEYS)
    for (let i = 1; i < row.length; i += 1)
      for (const pair of [row[i - 1] + row[i], row[i] + row[i - 1]]) CHANGES.set(pair, NEIGHBOUR);
  for (const [a, b] of SOUNDS) for (const pair of [a + b, b + a]) CHANGES.set(pair, LIKELY);

  /** @type {TirekSearchParts['undone']} */
  function undone(word, each) {
    for (let i = 0; i <= word.length; i += 1) {
      const [before, letter, next, after] = [word.slice(0, i), word[i], word[i + 1], word.slice(i)];
      const more = i ? 0 : FIRST;
      const last = word[i - 1];
      for (const other of LETTERS) {
        const twice = other === last || other === letter;
        each(before + other + after, (twice ? LIKELY : 0.9) + more);
        if (letter && other !== letter)
          each(before + other + after.slice(1), (CHANGES.get(letter + other) || 1) + more);
      }
      if (letter) each(before + after.slice(1), (letter === last ? 0.6 : 0.95) + more);
      if (next && next !== letter)
        each(before + next + letter + after.slice(2), LIKELY + (i ? 0 : FIRST / 2));
    }
  }

  /**
   * Errors between a term and every beginning of a word: insertions, losses, changes, and neighbours swapped.
   *
   * @param {string} term
   * @param {string} word
   * @returns {{starts: Int32Array, ends: Int32Array}} term against `word.slice(0, j)`, and `term.slice(0, i)` against word
   */
  function errors(term, word) {
    const width = word.length;
    let before = new Int32Array(width + 1);
    let last = Int32Array.from({ length: width + 1 }, (_, j) => j);
    const ends = new Int32Array(term.length + 1);
    ends[0] = width;
    for (let i = 1; i <= term.length; i += 1) {
      const row = new Int32Array(width + 1);
      row[0] = i;
      for (let j = 1; j <= width; j += 1) {
        const same = term[i - 1] === word[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
      ends[i] = row[width];
    }
    return { starts: last, ends };
  }

  /**
   * How far `word` is from an inflected form of `term`; Infinity where it is another word.
   *
   * @param {string} term
   * @param {string} word
   * @param {(word: string) => string} stem
   * @param {boolean} typing the word may be cut off
   */
  function distance(term, word, stem, typing) {
    const shorter = Math.min(term.length, word.length);
    const most = shorter < 4 ? 1 : shorter < 6 ? 1.6 : 2.4;
    if (term.length > word.length + 2 && !typing) return Number.POSITIVE_INFINITY;
    const { starts, ends } = errors(term, word);
    let best = Number.POSITIVE_INFINITY;
    for (
      let j = Math.max(1, term.length - 2);
      j <= Math.min(word.length, term.length + 2);
      j += 1
    ) {
      if (starts[j] > most || starts[j] >= best) continue;
      const rest = word.slice(j);
      // What follows must be endings of this very term; one error may sit in them as well.
      let extra = 0;
      if (rest && stem(term + rest) !== term)
        extra = rest.length > 1 && rest.length < 6 ? 1 + 0.1 * rest.length : 9;
      best = Math.min(best, starts[j] + extra);
    }
    if (typing)
      for (let i = word.length - 2; i <= Math.min(term.length, word.length + 2); i += 1)
        if (i > 3) best = Math.min(best, ends[i] + 0.2);
    if (term[0] !== word[0]) best += FIRST;
    return best <= most ? best : Number.POSITIVE_INFINITY;
  }

  /**
   * The more endings were taken off, the likelier it is chance.
   *
   * @param {string} word
   * @param {string} root
   */
  const cutOff = (word, root) => Math.min(0.1, 0.03 * (word.length - root.length));

  /** @type {TirekSearchParts['near']} */
  function near(word, terms, stem, typing) {
    const known = new Set();
    const heads = new Set();
    for (const term of terms)
      if (tirekSearchParts.isWord(term)) {
        known.add(term);
        heads.add(term.slice(0, HEAD));
      }
    /** @type {Map<string, number>} */
    const found = new Map();
    /**
     * @param {string} term
     * @param {number} cost
     */
    const keep = (term, cost) => {
      if (cost < (found.get(term) ?? 9)) found.set(term, cost);
    };
    /** @param {string} text whether a known term may be its beginning */
    const begins = (text) => {
      for (let length = Math.min(HEAD, text.length); length > 1; length -= 1)
        if (heads.has(text.slice(0, length))) return true;
      return false;
    };
    if (word.length > 3)
      undone(word, (text, cost) => {
        if (!begins(text)) return;
        const term = stem(text);
        if (known.has(term)) keep(term, cost + cutOff(text, term));
      });
    // One error is likelier than two, and much cheaper to look for.
    if (![...found.values()].some((cost) => cost <= ONE)) {
      const root = stem(word);
      for (const term of known) {
        keep(term, distance(term, word, stem, typing));
        if (root !== word) keep(term, distance(term, root, stem, false) + cutOff(word, root));
      }
    }
    return [...found]
      .map(([term, cost]) => ({ term, cost }))
      .sort((a, b) => a.cost - b.cost || (a.term < b.term ? -1 : 1));
  }

  tirekSearchParts.ONE = ONE;
  tirekSearchParts.undone = undone;
  tirekSearchParts.near = near;
  tirekSearchParts.apart = (one, other) => errors(one, other).ends[one.length];
})();
