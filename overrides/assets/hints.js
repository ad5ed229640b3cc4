/**
 * Hints: a term's meaning opens under the word, instead of leading to another page.
 *
 * A hint is `<a class="hint" href="…" data-hint="meaning">`. Enter, a click or a tap opens its meaning in the text after it, with a
 * link to the entry; Escape, a second press or another hint closes it. It stays as long as the reader wants, can be pointed at and
 * selected, and is read out where it opens (WCAG 1.4.13, 2.1.1, 4.1.3).
 *
 * Non-goals: opening on hover alone, which neither touch nor keyboard has.
 * Words come from the page: data-hint-more on the script element.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  const more = script?.getAttribute('data-hint-more') || '→';

  /** @type {{word: HTMLAnchorElement, box: HTMLElement} | null} */
  let open = null;

  /** @returns {void} */
  function close() {
    if (!open) return;
    open.box.remove();
    open.word.setAttribute('aria-expanded', 'false');
    open = null;
  }

  /**
   * @param {HTMLAnchorElement} word
   * @returns {void}
   */
  function show(word) {
    const box = document.createElement('span');
    box.className = 'hint-box';
    box.setAttribute('role', 'status');
    const link = document.createElement('a');
    link.href = word.href;
    link.textContent = more;
    word.after(box);
    word.setAttribute('aria-expanded', 'true');
    open = { word, box };
    // The text comes after the box is there, so that a live region announces it.
    window.setTimeout(() => box.append(word.getAttribute('data-hint') || '', ' ', link), 50);
  }

  for (const word of document.querySelectorAll('a.hint')) {
    if (!(word instanceof HTMLAnchorElement)) continue;
    word.setAttribute('role', 'button');
    word.setAttribute('aria-expanded', 'false');
    word.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const again = open !== null && open.word === word;
      close();
      if (!again) show(word);
    });
    word.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      word.click();
    });
  }

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return;
    const { word } = open;
    close();
    word.focus();
  });
})();
