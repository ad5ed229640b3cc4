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
  /** Letters of a word that shares the first one alone. */
  const SHORT = 6;
  /** Other first letters that are looked into, with all terms of this one, where these hold nothing near. */
  const ELSEWHERE = 3;

  /** @type {TirekSearchParts['lexicon']} */
  function lexicon(lang, start, terms, asking) {
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

    /** @param {string} stem */
    async function named(stem) {
      const notes = await terms.notes(lang, stem);
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
      const notes = await terms.notes(lang, `@${concept}`);
      return notes.map((note) => note.split('+'));
    }

    /**
     * Whether the list of a term, whose file is loaded, is a file of its own.
     *
     * @param {string} term
     */
    const isLong = (term) => long.has(term);

    /** @param {string} head */
    async function beginning(head) {
      const found = await terms.beginning(lang, head);
      for (const one of found) if (one.long) long.add(one.term);
      return found.map(({ term }) => term);
    }

    /**
     * @param {string} word
     * @param {boolean} typing
     */
    async function near(word, typing) {
      const root = stem(word);
      const [begun, ...ended] = await Promise.all([
        terms.heads(lang, word[0]),
        terms.tails(lang, root),
        root === word ? [] : terms.tails(lang, word),
      ]);
      // In a short word an error stands near the beginning and the end alike.
      const head = word.slice(0, word.length > SHORT ? HEAD : 1);
      const others = new Set([...begun.filter((term) => term.startsWith(head)), ...ended.flat()]);
      others.delete(root);
      const found = tirekSearchParts.near(word, others, stem, typing);
      if (found[0]?.cost <= tirekSearchParts.ONE || word.length < 4) return found;
      for (const term of [...begun, ...(await elsewhere(word))]) others.add(term);
      others.delete(root);
      return tirekSearchParts.near(word, others, stem, typing);
    }

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
        if (letter !== word[0] && terms.letters.has(letter) && cost < (others.get(letter) ?? 9))
          others.set(letter, cost);
      });
      const likely = [...others].sort((a, b) => a[1] - b[1]).slice(0, ELSEWHERE);
      return (await Promise.all(likely.map(([letter]) => terms.heads(lang, letter)))).flat();
    }

    return {
      lang,
      documents: start.documents[lang] || 0,
      stem,
      asks: (word) => asking.has(word),
      exact: (term) => terms.list(lang, term),
      isLong,
      beginning,
      near,
      named,
      phrasesOf,
    };
  }

  tirekSearchParts.lexicon = lexicon;
})();
