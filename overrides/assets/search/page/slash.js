/**
 * The box that switches the key «/» off and on; site.js listens to the key.
 */
(() => {
  'use strict';

  const { slash } = TirekSearchPage;

  try {
    slash.checked = localStorage.getItem('tirek:slash') !== 'off';
  } catch {
    slash.disabled = true;
  }
  slash.addEventListener('change', () => {
    try {
      if (slash.checked) localStorage.removeItem('tirek:slash');
      else localStorage.setItem('tirek:slash', 'off');
    } catch {
      // Without storage the key goes on working; the page cannot remember otherwise.
    }
  });
})();
