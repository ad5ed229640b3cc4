/**
 * Runs before the first paint: says that scripts work, sets the colour scheme the reader chose and asks for the fonts early.
 *
 * Non-goals: nothing else. What can wait is in site.js. Without it the scheme follows the system, and fonts load with the styles.
 */
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const scheme = localStorage.getItem('tirek:scheme');
    if (scheme) root.setAttribute('data-scheme', scheme);
  } catch {
    // Storage may be switched off; the system's scheme then stays.
  }

  // A preload on file:// is refused with an error in the console, so the page does not ask for it by itself.
  const script = document.currentScript;
  if (location.protocol === 'file:' || !(script instanceof HTMLScriptElement)) return;
  for (const name of (script.dataset.fonts ?? '').split(' ').filter(Boolean)) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'font';
    link.type = 'font/woff2';
    link.crossOrigin = '';
    link.href = new URL(`fonts/golos-${name}.woff2`, script.src).href;
    document.head.append(link);
  }
})();
