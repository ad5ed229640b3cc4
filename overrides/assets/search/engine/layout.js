/**
 * Words typed while the keyboard was in another language: ghbdtn is привет.
 *
 * Non-goals: keyboards other than the Russian and Kazakh of Windows and the English one.
 */
(() => {
  'use strict';

  const ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
  const ENGLISH_KAZAKH = '234589-=0';
  const KAZAKH = 'әіңғүұөһқ';

  /**
   * @param {string} from
   * @param {string} to
   */
  const pairs = (from, to) => new Map([...from].map((letter, i) => [letter, to[i]]));

  const TO_RUSSIAN = pairs(ENGLISH, RUSSIAN);
  const TO_KAZAKH = new Map([...TO_RUSSIAN, ...pairs(ENGLISH_KAZAKH, KAZAKH)]);
  const TO_ENGLISH = pairs(RUSSIAN, ENGLISH);

  /**
   * @param {string} text
   * @param {Map<string, string>} keys
   */
  const typed = (text, keys) => [...text].map((letter) => keys.get(letter) || letter).join('');

  /**
   * What the same keys give in other layouts, likeliest first; [] where the text is mixed.
   *
   * @param {string} text
   * @returns {string[]}
   */
  function otherLayout(text) {
    const low = text.toLowerCase();
    const latin = /[a-z]/.test(low);
    const cyrillic = /[\u0400-\u04ff]/.test(low);
    if (latin === cyrillic) return [];
    // Where the English keyboard has a sign, and where only the Kazakh one has a letter, nobody typed an English word.
    if (cyrillic) return /[бёжхъэюәіңғүұөқһ]/.test(low) ? [] : [typed(low, TO_ENGLISH)];
    const russian = typed(low, TO_RUSSIAN);
    return /[2-589\-=0]/.test(low) ? [typed(low, TO_KAZAKH), russian] : [russian];
  }

  tirekSearchParts.otherLayout = otherLayout;
})();
