/**
 * The files of the index: loading and checking, and the cards of documents. `tirek/search/shards.py` says what is in them.
 */
(() => {
  'use strict';

  const { crc32 } = tirekSearchParts;
  const CARDS = 6;

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

    return { file, card, failed };
  }

  tirekSearchParts.put = put;
  tirekSearchParts.store = store;
})();
