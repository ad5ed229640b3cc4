/**
 * The parts of the page of search that scripts write to or listen to; `overrides/search.html` has them.
 */
const TirekSearchPage = (() => {
  'use strict';

  /**
   * @param {string} selector
   * @returns {any}
   */
  function one(selector) {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`search/page.js: the page has no ${selector}`);
    return found;
  }

  /** @type {HTMLElement} */
  const page = one('[data-search-page]');
  /** @type {HTMLInputElement} */
  const field = one('[data-search-field]');
  /** @type {HTMLElement} */
  const heading = one('[data-heading]');
  /** @type {HTMLElement} */
  const live = one('[data-live]');
  /** @type {HTMLElement} */
  const noticeList = one('[data-notices]');
  /** @type {HTMLElement} */
  const foundPart = one('[data-found]');
  /** @type {HTMLElement} */
  const countLine = one('[data-count]');
  /** @type {HTMLDetailsElement} */
  const panel = one('[data-panel]');
  /** @type {HTMLElement} */
  const choicesHolder = one('[data-choices]');
  /** @type {HTMLElement} */
  const appliedList = one('[data-applied]');
  /** @type {HTMLElement} */
  const cards = one('[data-cards]');
  /** @type {HTMLButtonElement} */
  const more = one('[data-more]');
  /** @type {HTMLElement} */
  const nonePart = one('[data-none]');
  /** @type {HTMLElement} */
  const examples = one('[data-examples]');
  /** @type {HTMLInputElement} */
  const slash = one('[data-slash]');

  return {
    page,
    field,
    heading,
    live,
    noticeList,
    foundPart,
    countLine,
    panel,
    choicesHolder,
    appliedList,
    cards,
    more,
    nonePart,
    examples,
    slash,
    go: /** @type {HTMLElement} */ (one('[data-go]')),
  };
})();
