/**
 * What every page can do with scripts: choose the colour scheme, close the phone menu by Escape or by a click elsewhere, and keep the
 * place on the page when the language changes.
 *
 * Non-goals: no content is made here; without this file the pages read and browse the same.
 * Words come from the page: the button's data-auto, data-light and data-dark.
 */
(() => {
  'use strict';

  const KEY = 'tirek:scheme';
  const ORDER = ['', 'light', 'dark'];

  /**
   * @param {HTMLElement} button
   * @returns {void}
   */
  function schemeButton(button) {
    const root = document.documentElement;
    const word = button.querySelector('[data-scheme-word]');
    const show = () => {
      const scheme = root.getAttribute('data-scheme') || 'auto';
      if (word) word.textContent = button.getAttribute(`data-${scheme}`) || scheme;
      button.setAttribute('data-now', scheme);
    };
    button.addEventListener('click', () => {
      const now = ORDER.indexOf(root.getAttribute('data-scheme') || '');
      const next = ORDER[(now + 1) % ORDER.length];
      if (next) root.setAttribute('data-scheme', next);
      else root.removeAttribute('data-scheme');
      try {
        if (next) localStorage.setItem(KEY, next);
        else localStorage.removeItem(KEY);
      } catch {
        // Without storage the choice holds for this page only.
      }
      show();
    });
    show();
  }

  /**
   * @param {HTMLDetailsElement} menu
   * @returns {void}
   */
  function menuThatCloses(menu) {
    const summary = menu.querySelector('summary');
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      if (summary) summary.focus();
    });
    document.addEventListener('click', (event) => {
      if (menu.open && event.target instanceof Node && !menu.contains(event.target))
        menu.open = false;
    });
  }

  /**
   * The other language opens at the same place, and with the same choice: anchors and ids are the same in both.
   *
   * @param {HTMLAnchorElement} link
   * @returns {void}
   */
  function linkToTwin(link) {
    link.addEventListener('click', () => {
      link.hash = location.hash;
    });
  }

  /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-twin]')).forEach(
    linkToTwin,
  );
  /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-scheme-button]')
  ).forEach(schemeButton);
  /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu')).forEach(
    menuThatCloses,
  );
})();
