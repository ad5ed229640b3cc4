/**
 * Kazakh and Russian stems: interpreters of the tables that come with the index (`tirek/search/kazakh.py`, `russian.py`).
 * Both agree word for word with what made the index; a test compares them.
 */
(() => {
  'use strict';

  const KAZAKH_VOWELS = 'аеыоуиэюя';
  const OPEN = 'аеыиоэюя';
  /** Letters of a Russian stem, see `russian.py`. */
  const LEAST = 3;
  const RUSSIAN_VOWELS = 'аеиоуыэюя';

  /**
   * @param {TirekSearchKazakh} table
   * @returns {(word: string) => string}
   */
  function kazakh(table) {
    const roots = new Set(table.roots);
    const short = new Set(table.short);
    const longest = table.longest;

    /**
     * @param {TirekSearchRule} rule
     * @param {string} rest
     */
    function fits(rule, rest) {
      const [last, second, least, , back] = rule;
      const { length } = rest;
      const final = rest[length - 1];
      if (length < least || !last.includes(final)) return false;
      if (length === 2 && OPEN.includes(final) && !short.has(rest)) return false;
      if (second && !second.includes(rest[length - 2])) return false;
      let count = 0;
      let vowel = '';
      for (const letter of rest)
        if (KAZAKH_VOWELS.includes(letter)) {
          count += 1;
          vowel = letter;
        }
      if (!count) return false;
      if (back === null) return true;
      if (vowel === 'ы' || vowel === 'а') return back || (vowel === 'а' && count === 1);
      return vowel === 'е' || vowel === 'э' ? !back : true;
    }

    /**
     * @param {string} word
     * @param {Record<string, TirekSearchRule[]>} rules
     * @returns {[number, string] | null}
     */
    function taken(word, rules) {
      /** @type {[number, string] | null} */
      let found = null;
      /** @type {[number, string] | null} */
      let root = null;
      for (let length = Math.min(longest, word.length - 2); length > 0; length -= 1) {
        const rest = word.slice(0, -length);
        const rule = (rules[word.slice(-length)] || []).find((each) => fits(each, rest));
        if (!rule) continue;
        if (roots.has(rest)) root = [length, rule[3]];
        found = found || [length, rule[3]];
      }
      return root || found;
    }

    return (word) => {
      let rest = word;
      let state = 'w';
      while (state && !roots.has(rest)) {
        const step = taken(rest, table.rules[state]);
        if (!step) break;
        rest = rest.slice(0, -step[0]);
        state = step[1];
      }
      if (table.weak[rest]) return table.weak[rest];
      const { length } = rest;
      if (length > 2 && KAZAKH_VOWELS.includes(rest[length - 2])) {
        if (rest[length - 1] === 'б') return `${rest.slice(0, -1)}п`;
        if (rest[length - 1] === 'г') return `${rest.slice(0, -1)}к`;
      }
      return rest;
    };
  }

  /**
   * Snowball's Russian algorithm (https://snowballstem.org/algorithms/russian/stemmer.html).
   *
   * @param {Record<string, string[]>} table
   * @returns {(word: string) => string}
   */
  function russian(table) {
    /** @type {Record<string, [Map<string, boolean>, number]>} */
    const lists = {};
    const [participle] = table.short;
    const cut = new Map(table.cut.map((pair) => /** @type {[string, string]} */ (pair.split(':'))));
    for (const name of Object.keys(table)) {
      /** @type {Map<string, boolean>} */
      const endings = new Map();
      for (const ending of table[name])
        endings.set(ending.replace('+', ''), ending.startsWith('+'));
      lists[name] = [endings, Math.max(...[...endings.keys()].map((ending) => ending.length))];
    }

    /**
     * The word without its longest ending of a list, or null where there is none.
     *
     * @param {string} name
     * @param {string} word
     * @param {number} from
     */
    function without(name, word, from) {
      const [endings, most] = lists[name];
      for (let length = Math.min(most, word.length - from); length > 0; length -= 1) {
        const after = endings.get(word.slice(-length));
        if (after === undefined) continue;
        const rest = word.slice(0, -length);
        return after && !(rest.length > from && /[ая]$/.test(rest)) ? null : rest;
      }
      return null;
    }

    /**
     * @param {string} word
     * @param {number} start
     * @param {boolean} vowel
     */
    function after(word, start, vowel) {
      for (let i = start; i < word.length; i += 1)
        if (RUSSIAN_VOWELS.includes(word[i]) === vowel) return i + 1;
      return -1;
    }

    /** @param {string} word */
    const snowball = (word) => {
      const from = after(word, 0, true);
      if (from < 0) return word;
      const first = after(word, from, false);
      const second = first < 0 ? -1 : after(word, first, true);
      const third = second < 0 ? -1 : after(word, second, false);

      let rest = without('gerund', word, from);
      if (rest === null) {
        const plain = without('reflexive', word, from) ?? word;
        const adjective = without('adjective', plain, from);
        if (adjective !== null) rest = without('participle', adjective, from) ?? adjective;
        else rest = without('verb', plain, from) ?? without('noun', plain, from) ?? plain;
      }
      if (rest.length > from && rest.endsWith('и')) rest = rest.slice(0, -1);
      const derived = /(ость|ост)$/.exec(rest);
      if (derived && third >= 0 && derived.index >= third) rest = rest.slice(0, derived.index);
      const inside = rest.slice(from);
      if (/(ейше|ейш)$/.test(inside)) {
        rest = rest.slice(0, rest.length - (inside.endsWith('е') ? 4 : 3));
        return rest.slice(from).endsWith('нн') ? rest.slice(0, -1) : rest;
      }
      if (inside.endsWith('нн') || inside.endsWith('ь')) return rest.slice(0, -1);
      return rest;
    };

    return (word) => {
      const found = snowball(word);
      const short = found.endsWith(participle) ? found.slice(0, -1) : found;
      return short.length < LEAST ? word : cut.get(short) || short;
    };
  }

  tirekSearchParts.kazakh = kazakh;
  tirekSearchParts.russian = russian;
})();
