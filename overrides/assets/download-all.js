/**
 * One button that saves all files of a list as one ZIP. fflate (the UMD script beside this file) is loaded only on the first click.
 *
 * Reads the section `[data-download-all]`: `data-fflate` (address of fflate), `data-name` (name of the ZIP), `data-base` (folder of
 * the files), `data-files` (a line a file: its size in bytes, a space, its path in that folder); words come from the data-* of its status line, in which %done, %total, %part and %name stand for
 * what they say.
 *
 * Non-goals: resuming; files of other sites; compressing (DOCX, PDF and pictures are compressed already, so they are only stored);
 * totals past the browser's memory (the button says the size first). On file:// a page may not read its neighbours, and need not:
 * the files already lie in the folder, and the reader is told so.
 */
(() => {
  'use strict';

  /**
   * @typedef {{href: string, name: string, size: number}} Wanted
   */

  /**
   * @param {string} address
   * @returns {Promise<void>}
   */
  function loaded(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`cannot load ${address}`));
      document.head.append(script);
    });
  }

  /**
   * Two files of one name would overwrite each other when unpacked.
   *
   * @param {string} base
   * @param {string} lines
   * @returns {Wanted[]}
   */
  function wantedOf(base, lines) {
    /** @type {Map<string, Wanted>} */
    const byAddress = new Map();
    /** @type {Set<string>} */
    const names = new Set();
    const folder = new URL(base, document.baseURI);
    for (const [, size, path] of lines.matchAll(/^(\d+) (.+)$/gm)) {
      const { href } = new URL(path.split('/').map(encodeURIComponent).join('/'), folder);
      if (byAddress.has(href)) continue;
      const plain = path.split('/').pop() ?? 'file';
      const dot = plain.lastIndexOf('.');
      let name = plain;
      for (let i = 2; names.has(name.toLowerCase()); i += 1)
        name = dot > 0 ? `${plain.slice(0, dot)}-${i}${plain.slice(dot)}` : `${plain}-${i}`;
      names.add(name.toLowerCase());
      byAddress.set(href, { href, name, size: Number(size) });
    }
    return [...byAddress.values()];
  }

  /**
   * @param {Wanted[]} wanted
   * @param {AbortSignal} signal
   * @param {(files: number, bytes: number) => void} progress
   * @returns {Promise<Blob>}
   */
  async function zipped(wanted, signal, progress) {
    const fflate = /** @type {any} */ (window).fflate;
    /** @type {BlobPart[]} */
    const parts = [];
    /** @type {Error | undefined} */
    let trouble;
    const zip = new fflate.Zip(
      (/** @type {Error | null} */ error, /** @type {Uint8Array<ArrayBuffer>} */ part) => {
        if (error) trouble = error;
        else parts.push(part);
      },
    );
    let files = 0;
    let bytes = 0;
    for (const file of wanted) {
      const response = await fetch(file.href, { signal });
      if (!response.ok || !response.body)
        throw Object.assign(new Error(`${response.status} ${file.href}`), { file: file.name });
      const entry = new fflate.ZipPassThrough(file.name);
      zip.add(entry);
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        entry.push(value);
        bytes += value.length;
        progress(files, bytes);
      }
      entry.push(new Uint8Array(0), true);
      files += 1;
      progress(files, bytes);
      if (trouble) throw trouble;
    }
    zip.end();
    if (trouble) throw trouble;
    return new Blob(parts, { type: 'application/zip' });
  }

  /**
   * @param {Blob} blob
   * @param {string} name
   * @returns {void}
   */
  function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // Some browsers start the download only after this turn of the event loop.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /**
   * @param {HTMLElement} section
   * @returns {void}
   */
  function downloadAll(section) {
    const start = /** @type {HTMLButtonElement | null} */ (section.querySelector('[data-start]'));
    const cancel = /** @type {HTMLButtonElement | null} */ (section.querySelector('[data-cancel]'));
    const bar = /** @type {HTMLProgressElement | null} */ (
      section.querySelector('[data-progress]')
    );
    const status = /** @type {HTMLElement | null} */ (section.querySelector('[data-status]'));
    if (!start || !cancel || !bar || !status)
      throw new Error('download-all.js: the section lacks a button, bar or status line');
    const wanted = wantedOf(section.dataset.base ?? '', section.dataset.files ?? '');
    const total = wanted.reduce((sum, file) => sum + file.size, 0);
    const name = section.dataset.name ?? 'tirek.zip';
    /** @type {AbortController | undefined} */
    let work;

    /**
     * @param {string} key
     * @param {Record<string, string | number>} [values]
     */
    const say = (key, values = {}) => {
      status.textContent = (status.dataset[key] ?? '').replace(/%(\w+)/g, (all, word) =>
        String(values[word] ?? all),
      );
    };
    /** @param {boolean} on */
    const working = (on) => {
      start.disabled = on;
      cancel.hidden = !on;
      bar.hidden = !on;
    };

    cancel.addEventListener('click', () => work?.abort());
    start.addEventListener('click', async () => {
      if (location.protocol === 'file:') {
        say('offline');
        return;
      }
      work = new AbortController();
      working(true);
      cancel.focus();
      let told = -1;
      try {
        if (!(/** @type {any} */ (window).fflate)) await loaded(section.dataset.fflate ?? '');
        const blob = await zipped(wanted, work.signal, (files, bytes) => {
          bar.value = total ? Math.min(1, bytes / total) : files / wanted.length;
          // The status line is read aloud: once a file is often enough.
          if (files !== told) say('going', { done: files, total: wanted.length });
          told = files;
        });
        save(blob, name);
        say('done', { name });
      } catch (error) {
        if (work.signal.aborted) say('cancelled');
        else say('failed', { name: /** @type {any} */ (error)?.file ?? '' });
      }
      working(false);
      start.focus();
    });
  }

  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-download-all]')).forEach(
    downloadAll,
  );
})();
