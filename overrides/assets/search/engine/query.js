/**
 * What the index says of a query as it is written: what each word matches, what several words name, and words that may be written
 * as one.
 */
(() => {
  'use strict';

  const parts = tirekSearchParts;
  const { isWord } = parts;

  /**
   * @param {string} query
   * @returns {TirekSearchUnit[]}
   */
  function unitsOf(query) {
    /** @type {TirekSearchUnit[]} */
    const units = [];
    for (const words of parts.tokens(query))
      words.forEach((word, i) => {
        units.push({
          word,
          extra: i && i === words.length - 1 && word === words.slice(0, -1).join('') ? i : 0,
          asking: false,
          matches: [],
          sure: [],
          instead: [],
          meant: '',
          coming: '',
        });
      });
    return units.slice(0, 24);
  }

  /** @param {TirekSearchUnit} unit */
  const isFound = (unit) => unit.matches.some((matches) => matches.length > 0);

  /**
   * All that files say of a query as it is written. What does not wait for something else is asked for at once: a wait for
   * files is what costs most.
   *
   * @param {string} query
   * @param {TirekSearchLexicon[]} lexicons
   * @param {boolean} typing
   */
  async function looked(query, lexicons, typing) {
    const units = unitsOf(query);
    const [spans, joints] = await Promise.all([
      parts.spans(units, lexicons),
      jointsOf(units, lexicons),
      ...units.map(async (unit, i) => {
        const last =
          typing && (i === units.length - 1 || (i === units.length - 2 && units[i + 1].extra > 0));
        const little = lexicons[0].asks(unit.word) || (unit.word.length < 2 && isWord(unit.word));
        unit.asking = little && units.length > 1;
        const found = await Promise.all(lexicons.map((each) => parts.match(unit.word, each, last)));
        unit.matches = found.map(({ matches }) => matches);
        unit.sure = found.map(({ sure }) => sure);
        unit.coming = found[0].coming || found[1].coming;
      }),
    ]);
    return { units, spans, joints };
  }

  /**
   * What another keyboard layout makes of a query, where the index knows all of that.
   *
   * @param {string} query
   * @param {TirekSearchLexicon[]} lexicons
   * @param {boolean} typing
   */
  async function retypedAs(query, lexicons, typing) {
    for (const layout of parts.otherLayout(query)) {
      const found = await looked(layout, lexicons, typing);
      if (!found.units.every((unit) => unit.extra || isFound(unit))) continue;
      if (found.units.some((unit) => unit.word.length > 2)) return { layout, ...found };
    }
    return null;
  }

  /**
   * Words that stand apart in the query and as one in the index: «бала бақша».
   *
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchLexicon[]} lexicons
   */
  async function jointsOf(units, lexicons) {
    const pairs = units.slice(1).map((unit, i) => [units[i], unit]);
    const apart = pairs.filter((pair) =>
      pair.every(({ word, extra }) => parts.isWord(word) && !extra),
    );
    const found = await Promise.all(
      apart.flatMap((pair) =>
        lexicons.map(async (lexicon, l) => {
          const term = lexicon.stem(pair[0].word + pair[1].word);
          const list = await lexicon.exact(term);
          return list && { pair, l, match: { term, list, weight: 0.9 } };
        }),
      ),
    );
    return found.filter((joint) => joint !== null);
  }

  parts.isFound = isFound;
  parts.looked = looked;
  parts.retypedAs = retypedAs;
})();
