/**
 * What the files of the faceted browser hold, and how it is read.
 *
 * All files call one global, `tirekFacets`. `<src>` is the section's data-src, `<lang>` its data-lang. Records are numbered 0 … total-1
 * in one order that is the same in both languages ("catalogue order"); results come in that order.
 *
 * `<src><lang>/index.js`, loaded when the panel is opened:
 *
 *     tirekFacets.index({dataset: 'materials', total: 10000, order_note: 'Newest first.', chunk: 32, version: 'a1b2c3', facets: [
 *       {id: 'needs', label: 'Need', multiple: true, values: [{id: 'hearing', label: 'Hearing', n: 57, depth: 1}, …]}, …]})
 *
 * `values` stand in one order in both languages, for columns name them by position; `n` counts the records that have the value;
 * `depth` (0 if left out) indents narrower concepts. A record that has a narrower value carries the broader ones too.
 * `multiple` says that several values of the facet may be chosen (any of them matches); without it choosing one drops the other.
 * `version` (optional) is put after file names so that a browser never mixes files of two builds.
 *
 * `<src>column-<facet>.js`, one a facet, the same for both languages, loaded when the panel is opened:
 *
 *     tirekFacets.column('needs', {combos: [[], [0], [1, 4], …], codes: '…'})
 *
 * `combos` lists the sets of values that occur (put the commonest first); a record's code is the number of its combo. With at most 90 combos
 * `codes` has one character a record. With more it has two planes, each of `total` characters: first all high digits, then all low digits,
 * code = high * 90 + low (planes compress better than pairs). A digit is a character of ALPHABET: ASCII 32 … 126 without " ' < \ `
 * so that it needs no escaping in a script. 8,100 combos at most.
 *
 * `<src><lang>/cards-<k>.js`, loaded when one of records k*chunk … (k+1)*chunk-1 is shown:
 *
 *     tirekFacets.cards(0, [[id, title, word, line, note], …])
 *
 * All text, never HTML: `id` stands in for {id} in the section's data-page; `word` is what kind of thing it is; `note` may be ''.
 *
 * Non-goals: loading (browser.js does it).
 */
const TirekFacetData = (() => {
  'use strict';

  const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    .filter((c) => !'"\'<\\`'.includes(c))
    .join('');
  const BASE = ALPHABET.length;

  /**
   * Read the codes of one column.
   *
   * @param {string} text one or two planes of digits
   * @param {number} total records
   * @param {number} combos how many there are
   * @returns {Uint16Array}
   */
  function decoded(text, total, combos) {
    const planes = combos > BASE ? 2 : 1;
    if (text.length !== total * planes)
      throw new Error(`column has ${text.length} digits, not ${total * planes}`);
    const digit = new Uint16Array(128);
    for (let i = 0; i < BASE; i += 1) digit[ALPHABET.charCodeAt(i)] = i;
    const codes = new Uint16Array(total);
    for (let i = 0; i < total; i += 1) {
      const first = digit[text.charCodeAt(i)];
      codes[i] = planes === 1 ? first : first * BASE + digit[text.charCodeAt(total + i)];
    }
    return codes;
  }

  return { decoded };
})();
