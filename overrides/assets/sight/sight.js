/**
 * The panel for weak sight: text size, spacing, colours, images, face, motion. A choice holds at once and on every page.
 *
 * It stands before the header, so that it moves the page down and covers nothing. Its HTML comes in the page's language from
 * panel-kk.js or panel-ru.js, each group of radio buttons named after the setting it makes; settings are attributes of the root, which
 * early.js sets again on the next page before it is painted. Escape or its button closes it and gives the focus back.
 *
 * Non-goals: another site, other content; reading aloud, which screen readers do better.
 * Words come from the panel: data-kept and data-not-kept on its status line.
 */
(() => {
  'use strict';

  const KEY = 'tirek:sight';
  const root = document.documentElement;

  /** @type {HTMLElement | null} */
  let panel = null;
  /** @type {HTMLElement | null} */
  let opener = null;

  /**
   * @param {string} name of a setting
   * @returns {string} its value, '' for the usual
   */
  function value(name) {
    return root.getAttribute(`data-sight-${name}`) ?? '';
  }

  /** @returns {HTMLInputElement[]} */
  function choices() {
    return panel ? [...panel.querySelectorAll('input')] : [];
  }

  /**
   * @returns {boolean} whether the settings will be there on the next page
   */
  function keep() {
    /** @type {Record<string, string>} */
    const sight = {};
    for (const name of new Set(choices().map((input) => input.name)))
      if (value(name)) sight[name] = value(name);
    const any = Object.keys(sight).length > 0;
    root.toggleAttribute('data-sight', any);
    try {
      if (any) localStorage.setItem(KEY, JSON.stringify(sight));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param {string} text that a screen reader is to read out, and everybody to see
   * @returns {void}
   */
  function say(text) {
    const line = panel?.querySelector('[role="status"]');
    if (!line) return;
    line.textContent = text;
  }

  /**
   * @param {string} name
   * @param {string} to
   * @returns {void}
   */
  function set(name, to) {
    if (to) root.setAttribute(`data-sight-${name}`, to);
    else root.removeAttribute(`data-sight-${name}`);
  }

  /**
   * @param {HTMLInputElement} input
   * @returns {void}
   */
  function choose(input) {
    set(input.name, input.value);
    const kept = keep();
    if (input.name === 'images') describe();
    const what = input.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
    const line = panel?.querySelector('[role="status"]');
    const note = line?.getAttribute(kept ? 'data-kept' : 'data-not-kept') ?? '';
    say(`${what}: ${input.parentElement?.textContent?.trim() ?? ''}. ${note}`);
  }

  /** @returns {void} */
  function reset() {
    for (const input of choices()) set(input.name, '');
    keep();
    describe();
    show();
    say(panel?.querySelector('[role="status"]')?.getAttribute('data-usual') ?? '');
  }

  /** @returns {void} */
  function show() {
    for (const input of choices()) input.checked = input.value === value(input.name);
  }

  /**
   * Where images are off, what they show stands in words in their place.
   *
   * @returns {void}
   */
  function describe() {
    for (const words of document.querySelectorAll('.sight-alt')) words.remove();
    if (value('images') !== 'off') return;
    for (const image of document.querySelectorAll('img[alt], svg[role="img"][aria-label]')) {
      const text = image.getAttribute('alt') ?? image.getAttribute('aria-label');
      if (!text) continue;
      const words = document.createElement('span');
      words.className = 'sight-alt';
      words.textContent = text;
      image.after(words);
    }
  }

  /** @returns {void} */
  function close() {
    if (panel) panel.hidden = true;
    expanded(false);
    opener?.focus();
  }

  /**
   * @param {boolean} open
   * @returns {void}
   */
  function expanded(open) {
    for (const button of document.querySelectorAll('[data-sight-open][aria-expanded]'))
      button.setAttribute('aria-expanded', String(open));
  }

  /**
   * @returns {Promise<HTMLElement>} the panel, in the page but not yet shown
   */
  async function made() {
    if (!document.querySelector('link[href$="sight/sight.css"]')) {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = new URL('assets/sight/sight.css', tirek.root).href;
      const ready = new Promise((resolve) => {
        sheet.onload = sheet.onerror = resolve;
      });
      document.head.append(sheet);
      await ready;
    }
    await tirek.load(`assets/sight/panel-${root.lang}.js`);
    const holder = document.createElement('template');
    holder.innerHTML = window.tirekSightPanel ?? '';
    const found = holder.content.querySelector('section');
    if (!found) throw new Error('no panel');
    for (const link of found.querySelectorAll('a'))
      link.href = new URL(link.getAttribute('href') ?? '', tirek.root).href;
    found.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) choose(event.target);
    });
    found.querySelector('[data-reset]')?.addEventListener('click', reset);
    found.querySelector('[data-close]')?.addEventListener('click', close);
    found.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    found.hidden = true;
    document.querySelector('header')?.before(found);
    return found;
  }

  window.tirekSight = async (from) => {
    if (panel && !panel.hidden && from.hasAttribute('aria-expanded')) {
      opener = from;
      close();
      return;
    }
    panel = panel ?? (await made());
    opener = from;
    show();
    say('');
    panel.hidden = false;
    expanded(true);
    panel.focus();
    panel.scrollIntoView();
  };

  describe();
})();
