/**
 * The terms of one language: exact, by first letters, and near ones for typing errors.
 *
 * An error after the third letter leaves the file of terms as it is, and one before leaves the last letters: so two small
 * files hold nearly every word that was meant.
 */
(() => {
  'use strict';

  /** Letters that a query shares with the terms it is compared to. */
  const HEAD = 3;

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
        extra = rest.length < 5 ? 0.5 + 0.15 * rest.length : 9;
      best = Math.min(best, starts[j] + extra);
    }
    if (typing)
      for (let i = word.length - 2; i <= Math.min(term.length, word.length + 2); i += 1)
        if (i > 3) best = Math.min(best, ends[i] + 0.2);
    if (term[0] !== word[0]) best += 0.3;
    return best <= most ? best : Number.POSITIVE_INFINITY;
  }

  /** @type {TirekSearchParts['lexicon']} */
  function lexicon(lang, start, terms, store) {
    const [count, ...prefixes] = terms;
    const files = new Set(prefixes);
    const longest = Math.max(1, ...prefixes.map((prefix) => prefix.length));
    const plain =
      lang === 'kk'
        ? tirekSearchParts.kazakh(start.kazakh)
        : tirekSearchParts.russian(start.russian);
    /** @type {Map<string, string>} */
    const stems = new Map();
    /** @type {Set<string>} */
    const long = new Set();

    /** @param {string} word */
    function stem(word) {
      let found = stems.get(word);
      if (found === undefined) {
        found = tirekSearchParts.isWord(word) ? plain(word) : word;
        stems.set(word, found);
      }
      return found;
    }

    /**
     * The file that a term would be in.
     *
     * @param {string} term
     */
    function fileOf(term) {
      for (let length = Math.min(longest, term.length); length > 0; length -= 1)
        if (files.has(term.slice(0, length))) return term.slice(0, length);
      return '';
    }

    /** @param {string} term */
    const shardOf = async (term) => {
      const prefix = fileOf(term);
      return prefix ? store.terms(lang, prefix) : null;
    };

    /** @param {string} term */
    async function exact(term) {
      const shard = await shardOf(term);
      return shard && store.list(lang, shard, term);
    }

    /** @param {string} term */
    async function notesOf(term) {
      const shard = await shardOf(term);
      const note = shard?.notes.get(term);
      return note ? note.split('|') : [];
    }

    /** @param {string} stem */
    async function named(stem) {
      const notes = await notesOf(stem);
      return notes.map((note) => {
        const [concept, rest] = note.split(':');
        return { rest: rest ? rest.split('+') : [], concept: Number(concept) };
      });
    }

    /** @param {number} concept */
    async function phrasesOf(concept) {
      const notes = await notesOf(`@${concept}`);
      return notes.map((note) => note.split('+'));
    }

    /**
     * Whether the list of a term, whose file is loaded, is a file of its own.
     *
     * @param {string} term
     */
    const isLong = (term) => long.has(term);

    /** @param {string} letters */
    async function beginning(letters) {
      const own = fileOf(letters);
      const names = prefixes.filter((prefix) => prefix.startsWith(letters) && prefix !== own);
      const shards = await Promise.all(
        [own, ...names].filter(Boolean).map((name) => store.terms(lang, name)),
      );
      /** @type {string[]} */
      const found = [];
      for (const shard of shards)
        if (shard)
          shard.terms.forEach((term, i) => {
            if (!term.startsWith(letters) || !shard.lists[i]) return;
            found.push(term);
            if (shard.lists[i].startsWith('=')) long.add(term);
          });
      return found;
    }

    /**
     * @param {string} word
     * @param {boolean} typing
     */
    async function near(word, typing) {
      const root = stem(word);
      const lists = await Promise.all([
        beginning(word.slice(0, HEAD)),
        store.tails(lang, root),
        root === word ? [] : store.tails(lang, word),
      ]);
      const found = [];
      for (const term of new Set(lists.flat())) {
        if (!tirekSearchParts.isWord(term)) continue;
        const cost = Math.min(
          distance(term, word, stem, typing),
          root === word ? 9 : distance(term, root, stem, false),
        );
        if (cost < 9) found.push({ term, cost });
      }
      return found.sort((a, b) => a.cost - b.cost || (a.term < b.term ? -1 : 1));
    }

    return {
      lang,
      documents: Number(count || 0),
      stem,
      exact,
      isLong,
      beginning,
      near,
      named,
      phrasesOf,
    };
  }

  tirekSearchParts.lexicon = lexicon;
})();
