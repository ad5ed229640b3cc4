/**
 * Numbers of persons, which must not be sent: as `tirek.inspection.identification` knows them. Knows no page: tests run it in Node.
 */

const TirekPersonal = (() => {
  'use strict';

  /**
   * Whether a text holds an individual identification number: 12 digits whose last one is their check.
   * Source: the number's rules of the Republic of Kazakhstan (weights 1 … 11, then 3 … 11, 1, 2).
   *
   * @param {string} text
   * @returns {boolean}
   */
  function hasPersonalNumber(text) {
    return (text.match(/(?<![0-9])[0-9]{12}(?![0-9])/g) ?? []).some((digits) => {
      const month = Number(digits.slice(2, 4));
      const day = Number(digits.slice(4, 6));
      if (month < 1 || month > 12 || day < 1 || day > 31) return false;
      /** @param {number} shift */
      const check = (shift) =>
        [...digits.slice(0, 11)].reduce(
          (sum, digit, i) => sum + Number(digit) * (((i + shift) % 11) + 1),
          0,
        ) % 11;
      const first = check(0);
      return (first === 10 ? check(2) : first) === Number(digits[11]);
    });
  }

  return { hasPersonalNumber };
})();
