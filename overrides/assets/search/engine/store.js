/**
 * The files of the index: loading, checking, reading. `tirek/search/shards.py` says what is in them.
 */
(() => {
  'use strict';

  const { crc32, digit, postings } = tirekSearchParts;
  const TAILS = 64;
  const CARDS = 6;

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

  /** @type {Map<string, string>} content of files that came whole, until it is taken */
  const arrived = new Map();

  /**
   * @param {string} name
   * @param {string} check
   * @param {string} content
   */
  function put(name, check, content) {
    if (Number.parseInt(check, 16) === crc32(content)) arrived.set(name, content);
  }

  /**
   * @param {(name: string) => Promise<void>} load
   * @returns {TirekSearchStore}
   */
  function store(load) {
    /** @type {Map<string, Promise<any>>} */
    const kept = new Map();
    /** @type {Set<string>} */
    const failed = new Set();

    /**
     * What `read` makes of a file; null where it is damaged or missing, which the next call tries again.
     *
     * @template T
     * @param {string} name
     * @param {(content: string) => T} read
     * @returns {Promise<T | null>}
     */
    function file(name, read) {
      const before = kept.get(name);
      if (before) return before;
      // The page may have loaded it already, together with the engine.
      const made = (arrived.has(name) ? Promise.resolve() : load(`${name}.js`))
        .then(() => {
          const content = arrived.get(name);
          if (content === undefined) throw new Error(`damaged: ${name}`);
          arrived.delete(name);
          failed.delete(name);
          return read(content);
        })
        .catch(() => {
          failed.add(name);
          kept.delete(name);
          return null;
        });
      kept.set(name, made);
      return made;
    }

    /**
     * @param {string} content
     * @returns {TirekSearchTerms}
     */
    function readTerms(content) {
      /** @type {string[]} */
      const terms = [];
      /** @type {string[]} */
      const lists = [];
      /** @type {Map<string, string>} */
      const notes = new Map();
      let before = '';
      for (const line of content.split('\n')) {
        const [head, list, note] = line.split(' ');
        before = before.slice(0, digit(head, 0)) + head.slice(1);
        terms.push(before);
        lists.push(list);
        if (note) notes.set(before, note);
      }
      const place = new Map(terms.map((term, i) => [term, i]));
      return { terms, lists, notes, place, read: new Map() };
    }

    /**
     * @param {string} lang
     * @param {string} prefix
     */
    const terms = (lang, prefix) => file(`${lang}/t-${asciiName(prefix)}`, readTerms);

    /**
     * @param {string} lang
     * @param {TirekSearchTerms} shard
     * @param {string} term
     * @returns {Promise<Int32Array | null>}
     */
    async function list(lang, shard, term) {
      const place = shard.place.get(term);
      if (place === undefined || !shard.lists[place]) return null;
      const before = shard.read.get(term);
      if (before) return before;
      const text = shard.lists[place];
      const found = text.startsWith('=')
        ? await file(`${lang}/l-${asciiName(term)}`, postings)
        : postings(text);
      if (found) shard.read.set(term, found);
      return found;
    }

    /**
     * @param {string} content
     * @returns {Map<number, TirekSearchCard>}
     */
    function readCards(content) {
      /** @type {Map<number, TirekSearchCard>} */
      const cards = new Map();
      for (const row of content.split('\n')) {
        const [n, kind, id, uri, title, line, text, told] = row.split('\t');
        cards.set(Number(n), {
          kind: /** @type {TirekSearch.Kind} */ (kind),
          id,
          uri,
          title,
          line,
          text,
          told: /** @type {TirekSearch.Language | undefined} */ (told),
        });
      }
      return cards;
    }

    /**
     * @param {string} lang
     * @param {number} n
     */
    async function card(lang, n) {
      const cards = await file(`${lang}/c-${Math.floor(n / CARDS)}`, readCards);
      return cards ? cards.get(n % CARDS) || null : null;
    }

    /** @param {string} name */
    const stems = async (name) =>
      (await file(name, (content) => content.split(' ').filter(Boolean))) || [];

    /**
     * Stems that begin with a letter.
     *
     * @param {string} lang
     * @param {string} letter
     */
    const heads = (lang, letter) => stems(`${lang}/h-${asciiName(letter)}`);

    /**
     * Stems that end like one, and others.
     *
     * @param {string} lang
     * @param {string} stem
     */
    const tails = (lang, stem) => stems(`${lang}/w-${crc32(stem.slice(-3)) % TAILS}`);

    return { file, terms, list, card, heads, tails, failed };
  }

  tirekSearchParts.put = put;
  tirekSearchParts.store = store;
})();
