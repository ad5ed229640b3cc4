/**
 * What every page can do with scripts: choose the colour scheme, close the phone menu by Escape or by a click elsewhere, keep the
 * place on the page when the language changes, and let the search box be written in and the panel for weak sight be opened. All else
 * of those two is loaded only then.
 *
 * Non-goals: no content is made here; without this file the pages read and browse the same.
 * Words come from the page: the button's data-auto, data-light and data-dark, the text of the link to search.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  const root = new URL('..', script instanceof HTMLScriptElement ? script.src : location.href).href;

  /**
   * Load a classic script; fetch and modules do not work on file://.
   *
   * @param {string} path from the site's root, or a whole address
   * @returns {Promise<void>}
   */
  function load(path) {
    return new Promise((resolve, reject) => {
      const made = document.createElement('script');
      made.src = new URL(path, root).href;
      made.onload = () => resolve();
      made.onerror = () => {
        made.remove();
        reject(new Error(`cannot load ${path}`));
      };
      document.head.append(made);
    });
  }

  /**
   * @param {string} name
   * @param {string} [className]
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  window.tirek = { root, load, element };

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
      link.search = location.search;
      link.hash = location.hash;
    });
  }

  /**
   * The link that looks like a search box: when it is used a field takes its place at once, so that no letter is lost while the rest
   * of search loads. Where that does not come, Enter still leads to the page of search with what was written.
   *
   * @param {HTMLAnchorElement} door
   * @returns {void}
   */
  function searchDoor(door) {
    /** @param {string} typed */
    const open = (typed) => {
      const own = /** @type {HTMLInputElement | null} */ (
        document.querySelector('[data-search-field]')
      );
      const field = own ?? fieldInPlaceOf(door);
      field.focus();
      if (typed) {
        field.value += typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    };
    door.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open('');
    });
    door.addEventListener('keydown', (event) => {
      if (event.key.length !== 1 || event.key === ' ' || event.key === '/') return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open(event.key);
    });
  }

  /**
   * @param {HTMLAnchorElement} door
   * @returns {HTMLInputElement}
   */
  function fieldInPlaceOf(door) {
    const field = document.createElement('input');
    const label = door.textContent ?? '';
    field.type = 'search';
    field.className = 'search-field';
    field.placeholder = label;
    field.setAttribute('aria-label', label);
    field.setAttribute('autocomplete', 'off');
    field.setAttribute('enterkeyhint', 'search');
    field.spellcheck = false;
    const icon = door.querySelector('svg');
    if (icon) door.before(icon.cloneNode(true));
    door.hidden = true;
    door.after(field);
    // Heard after what search/box.js hears on the field itself, and only what that leaves.
    field.parentElement?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.defaultPrevented || !field.value.trim()) return;
      location.href = `${door.href}?q=${encodeURIComponent(field.value.trim())}`;
    });
    // It is there already where another box was used, or this one before.
    (tirek.box ? Promise.resolve() : load('assets/search/box.js')).then(
      () => tirek.box?.(field, door),
      () => {
        // The field goes on leading to the page of search.
      },
    );
    return field;
  }

  /**
   * «/» goes to the search box, unless the reader switched that off on the page of search.
   *
   * @param {NodeListOf<HTMLAnchorElement>} doors
   * @returns {void}
   */
  function slashKey(doors) {
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
        return;
      try {
        if (localStorage.getItem('tirek:slash') === 'off') return;
      } catch {
        // Without storage nothing was switched off.
      }
      event.preventDefault();
      const open = /** @type {NodeListOf<HTMLElement>} */ (
        document.querySelectorAll('.search-field')
      );
      const seen = [...open, ...doors].find((one) => one.offsetParent);
      if (seen instanceof HTMLInputElement) seen.focus();
      else seen?.click();
    });
  }

  /**
   * The panel for weak sight comes when it is asked for.
   *
   * @param {HTMLElement} button
   * @returns {void}
   */
  function sightButton(button) {
    button.addEventListener('click', () => {
      const ready = window.tirekSight ? Promise.resolve() : load('assets/sight/sight.js');
      ready
        .then(() => window.tirekSight?.(button))
        .catch(() => {
          // Cut off from the site: what the browser itself can do still works.
        });
    });
  }

  /**
   * On paper the page says when it was printed and where it stands, and its folds are open.
   *
   * @param {HTMLElement} line
   * @returns {void}
   */
  function printedLine(line) {
    /** @type {HTMLDetailsElement[]} */
    let folded = [];
    window.addEventListener('afterprint', () => {
      for (const fold of folded) fold.open = false;
    });
    window.addEventListener('beforeprint', () => {
      folded = [...document.querySelectorAll('main details')].filter(
        /** @returns {one is HTMLDetailsElement} */
        (one) => one instanceof HTMLDetailsElement && !one.open,
      );
      for (const fold of folded) fold.open = true;
      const now = new Date();
      const parts = [now.getDate(), now.getMonth() + 1].map((n) => String(n).padStart(2, '0'));
      const address = location.href.replace(/[?#].*/, '');
      line.textContent = (line.getAttribute('data-printed') ?? '')
        .replace('%date', [...parts, now.getFullYear()].join('.'))
        .replace('%address', () => (location.protocol === 'file:' ? document.title : address));
    });
  }

  const doors = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('a[data-search-door]')
  );
  doors.forEach(searchDoor);
  slashKey(doors);
  // A result of search was opened: the words found are marked on its page.
  if (/[?&]marks=/.test(location.search)) void load('assets/search/marks.js').catch(() => {});

  /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-twin]')).forEach(
    linkToTwin,
  );
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-sight-open]')).forEach(
    sightButton,
  );
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-printed]')).forEach(
    printedLine,
  );
  // Where images are off, words take their place.
  if (document.documentElement.getAttribute('data-sight-images') === 'off')
    void load('assets/sight/sight.js').catch(() => {});
  /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-scheme-button]')
  ).forEach(schemeButton);
  /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu')).forEach(
    menuThatCloses,
  );
})();
