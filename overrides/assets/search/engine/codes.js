/**
 * Numbers as text, and the sum that shows whether a text came whole: the twin of `tirek/search/codes.py`.
 */
(() => {
  'use strict';

  const ALPHABET =
    '!#$%&()*+,-./0123456789:;>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|';
  const BASE = 43;
  const LEVELS = 8;
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

  tirekSearchParts.crc32 = crc32;
  tirekSearchParts.postings = postings;
  tirekSearchParts.LEVELS = LEVELS;
  tirekSearchParts.BASE = ALPHABET.length;
  tirekSearchParts.digit = (text, i) => DIGITS[text.charCodeAt(i)];
})();
