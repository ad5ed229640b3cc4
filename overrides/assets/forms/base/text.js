/**
 * Letters: folding for look-ups, names for addresses. Knows no page: tests run it in Node.
 *
 * Non-goals: order of words (lists arrive in order), plural forms.
 */
const TirekText = (() => {
  'use strict';

  /** @type {Map<string, string>} */
  const keyboard = new Map();

  // Kazakh and Russian letters as addresses of this site spell them: Шығыс is shygys, Жұбанов is zhubanov.
  const LATIN = Object.fromEntries(
    'а-a ә-a б-b в-v г-g ғ-g д-d е-e ё-e ж-zh з-z и-i й-i к-k қ-k л-l м-m н-n ң-n о-o ө-o п-p р-r с-s т-t у-u ұ-u ү-u ф-f х-kh һ-kh ц-ts ч-ch ш-sh щ-sh ъ- ы-y і-i ь- э-e ю-yu я-ya'
      .split(' ')
      .map((pair) => pair.split('-')),
  );

  /**
   * @param {string[]} letters first those that a Russian keyboard lacks, then as many look-alikes
   * @returns {void}
   */
  function learn(letters) {
    const half = letters.length / 2;
    for (let i = 0; i < half; i += 1) keyboard.set(letters[i], letters[half + i]);
  }

  /**
   * As `tirek.text.fold`: lower case, look-alikes of Kazakh letters.
   *
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    const lower = text.normalize('NFD').toLowerCase().normalize('NFC');
    return [...lower].map((letter) => keyboard.get(letter) ?? letter).join('');
  }

  /**
   * A name for an address: lower-case Latin letters, digits, single hyphens.
   *
   * @param {string} text
   * @param {number} [longest]
   * @returns {string}
   */
  function slug(text, longest = 60) {
    const latin = [...text.normalize('NFC').toLowerCase()]
      .map((letter) => LATIN[letter] ?? letter)
      .join('');
    const words = latin.match(/[a-z0-9]+/g) ?? [];
    while (words.length > 1 && words.join('-').length > longest) words.pop();
    return words.join('-').slice(0, longest);
  }

  /**
   * @param {string} words with places such as %n
   * @param {Record<string, string | number>} values
   * @returns {string}
   */
  function filled(words, values) {
    return words.replace(/%([a-z]+)/g, (place, name) =>
      name in values ? String(values[name]) : place,
    );
  }

  return { learn, fold, slug, filled };
})();
