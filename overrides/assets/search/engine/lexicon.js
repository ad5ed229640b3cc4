/**
 * The terms of one language: exact, by first letters, and near ones for typing errors.
 *
 * An error leaves the first letter as it is, or else the last ones: so two small files of stems hold nearly every word that was
 * meant.
 */
(() => {
  'use strict';

  /** Letters that a query shares with the terms it is compared to first. */
  const HEAD = 3;
  /** Letters of a word that shares one letter less. */
  const SHORT = 6;
  /** Other first letters that are looked into, with all terms of this one, where these hold nothing near. */
  const ELSEWHERE = 3;

  /** @type {TirekSearchParts['lexicon']} */
  function lexicon(lang, start, terms, store) {
    const [count, ...prefixes] = terms;
    const files = new Set(prefixes);
    const letters = new Set(prefixes.map(([letter]) => letter));
    const longest = Math.max(1, ...prefixes.map((prefix) => prefix.length));
    const plain =
      lang === 'kk'
        ? tirekSearchParts.kazakh(start.kazakh)
        : tirekSearchParts.russian(start.russian);
    const asking = new Set(start.asking.split(' '));
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
        const [concept, rest] = note.replace('^', '').split(':');
        return {
          rest: rest ? rest.split('+') : [],
          concept: Number(concept),
          short: note.startsWith('^'),
        };
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
      const [begun, ...ended] = await Promise.all([
        heads(word[0]),
        store.tails(lang, root),
        root === word ? [] : store.tails(lang, word),
      ]);
      // In a short word an error stands near the beginning and the end alike.
      const head = word.slice(0, word.length > SHORT ? HEAD : HEAD - 1);
      const terms = new Set([...begun.filter((term) => term.startsWith(head)), ...ended.flat()]);
      terms.delete(root);
      const found = tirekSearchParts.near(word, terms, stem, typing);
      if (found[0]?.cost <= tirekSearchParts.ONE || word.length < 4) return found;
      for (const term of [...begun, ...(await elsewhere(word))]) terms.add(term);
      terms.delete(root);
      return tirekSearchParts.near(word, terms, stem, typing);
    }

    /**
     * Terms that begin with a letter.
     *
     * @param {string} letter
     */
    const heads = async (letter) => (letters.has(letter) ? store.heads(lang, letter) : []);

    /**
     * Terms with the likeliest other first letters, where neither the beginning nor the end of a word was right.
     *
     * @param {string} word
     */
    async function elsewhere(word) {
      /** @type {Map<string, number>} cost by letter */
      const others = new Map();
      tirekSearchParts.undone(word, (text, cost) => {
        const [letter] = text;
        if (letter !== word[0] && letters.has(letter) && cost < (others.get(letter) ?? 9))
          others.set(letter, cost);
      });
      const likely = [...others].sort((a, b) => a[1] - b[1]).slice(0, ELSEWHERE);
      return (await Promise.all(likely.map(([letter]) => heads(letter)))).flat();
    }

    return {
      lang,
      documents: Number(count || 0),
      stem,
      asks: (word) => asking.has(word),
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
