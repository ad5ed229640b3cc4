/**
 * A choice of facets in the page's address, after "#", so that it can be sent and the back button works:
 * `#needs=hearing,speech&levels=primary`. `#all` says that nothing is chosen.
 */
const TirekFacetAddress = (() => {
  'use strict';

  /**
   * @param {string} written as it stands in the address
   * @returns {string} '' where it is no well-formed escape
   */
  function decodedId(written) {
    try {
      return decodeURIComponent(written);
    } catch {
      return '';
    }
  }

  /**
   * @param {string} hash with or without "#"
   * @param {TirekFacets.Index} index
   * @returns {Tirek.Choice}
   */
  function readChoice(hash, index) {
    /** @type {Tirek.Choice} */
    const choice = new Map();
    for (const part of hash.replace(/^#/, '').split('&')) {
      const [name, list = ''] = part.split('=');
      const facet = index.facets.find((one) => one.id === name);
      if (!facet) continue;
      const positions = list
        .split(',')
        .map((id) => facet.values.findIndex((value) => value.id === decodedId(id)))
        .filter((position) => position >= 0);
      if (positions.length)
        choice.set(facet.id, new Set(facet.multiple ? positions : positions.slice(0, 1)));
    }
    return choice;
  }

  /**
   * @param {Tirek.Choice} choice
   * @param {TirekFacets.Index} index
   * @returns {string} without "#"
   */
  function writtenChoice(choice, index) {
    const parts = index.facets
      .filter((facet) => choice.get(facet.id)?.size)
      .map((facet) => {
        const chosen = [...(choice.get(facet.id) ?? [])].sort((a, b) => a - b);
        return `${facet.id}=${chosen.map((position) => encodeURIComponent(facet.values[position].id)).join(',')}`;
      });
    return parts.join('&') || 'all';
  }

  return { readChoice, writtenChoice };
})();
