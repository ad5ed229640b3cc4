/**
 * The hits of one page, as they are shown.
 */
(() => {
  'use strict';

  const parts = tirekSearchParts;

  /** How much more a hit counts whose words stand side by side, as they do in the query. */
  const NEIGHBOURS = 0.2;
  /** How much more it counts whose title says nothing but what is looked for. */
  const NAMED = 0.4;
  /** Letters of a title that is an abbreviation: it names nothing better than the words that it stands for. */
  const ABBREVIATION = 5;

  /**
   * Hits of one page in a better order: the index knows neither where words stand nor what else is in a title, but what is shown
   * does.
   *
   * @param {TirekSearch.Hit[]} hits
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchRanked} ranked
   * @param {TirekSearchLexicon[]} lexicons
   * @param {TirekSearchStore} store
   */
  async function nearest(hits, units, ranked, lexicons, store) {
    const words = units.filter((unit) => !unit.extra && unit.word.length > 1);
    const wanted = lexicons.map((_, l) =>
      words.map(({ matches }) => new Set(matches[l].map(({ term }) => term))),
    );
    /** @type {Map<TirekSearch.Hit, number>} */
    const value = new Map();
    for (const hit of hits) {
      const l = ranked.language[hit.n];
      const card = await store.card(hit.lang, hit.n);
      const side = card ? parts.together(card, lexicons[l].stem, wanted[l]) : 0;
      const marked = hit.titleMarks.reduce((sum, [a, b]) => sum + b - a, 0);
      const named = hit.title.length > ABBREVIATION ? marked / hit.title.length : 0;
      value.set(hit, ranked.value[hit.n] * (1 + NEIGHBOURS * side + NAMED * named));
    }
    return hits.sort((a, b) => (value.get(b) || 0) - (value.get(a) || 0) || a.n - b.n);
  }

  /**
   * @param {number} n
   * @param {TirekSearchRanked} ranked
   * @param {TirekSearchLexicon[]} lexicons
   * @param {Set<string>} terms
   * @param {string[][][]} phrases by lexicon
   * @param {TirekSearchStore} store
   * @returns {Promise<TirekSearch.Hit | null>}
   */
  async function hitOf(n, ranked, lexicons, terms, phrases, store) {
    const l = ranked.language[n];
    const lexicon = lexicons[l];
    const card = await store.card(lexicon.lang, n);
    if (!card) return null;
    const { title, snippet, marks, words } = parts.passage(card, lexicon.stem, terms, phrases[l]);
    return {
      n,
      id: card.id,
      kind: card.kind,
      lang: lexicon.lang,
      told: card.told || lexicon.lang,
      title: card.title,
      titleMarks: title,
      url: lexicon.lang === 'ru' ? `ru/${card.uri}` : card.uri,
      line: card.line,
      snippet,
      snippetMarks: marks,
      words,
    };
  }

  /**
   * The query with misspelt words as the best hits spell them.
   *
   * @param {string} query
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearch.Hit[]} hits
   * @param {TirekSearchLexicon[]} lexicons
   * @param {boolean} applied whether the words as typed were found nowhere
   * @returns {TirekSearch.Answer['corrected']}
   */
  function correction(query, units, hits, lexicons, applied) {
    const mended = new Map(
      units
        .filter((unit) => unit.instead.length && !unit.extra)
        .map((unit) => [unit.word, unit.instead]),
    );
    if (!mended.size) return null;
    /**
     * The form of the word in the hits that is most like what was typed; the shortest of these.
     *
     * @param {string} typed
     * @param {string[]} terms
     */
    const spelled = (typed, terms) => {
      let nearest = '';
      let least = Number.POSITIVE_INFINITY;
      for (const hit of hits)
        for (const text of [hit.title, hit.snippet])
          for (const [a, b] of parts.ranges(text, (word) =>
            lexicons.some((each) => terms.includes(each.stem(word))),
          )) {
            const word = text.slice(a, b).toLowerCase();
            const cost = parts.apart(parts.fold(word), typed) + word.length / 100;
            if (cost < least) [nearest, least] = [word, cost];
          }
      return nearest || terms[0];
    };
    const words = query.split(/(\s+)/).map((piece) => {
      const [token] = parts.tokens(piece);
      const typed = token ? token[token.length - 1] : '';
      const terms = mended.get(typed);
      return terms ? spelled(typed, terms) : piece;
    });
    return { query: words.join(''), applied };
  }

  parts.nearest = nearest;
  parts.hitOf = hitOf;
  parts.correction = correction;
})();
