/**
 * What a word of the query matches in an index: itself, what begins like it, what is derived from the same root, and, where it
 * is misspelt, what was meant.
 */
(() => {
  'use strict';

  /** Weights of what is not the very word: a stem that may be another word's, */
  const UNSURE = 0.8;
  /** what begins with a word that may be finished, or that is not, */
  const FINISHED = 0.4;
  const BEGUN = 0.8;
  /** and what is derived from a word, beside the word itself and alone. */
  const RELATED = 0.45;
  const RELATED_ONLY = 0.6;
  /** Long lists that are loaded for what only begins like a word, the shortest terms' first; and beside the word's own list. */
  const LONG_LISTS = 3;
  const LONG_BESIDE = 1;
  /** Terms that a misspelt word may stand for at once, and how much more errors the last may have than the first. */
  const SPELLINGS = 5;
  const SPREAD = 0.5;
  /** How much it counts that a word is usual. */
  const USUAL = 0.2;
  const { ONE, baseOf, family, uninflected } = tirekSearchParts;

  /**
   * @param {Map<string, number>} wider weight by term
   * @param {TirekSearchLexicon} lexicon
   * @param {number} long how many long lists may be loaded
   * @returns {Promise<TirekSearchMatch[]>}
   */
  async function listed(wider, lexicon, long) {
    let left = long;
    const asked = [...wider].filter(([term]) => {
      if (!lexicon.isLong(term)) return true;
      left -= 1;
      return left >= 0;
    });
    const lists = await Promise.all(asked.map(([term]) => lexicon.exact(term)));
    /** @type {TirekSearchMatch[]} */
    const found = [];
    asked.forEach(([term, weight], i) => {
      const list = lists[i];
      if (list) found.push({ term, list, weight });
    });
    return found;
  }

  /** @type {TirekSearchParts['match']} */
  async function match(word, lexicon, typing) {
    const stem = lexicon.stem(word);
    const digits = /[0-9]/.test(word);
    // Together, for each may have to load a file.
    const [own, begun, related] = await Promise.all([
      lexicon.exact(stem),
      typing && word.length > 2 ? lexicon.beginning(word) : [],
      digits ? [] : family(stem, lexicon),
    ]);
    // The stem of a word that is not finished may be another word's.
    const unsure = begun.length > 0 && stem !== word;
    /** @type {TirekSearchMatch[]} */
    const matches = own ? [{ term: stem, list: own, weight: unsure ? UNSURE : 1 }] : [];
    if (typing && !own && lexicon.lang === 'kk')
      matches.push(...(await uninflected(word, lexicon)));
    if (digits ? !typing || own : stem.length < 3 && !begun.length)
      return { matches, sure: own !== null, coming: '' };
    /** @type {Map<string, number>} */
    const wider = new Map();
    begun.sort((a, b) => a.length - b.length);
    for (const term of begun) wider.set(term, own && !unsure ? FINISHED : BEGUN);
    // Nor has a stem by chance a family.
    if (!unsure)
      for (const term of related)
        if (!wider.has(term)) wider.set(term, own ? RELATED : RELATED_ONLY);
    wider.delete(stem);
    matches.push(...(await listed(wider, lexicon, own && !unsure ? LONG_BESIDE : LONG_LISTS)));
    // Of all words that begin so, the usual one will be typed.
    let coming = '';
    let most = own ? own.length / 2 : 0;
    for (const { term, list } of begun.length && (!own || unsure) ? matches : [])
      if (term.startsWith(word) && list.length > most) [coming, most] = [term, list.length];
    return { matches, sure: own !== null || begun.length > 0, coming };
  }

  /**
   * The likeliest spellings of a word in one index, and words of the same root as the first.
   *
   * @param {TirekSearchLexicon} lexicon
   * @param {{term: string, cost: number}[]} near best first
   */
  async function spellings(lexicon, near) {
    const [first] = near;
    const close = near
      .filter(({ cost, term }) => cost < first.cost + SPREAD && term.length > 2)
      .slice(0, SPELLINGS);
    const wider = new Map(close.map(({ term, cost }) => [term, 0.9 - 1.6 * (cost - first.cost)]));
    const terms = [...wider.keys()];
    for (const term of await family(first.term, lexicon))
      if (!wider.has(term)) wider.set(term, RELATED);
    const matches = await listed(wider, lexicon, SPELLINGS);
    // Of two words as near, the usual one was meant.
    const usual = Math.log(1 + Math.max(1, ...matches.map(({ list }) => list.length)));
    for (const one of matches)
      one.weight *= 1 - USUAL + (USUAL * Math.log(1 + one.list.length)) / usual;
    return { terms, matches };
  }

  /** @type {TirekSearchParts['mend']} */
  async function mend(unit, lexicons, typing, most, shortest) {
    if (!tirekSearchParts.isWord(unit.word) || unit.word.length < (unit.extra ? 6 : 3)) return;
    const near = await Promise.all(
      lexicons.map(async (lexicon, i) => {
        if (!most[i]) return [];
        const terms = await lexicon.near(unit.word, typing);
        // Beside a word that is known, short ones are near by chance.
        return most[i] > ONE ? terms : terms.filter(({ term }) => term.length >= shortest);
      }),
    );
    let least = 9;
    await Promise.all(
      near.map(async (terms, i) => {
        // The page's language first: another language's word must be nearer to count.
        if (!terms.length || terms[0].cost > Math.min(most[i], least - (i ? 0.3 : 0))) return;
        least = Math.min(least, terms[0].cost);
        const { terms: meant, matches } = await spellings(lexicons[i], terms);
        // What it was derived from is no other spelling.
        const known = unit.matches[i].map(({ term }) => term);
        if (!known.includes(terms[0].term)) unit.instead.push(...meant);
        if (!i || !unit.meant) unit.meant = terms[0].term;
        unit.matches[i] = [
          ...unit.matches[i].map((one) => ({ ...one, weight: one.weight / 2 })),
          ...matches,
        ];
      }),
    );
    if (!unit.instead.length && !unit.extra && most.every((each) => each > ONE))
      await Promise.all(
        lexicons.map(async (lexicon, i) => {
          if (!unit.matches[i].length) unit.matches[i] = await baseOf(unit.word, lexicon);
        }),
      );
  }

  tirekSearchParts.match = match;
  tirekSearchParts.mend = mend;
})();
