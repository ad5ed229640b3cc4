/**
 * The files of what is browsed, as they arrive: scripts that hand over the index, a column of each facet, and cards in chunks.
 * site.js loads them; data.js says what is in them.
 *
 * Non-goals: showing anything, and trying again (browser.js).
 */
const TirekFacetArriving = (() => {
  'use strict';

  /**
   * @param {string} src folder of the files, from this page
   * @param {string} lang
   */
  function arriving(src, lang) {
    /** @param {string} address from this page */
    const loaded = (address) => tirek.load(new URL(address, document.baseURI).href);

    /** @type {TirekFacets.Index | undefined} */
    let index;
    /** @type {Map<string, TirekFacets.Column>} */
    const columns = new Map();
    /** @type {Map<number, TirekFacets.Card[]>} */
    const chunks = new Map();

    /** @type {TirekFacets.Receiver} */
    const receiver = {
      index: (given) => {
        index = given;
      },
      column: (facet, { combos, codes }) => {
        if (index)
          columns.set(facet, {
            combos,
            codes: TirekFacetData.decoded(codes, index.total, combos.length),
          });
      },
      cards: (chunk, cards) => {
        chunks.set(chunk, cards);
      },
    };
    window.tirekFacets = receiver;

    const version = () => (index?.version ? `?v=${encodeURIComponent(index.version)}` : '');

    /**
     * Get the index and every column; what has arrived before is not asked for again.
     *
     * @returns {Promise<TirekFacets.Index>}
     */
    async function prepare() {
      if (!index) await loaded(`${src}${lang}/index.js`);
      if (!index) throw new Error('the index did not arrive');
      const wanted = index.facets.filter((facet) => !columns.has(facet.id));
      await Promise.all(wanted.map((facet) => loaded(`${src}column-${facet.id}.js${version()}`)));
      if (index.facets.some((facet) => !columns.has(facet.id)))
        throw new Error('a column did not arrive');
      return index;
    }

    /** @param {number} record */
    const chunkOf = (record) => Math.floor(record / (index?.chunk ?? 1));

    /**
     * Get the cards of records.
     *
     * @param {number[]} records by position
     * @returns {Promise<void>}
     */
    async function cardsOf(records) {
      const missing = [...new Set(records.map(chunkOf))].filter((k) => !chunks.has(k));
      await Promise.all(missing.map((k) => loaded(`${src}${lang}/cards-${k}.js${version()}`)));
    }

    /**
     * @param {number} record by position
     * @returns {TirekFacets.Card | undefined} the card, where it has arrived
     */
    const card = (record) => chunks.get(chunkOf(record))?.[record % (index?.chunk ?? 1)];

    return { index: () => index, columns, prepare, cardsOf, card };
  }

  return { arriving };
})();
