/**
 * What the search box needs once it is used: its style, and how answers are shown.
 */
const TirekSearchLoading = (() => {
  'use strict';

  /** @returns {Promise<void>} */
  function styled() {
    return new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${tirek.root}assets/search/search.css`;
      // Unstyled results are better than none.
      link.onload = link.onerror = () => resolve();
      document.head.append(link);
    });
  }

  /** @type {Promise<unknown> | undefined} */
  let parts;

  /** @returns {Promise<unknown>} */
  function loaded() {
    if (!parts) {
      parts = Promise.all([
        styled(),
        tirek.answers ? undefined : tirek.load('assets/search/answer.js'),
      ]);
      parts.catch(() => {
        parts = undefined;
      });
    }
    return parts;
  }

  return { loaded };
})();
