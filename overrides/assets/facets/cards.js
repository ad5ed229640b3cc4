/**
 * A card of the faceted browser, made from the page's own pattern.
 */
const TirekFacetCards = (() => {
  'use strict';

  /**
   * @param {ParentNode} root
   * @param {string} selector
   * @returns {any}
   */
  function one(root, selector) {
    const found = root.querySelector(selector);
    if (!found) throw new Error(`facets: the section has no ${selector}`);
    return found;
  }

  /**
   * @param {HTMLTemplateElement} pattern
   * @param {string} page address of a record's page, with {id} in it
   * @param {TirekFacets.Card} card
   * @returns {DocumentFragment}
   */
  function cardElement(pattern, page, [id, title, word, line, note, lang]) {
    const made = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true));
    const link = one(made, '[data-link]');
    link.href = page.replace('{id}', encodeURIComponent(id));
    link.textContent = title;
    if (lang) link.lang = lang; // the title is not translated yet
    one(made, '[data-word]').textContent = word.charAt(0).toUpperCase() + word.slice(1);
    one(made, '[data-line]').textContent = line;
    one(made, '[data-note]').textContent = note;
    return made;
  }

  return { one, cardElement };
})();
