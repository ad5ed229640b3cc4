/**
 * What is asked, as it stands in the address: `?q=сабақ+жоспары&needs=hearing,speech&exact=1`.
 */

/**
 * @typedef {object} TirekAsked
 * @property {string} query
 * @property {boolean} exact search it as written
 * @property {Map<string, string[]>} chosen values by facet
 */

const TirekSearchAddress = (() => {
  'use strict';

  /** Names of the address that are no facets. */
  const OWN_NAMES = ['q', 'exact', 'marks'];

  /** @returns {TirekAsked} */
  function read() {
    const given = new URLSearchParams(location.search);
    /** @type {TirekAsked['chosen']} */
    const chosen = new Map();
    given.forEach((value, name) => {
      const values = value.split(',').filter(Boolean);
      if (!OWN_NAMES.includes(name) && values.length) chosen.set(name, values);
    });
    return { query: (given.get('q') ?? '').trim(), exact: given.has('exact'), chosen };
  }

  /**
   * @param {TirekAsked} state
   * @returns {string}
   */
  function written({ query, exact, chosen }) {
    const parts = query ? [`q=${encodeURIComponent(query).replace(/%20/g, '+')}`] : [];
    for (const [facet, values] of chosen)
      parts.push(`${encodeURIComponent(facet)}=${values.map(encodeURIComponent).join(',')}`);
    if (exact) parts.push('exact=1');
    return `${location.pathname}${parts.length ? '?' : ''}${parts.join('&')}`;
  }

  /**
   * Write the address, where it says something else.
   *
   * @param {TirekAsked} asked
   * @param {boolean} step whether it is a step to come back to
   * @returns {void}
   */
  function write(asked, step) {
    const address = written(asked);
    if (address === `${location.pathname}${location.search}`) return;
    try {
      if (step) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // A browser may refuse it, or so many of them; what is found is shown all the same.
    }
  }

  return { read, write };
})();
