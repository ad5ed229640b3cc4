/**
 * The files of the index: loading, checking, reading. `tirek/search/shards.py` says what is in them.
 */
(() => {
  'use strict';

  const ALPHABET =
    '!#$%&()*+,-./0123456789:;>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|';
  const BASE = 43;
  const LEVELS = 8;
  const TAILS = 64;
  const CARDS = 6;

  const DIGITS = new Int16Array(128).fill(-1);
  for (let i = 0; i < ALPHABET.length; i += 1) DIGITS[ALPHABET.charCodeAt(i)] = i;

  const ENCODER = new TextEncoder();
  /** What each value of a byte does to the checksum from 0, 1, 2 and 3 bytes before the end of four. */
  const CRC = [0, 1, 2, 3].map(() => new Int32Array(256));
  for (let n = 0; n < 256; n += 1) {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    CRC[0][n] = c;
  }
  for (let n = 0; n < 256; n += 1)
    for (let k = 1; k < 4; k += 1) {
      const before = CRC[k - 1][n];
      CRC[k][n] = CRC[0][before & 255] ^ (before >>> 8);
    }

  /**
   * CRC-32 of a text as UTF-8. Every file waits for it, so four bytes are taken at a time.
   *
   * @param {string} text
   * @returns {number}
   */
  function crc32(text) {
    const [last, third, second, first] = CRC;
    const bytes = ENCODER.encode(text);
    const { length } = bytes;
    let crc = -1;
    let i = 0;
    for (; i + 3 < length; i += 4) {
      crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
      crc =
        first[crc & 255] ^ second[(crc >>> 8) & 255] ^ third[(crc >>> 16) & 255] ^ last[crc >>> 24];
    }
    for (; i < length; i += 1) crc = last[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
    return (crc ^ -1) >>> 0;
  }

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
   * Numbers of documents and levels, one after the other: n, level, n, level …
   *
   * @param {string} text
   * @returns {Int32Array}
   */
  function postings(text) {
    const found = new Int32Array(text.length * 2);
    let size = 0;
    let last = -1;
    let value = 0;
    let place = 1;
    for (let i = 0; i < text.length; i += 1) {
      const digit = DIGITS[text.charCodeAt(i)];
      if (digit >= BASE) {
        value += (digit - BASE) * place;
        place *= BASE;
      } else {
        value += digit * place;
        last += Math.floor(value / LEVELS) + 1;
        found[size] = last;
        found[size + 1] = value % LEVELS;
        size += 2;
        value = 0;
        place = 1;
      }
    }
    return found.subarray(0, size);
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
        before = before.slice(0, DIGITS[head.charCodeAt(0)]) + head.slice(1);
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

  tirekSearchParts.crc32 = crc32;
  tirekSearchParts.put = put;
  tirekSearchParts.store = store;
  tirekSearchParts.LEVELS = LEVELS;
  tirekSearchParts.BASE = ALPHABET.length;
  tirekSearchParts.digit = (text, i) => DIGITS[text.charCodeAt(i)];
})();
