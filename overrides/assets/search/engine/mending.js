/**
 * Which words of a query are taken for misspelt ones: those that no index knows, and those that nothing goes with.
 */
(() => {
  'use strict';

  const parts = tirekSearchParts;

  /** Letters of a word that another language's may be mistaken for. */
  const LONG_WORD = 5;
  /** Letters of a stem; with fewer it is near others by chance. */
  const CHANCE = 4;
  const KAZAKH = /[әғқңөұүһі]/i;

  /**
   * Add what misspelt words may stand for. Whether there were any.
   *
   * @param {TirekSearch.Language} lang the page's
   * @param {string} query
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchSpan[]} spans
   * @param {TirekSearchLexicon[]} lexicons
   * @param {boolean} typing
   */
  async function mendAll(lang, query, units, spans, lexicons, typing) {
    const named = new Set(spans.flatMap((span) => span.units));
    // With a Kazakh letter the query is Kazakh, whatever the page is.
    const own = lang === 'ru' && KAZAKH.test(query) ? 0 : parts.ONE;
    const last = units[units.length - 1];
    let some = false;
    await Promise.all(
      units.map((unit, i) => {
        // So little is left of a long word only by chance.
        const left = lexicons[0].stem(unit.word).length;
        const chance = left < CHANCE && unit.word.length >= 2 * CHANCE;
        if (named.has(i) || unit.asking || (unit.sure[0] && !chance)) return null;
        // A word of the other language may be a misspelt one of this.
        const foreign = unit.sure[1];
        if (foreign && unit.word.length < LONG_WORD) return null;
        some = true;
        const most = unit.sure[0] ? [parts.ONE, 0] : foreign ? [own, 0] : [9, 9];
        const least = unit.sure[0] ? left + CHANCE : CHANCE;
        return parts.mend(unit, lexicons, typing && unit === last, most, least);
      }),
    );
    return some;
  }

  /**
   * Where no document of the page's language holds all words, one of them may be a misspelt other one: what is found so, or null.
   *
   * @param {boolean} typing the last word may be cut off, and is left as it is
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchSpan[]} spans
   * @param {TirekSearchLexicon[]} lexicons
   * @param {TirekSearchRanked} ranked
   */
  async function doubt(typing, units, spans, lexicons, ranked) {
    if (ranked.proper) return null;
    const lost = units.some(
      (unit) => unit.instead.length || (!unit.extra && !unit.asking && !parts.isFound(unit)),
    );
    if (units.length < 2 || lost) return null;
    const named = new Set(spans.flatMap((span) => span.units));
    for (const [i, unit] of units.entries()) {
      const last = typing && i === units.length - 1;
      if (
        last ||
        !unit.sure[0] ||
        unit.extra ||
        unit.asking ||
        named.has(i) ||
        unit.word.length < LONG_WORD
      )
        continue;
      const before = unit.matches;
      await parts.mend(unit, lexicons, false, [parts.ONE, 0], CHANCE);
      const found = parts.rank(units, spans, lexicons, ranked.size);
      if (unit.instead.length && found.proper) return found;
      unit.matches = before;
      unit.instead = [];
      unit.meant = '';
    }
    return null;
  }

  parts.mendAll = mendAll;
  parts.doubt = doubt;
})();
