/**
 * How what is filled in leaves the page: a file, a text on the clipboard.
 */

const TirekTaking = (() => {
  'use strict';
  const { el, say } = TirekDom;

  /**
   * @param {Blob} blob
   * @param {string} name
   * @returns {void}
   */
  function download(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // Some browsers start the download only after this turn of the event loop.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether it is on the clipboard
   */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = el('textarea', { class: 'hush', 'aria-hidden': 'true' });
      box.value = text;
      document.body.append(box);
      box.select();
      // Old, but it works where the page is a file and the browser keeps the newer way to itself.
      const done = document.execCommand('copy');
      box.remove();
      if (!done) say('');
      return done;
    }
  }

  return { download, copied };
})();
