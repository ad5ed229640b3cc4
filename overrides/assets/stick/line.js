/**
 * Says on every page of a stick which edition it is: version, date, short fingerprint. `edition.js` has told them before.
 *
 * Words come from the page: data-says of the line, in which %version, %date and %short stand for what they say.
 * Non-goals: proving anything; the page of checking does.
 */
(() => {
  'use strict';
  const edition = /** @type {any} */ (window).tirekEdition;
  if (!edition) return;
  for (const line of document.querySelectorAll('[data-edition]'))
    line.textContent = (line.getAttribute('data-says') || '').replace(
      /%(version|date|short)/g,
      (_, name) => String(edition[name]),
    );
})();
