/**
 * Numbers of persons, which must not be sent: those that `tirek/inspection/identification.py` finds, which says what they are. A test
 * compares the two over many texts. Knows no page: tests run it in Node.
 */

const TirekPersonal = (() => {
  'use strict';

  const GAP = '[ \\u00a0\\u2007\\u2009\\u202f./_–-]?';
  const TWELVE = new RegExp(
    `(?<!\\p{Nd})(?<!\\p{Nd}[ \\u00a0./_–-])\\p{Nd}(?:${GAP}\\p{Nd}){11}(?!${GAP}\\p{Nd})`,
    'gu',
  );
  const LABELLED = /(?<![\p{L}\p{N}_])(?:ЖСН|ИИН|IIN)(?![\p{L}\p{N}_])[^\p{Nd}\n]{0,12}$/iu;
  const CENTURIES = new Map([
    ['3', 1900],
    ['4', 1900],
    ['5', 2000],
    ['6', 2000],
  ]);

  /**
   * @param {string} digits
   * @returns {boolean} whether they begin with a day of birth
   */
  function isDated(digits) {
    const century = CENTURIES.get(digits[6]);
    if (century === undefined) return false;
    const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
    const date = new Date(Date.UTC(century + year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  /**
   * @param {string} digits
   * @returns {boolean} whether the last is the check of the others
   */
  function isChecked(digits) {
    /** @param {number} shift */
    const rest = (shift) =>
      [...digits.slice(0, 11)].reduce(
        (sum, digit, i) => sum + Number(digit) * (((i + shift) % 11) + 1),
        0,
      ) % 11;
    const first = rest(0);
    return (first === 10 ? rest(2) : first) === Number(digits[11]);
  }

  /**
   * Whether a text holds a number that can be a person's. One whose check is wrong passes, unless the text calls it by its name.
   *
   * @param {string} text
   * @returns {boolean}
   */
  function hasPersonalNumber(text) {
    for (const found of text.matchAll(TWELVE)) {
      const at = found.index ?? 0;
      const digits = [...found[0]].filter((sign) => /\p{Nd}/u.test(sign)).join('');
      const isNamed = LABELLED.test(text.slice(Math.max(0, at - 24), at));
      if (isDated(digits) && (isNamed || isChecked(digits))) return true;
    }
    return false;
  }

  return { hasPersonalNumber };
})();
