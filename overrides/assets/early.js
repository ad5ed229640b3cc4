/**
 * Runs before the first paint: says that scripts work and sets the colour scheme the reader chose.
 *
 * Non-goals: nothing else. What can wait is in site.js. Without it the scheme follows the system.
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
})();
