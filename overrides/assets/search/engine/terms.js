/**
 * The files of terms, which both languages share (`tirek/search/terms.py`): which one a term is in, and what it says.
 */
(() => {
  'use strict';

  const { crc32, digit, postings } = tirekSearchParts;
  const TAILS = 64;
  /** Where a line has the lists of a language; the phrases that begin with its term are as many places behind. */
  const PLACE = { kk: 0, ru: 1 };
  const NOTES = 2;

  /**
   * @param {string} term
   * @returns {string}
   */
  function asciiName(term) {
    let name = '';
    for (const letter of term) {
      const code = letter.charCodeAt(0);
      if (/[0-9a-z]/.test(letter)) name += letter;
      else if (code > 0x400) name += `_${(code - 0x400).toString(16).padStart(2, '0')}`;
      else name += `-${code.toString(16)}`;
    }
    return name;
  }

  /**
   * @param {string} content
   * @returns {TirekSearchShard}
   */
  function readShard(content) {
    /** @type {Map<string, string[]>} */
    const rows = new Map();
    let before = '';
    for (const line of content.split('\n')) {
      const [head, ...row] = line.split(' ');
      before = before.slice(0, digit(head, 0)) + head.slice(1);
      rows.set(before, row);
    }
    return { rows, read: new Map() };
  }

  /** @type {TirekSearchParts['terms']} */
  function terms(start, store) {
    const prefixes = start.terms.split(' ').filter(Boolean);
    const files = new Set(prefixes);
    const letters = new Set(prefixes.map(([letter]) => letter));
    const longest = Math.max(1, ...prefixes.map((prefix) => prefix.length));

    /** @param {string} prefix */
    const load = (prefix) => store.file(`t-${asciiName(prefix)}`, readShard);

    /**
     * The letters that name the file which a term would be in.
     *
     * @param {string} term
     */
    function fileOf(term) {
      for (let length = Math.min(longest, term.length); length > 0; length -= 1)
        if (files.has(term.slice(0, length))) return term.slice(0, length);
      return '';
    }

    /** @param {string} term */
    async function shardOf(term) {
      const prefix = fileOf(term);
      return prefix ? load(prefix) : null;
    }

    /** @param {string} head */
    async function shardsOf(head) {
      const own = fileOf(head);
      const longer = prefixes.filter((prefix) => prefix.startsWith(head) && prefix !== own);
      const shards = await Promise.all([own, ...longer].filter(Boolean).map(load));
      return shards.filter((shard) => shard !== null);
    }

    /**
     * @param {TirekSearch.Language} lang
     * @param {string} term
     */
    async function list(lang, term) {
      const shard = await shardOf(term);
      const text = shard?.rows.get(term)?.[PLACE[lang]];
      if (!shard || !text) return null;
      const key = `${lang} ${term}`;
      const before = shard.read.get(key);
      if (before) return before;
      const found = text.startsWith('=')
        ? await store.file(`${lang}/l-${asciiName(term)}`, postings)
        : postings(text);
      if (found) shard.read.set(key, found);
      return found;
    }

    /**
     * @param {TirekSearch.Language} lang
     * @param {string} term
     */
    async function notes(lang, term) {
      const shard = await shardOf(term);
      const note = shard?.rows.get(term)?.[NOTES + PLACE[lang]];
      return note ? note.split('|') : [];
    }

    /**
     * @param {TirekSearch.Language} lang
     * @param {string} head
     */
    async function beginning(lang, head) {
      /** @type {{term: string, long: boolean}[]} */
      const found = [];
      for (const shard of await shardsOf(head))
        for (const [term, row] of shard.rows) {
          const text = term.startsWith(head) && row[PLACE[lang]];
          if (text) found.push({ term, long: text.startsWith('=') });
        }
      return found;
    }

    /**
     * @param {TirekSearch.Language} lang
     * @param {string} name
     */
    async function stems(lang, name) {
      const lines = await store.file(name, (content) => content.split('\n'));
      return lines?.[PLACE[lang]]?.split(' ').filter(Boolean) || [];
    }

    return {
      letters,
      list,
      notes,
      beginning,
      heads: async (lang, letter) =>
        letters.has(letter) ? stems(lang, `h-${asciiName(letter)}`) : [],
      tails: (lang, stem) => stems(lang, `w-${crc32(stem.slice(-3)) % TAILS}`),
    };
  }

  tirekSearchParts.terms = terms;
})();
