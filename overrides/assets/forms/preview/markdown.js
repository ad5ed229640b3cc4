/**
 * The little of Markdown that stories use: paragraphs, headings, lists, bold, links as words.
 *
 * Non-goals: the rest of Markdown (the real page is made by another program).
 */

const TirekMarkdown = (() => {
  'use strict';
  const { el } = TirekDom;

  /**
   * The little of Markdown that stories use: paragraphs, headings, lists, bold, links as words.
   *
   * @param {string} source
   * @returns {HTMLElement[]}
   */
  function markdown(source) {
    return source
      .split(/\n\s*\n/)
      .map((block) => block.trim())
      .filter(Boolean)
      .map((block) => {
        const lines = block.split('\n');
        const heading = /^(#{2,4})\s+(.*)$/.exec(block);
        if (heading) return el('h6', { class: 'preview-heading' }, ...inline(heading[2]));
        const list = /^(?:[-*]|[0-9]+\.)\s+/;
        if (lines.every((one) => list.test(one)))
          return el(
            /^[0-9]/.test(block) ? 'ol' : 'ul',
            {},
            ...lines.map((one) => el('li', {}, ...inline(one.replace(list, '')))),
          );
        return el('p', {}, ...inline(lines.join(' ')));
      });
  }

  /**
   * @param {string} text
   * @returns {(Node | string)[]}
   */
  function inline(text) {
    const words = text.replace(/\[([^\][]+)\]\([^)\s]*\)/g, '$1').replace(/ ?\{[^}]*\}$/, '');
    return words
      .split(/(\*\*[^*]+\*\*)/)
      .map((one) => (one.startsWith('**') && one.length > 4 ? el('b', {}, one.slice(2, -2)) : one));
  }

  return { markdown };
})();
