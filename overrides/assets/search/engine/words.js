/**
 * The words of a text, folded: the twin of `tirek/text.py` (fold) and `tirek/search/words.py`; a test compares them.
 */
var tirekSearchParts = /** @type {TirekSearchParts} */ ({});

(() => {
  'use strict';

  /** @type {Record<string, string>} */
  const KEYBOARD = {
    ё: 'е',
    ә: 'а',
    ғ: 'г',
    қ: 'к',
    ң: 'н',
    ө: 'о',
    ұ: 'у',
    ү: 'у',
    һ: 'х',
    і: 'и',
  };
  const KAZAKH = /[ёәғқңөұүһі]/g;
  /** Letters that full case folding spells with others, and JavaScript's lower case does not. */
  /** @type {Record<string, string>} */
  const SPELLED = {
    ...{ ß: 'ss', ſ: 's', ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' },
    ...{ ŉ: '\u02bcn', ẚ: 'a\u02be', '\u0345': '\u03b9' },
    ...{ ᲀ: 'в', ᲁ: 'д', ᲂ: 'о', ᲃ: 'с', ᲄ: 'т', ᲅ: 'т', ᲆ: 'ъ', ᲇ: '\u0463' },
  };
  const LIGATURES = /[ßſŉẚﬀ-ﬆᲀ-ᲇ]|\u0345/g;
  const UNSEEN = /[\u00ad\u2060\ufeff]|[\u0300-\u036f]|[\u200b-\u200d]/g;
  const TOKEN =
    /[0-9]+(?:[.,][0-9]+)+|[0-9a-z\u0430-\u04ff]+(?:[-\u2010\u2011'\u2019\u02bc][0-9a-z\u0430-\u04ff]+)*/g;
  const PART = /[0-9a-z\u0430-\u04ff]+/g;
  /** Numbers written in groups: 94 266; no look behind, which old browsers do not know. */
  const GROUPED =
    /(^|[^0-9A-Za-z\u0400-\u04ff.,])([0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+)(?![0-9A-Za-z\u0400-\u04ff]|[.,][0-9])/g;
  const GAP = /[ \u00a0\u2009\u202f]/g;
  const LETTERS = /^[a-z\u0430-\u04ff]+$/;

  /**
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    let before = '';
    let folded = text;
    while (folded !== before) {
      before = folded;
      folded = folded
        .normalize('NFD')
        .toLowerCase()
        .replace(LIGATURES, (letter) => SPELLED[letter])
        .normalize('NFC')
        .replace(KAZAKH, (letter) => KEYBOARD[letter]);
    }
    return folded.replace(UNSEEN, '');
  }

  /**
   * One token's words: its parts, and all of it written as one where it has hyphens.
   *
   * @param {string} token
   * @returns {string[]}
   */
  function parted(token) {
    if (/^[0-9]/.test(token) && /[.,]/.test(token)) return [token.replace(/,/g, '.')];
    const parts = token.match(PART) || [];
    if (parts.length === 1) return parts;
    const whole = parts.join('');
    const grouped = token.includes("'") && /^[0-9]+$/.test(whole);
    return grouped || LETTERS.test(whole) ? [...parts, whole] : parts;
  }

  /** @param {string} text */
  const grouped = (text) =>
    text.replace(GROUPED, (_, before, number) => before + number.replace(GAP, "'"));

  /** @type {TirekSearchParts['tokens']} */
  const tokens = (text) => (fold(grouped(text)).match(TOKEN) || []).map(parted);

  tirekSearchParts.fold = fold;
  tirekSearchParts.tokens = tokens;
  tirekSearchParts.isWord = (word) => LETTERS.test(word);
})();
