/**
 * Words of one root: what a word is derived from, what is derived from it, and what it is a form of.
 */
(() => {
  'use strict';

  /** Endings that make another word of the same root. */
  const DERIVED = {
    kk: /(?:[лдт][ыи]к|[лдт][ыи]|с[ыи]з|ш[ыи]л[ыи]к|ш[ыи]|[лдт][ае]с|[лдт][ае]н|[лдт][ае])$/,
    ru: /(?:тельств|ств|ическ|еск|ск|альн|тельн|ельн|ионн|ион|ирован?|изирован?|изац|ован|ац|иц|ировк|тел|ник|ик|ост|нн|н|ов)$/,
  };
  /** Letters of a root; shorter ones begin too many other words. */
  const ROOT = 5;

  /**
   * The stem without what derives it from its root; the stem itself where nothing does.
   *
   * @param {string} stem
   * @param {TirekSearch.Language} lang
   */
  function rootOf(stem, lang) {
    let root = stem;
    for (let i = 0; i < 2; i += 1) {
      const shorter = root.replace(DERIVED[lang], '');
      if (shorter.length < ROOT) break;
      root = shorter;
    }
    return root;
  }

  /**
   * Terms of the same root as a stem.
   *
   * @param {string} stem
   * @param {TirekSearchLexicon} lexicon
   * @returns {Promise<string[]>}
   */
  async function family(stem, lexicon) {
    if (stem.length < 4 || !tirekSearchParts.isWord(stem)) return [];
    const root = rootOf(stem, lexicon.lang);
    const found = await lexicon.beginning(root);
    return found.filter(
      (term) =>
        term.length < stem.length + 7 &&
        (term.startsWith(stem) || rootOf(term, lexicon.lang) === root || term === root),
    );
  }

  /**
   * What a Kazakh word is a form of, if its endings are not finished: «құқықт» will be «құқықтары».
   *
   * @param {string} word
   * @param {TirekSearchLexicon} lexicon
   * @returns {Promise<TirekSearchMatch[]>}
   */
  async function uninflected(word, lexicon) {
    for (let length = word.length - 1; length > 3 && length > word.length - 3; length -= 1) {
      const term = lexicon.stem(word.slice(0, length));
      const list = await lexicon.exact(term);
      if (list) return [{ term, list, weight: 0.4 }];
    }
    return [];
  }

  /**
   * What a word may be derived from, where nothing else was found: the longest shorter stem.
   *
   * @param {string} word
   * @param {TirekSearchLexicon} lexicon
   * @returns {Promise<TirekSearchMatch[]>}
   */
  async function baseOf(word, lexicon) {
    const stem = lexicon.stem(word);
    for (let length = stem.length - 1; length > 3 && length > stem.length - 4; length -= 1) {
      const term = stem.slice(0, length);
      const list = await lexicon.exact(term);
      if (list) return [{ term, list, weight: 0.5 }];
    }
    return [];
  }

  tirekSearchParts.family = family;
  tirekSearchParts.uninflected = uninflected;
  tirekSearchParts.baseOf = baseOf;
})();
