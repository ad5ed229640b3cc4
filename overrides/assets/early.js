/**
 * Runs before the first paint: says that scripts work, sets the colour scheme and the settings for weak sight that the reader chose,
 * and asks for the fonts early.
 *
 * Non-goals: nothing else. What can wait is in site.js, the panel of settings in sight/sight.js. Without this file the scheme follows
 * the system, and fonts load with the styles.
 */
(() => {
  'use strict';
  const root = document.documentElement;
  const script = document.currentScript;
  const here = script instanceof HTMLScriptElement ? script.src : location.href;
  root.classList.add('js');

  /**
   * Settings are attributes of the root: data-sight-size="150". Styles do the rest.
   *
   * @returns {boolean} whether there are any for weak sight
   */
  function apply() {
    /** @type {Record<string, unknown>} */
    let sight = {};
    try {
      const scheme = localStorage.getItem('tirek:scheme');
      if (scheme) root.setAttribute('data-scheme', scheme);
      sight = JSON.parse(localStorage.getItem('tirek:sight') || '{}') || {};
    } catch {
      // Storage may be switched off or hold anything; the page then looks as it does to everybody.
    }
    let any = false;
    for (const name of ['size', 'letters', 'lines', 'colours', 'images', 'face', 'calm']) {
      const value = sight[name];
      if (typeof value === 'string' && value) {
        root.setAttribute(`data-sight-${name}`, value);
        any = true;
      } else root.removeAttribute(`data-sight-${name}`);
    }
    root.toggleAttribute('data-sight', any);
    return any;
  }

  // Written, not added: the first paint then waits for the sheet, in every browser.
  if (apply())
    document.write(`<link rel="stylesheet" href="${new URL('sight/sight.css', here).href}">`);
  // A page that comes back from the browser's memory may have missed a change.
  addEventListener('pageshow', (event) => {
    if (event.persisted) apply();
  });

  // A preload on file:// is refused with an error in the console; styles ask for the fonts of a folder in a way of their own.
  root.classList.toggle('folder', location.protocol === 'file:');
  if (location.protocol === 'file:' || !(script instanceof HTMLScriptElement)) return;
  for (const name of (script.dataset.fonts ?? '').split(' ').filter(Boolean)) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'font';
    link.type = 'font/woff2';
    link.crossOrigin = '';
    link.href = new URL(`fonts/golos-${name}.woff2`, here).href;
    document.head.append(link);
  }
})();
