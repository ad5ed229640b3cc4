/**
 * The page that checks a stick: takes a folder, shows progress, names what is wrong, compares the fingerprint.
 *
 * check.js does the work. Reads the section `[data-verify]`: words in its data-*, in which %name stands for what is put in.
 * Nothing leaves the computer: files are read where they lie.
 */
(() => {
  'use strict';

  const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-verify]'));
  if (!root) return;
  const stick = /** @type {any} */ (window).tirekStick;
  const edition = /** @type {any} */ (window).tirekEdition;

  /**
   * @template {Element} T
   * @param {string} name
   * @returns {T}
   */
  const part = (name) => /** @type {T} */ (root.querySelector(`[data-${name}]`));

  const input = /** @type {HTMLInputElement} */ (part('folder'));
  const stop = /** @type {HTMLButtonElement} */ (part('stop'));
  const bar = /** @type {HTMLProgressElement} */ (part('bar'));
  const status = part('status');
  const result = /** @type {HTMLElement} */ (part('result'));
  const verdictLine = /** @type {HTMLElement} */ (part('verdict'));
  const list = part('findings');
  const about = part('about');
  const typed = /** @type {HTMLInputElement} */ (part('typed'));
  const compared = part('compared');

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  function words(name, values = {}) {
    const text = root?.getAttribute(`data-${name}`) ?? '';
    return text.replace(/%([a-z]+)/g, (whole, key) =>
      key in values ? String(values[key]) : whole,
    );
  }

  /**
   * @param {number} value
   * @returns {string} in both languages by threes with a space, whatever languages the browser has
   */
  const number = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');

  let fingerprint = '';
  let run = 0;

  /**
   * @param {string} hex
   * @returns {string} by fours, as it is printed
   */
  function spelled(hex) {
    return (hex.toUpperCase().match(/.{1,4}/g) ?? []).join('-');
  }

  /**
   * @param {string} term
   * @param {string} value
   * @param {boolean} [code]
   * @returns {HTMLElement}
   */
  function row(term, value, code) {
    const box = document.createElement('div');
    const name = document.createElement('dt');
    name.textContent = term;
    const told = document.createElement('dd');
    if (code) {
      const mono = document.createElement('code');
      mono.textContent = value;
      told.append(mono);
    } else told.textContent = value;
    box.append(name, told);
    return box;
  }

  /** @param {Element} box @param {Node[]} nodes @returns {void} */
  function fill(box, ...nodes) {
    box.textContent = '';
    box.append(...nodes);
  }

  /** @param {string} text @param {string} state @returns {void} */
  function say(text, state) {
    verdictLine.textContent = text;
    verdictLine.setAttribute('data-state', state);
    result.hidden = false;
    verdictLine.focus();
  }

  /** @param {any} verdict @returns {void} */
  function show(verdict) {
    const { manifest, findings, checked } = verdict;
    fingerprint = verdict.fingerprint;
    fill(
      about,
      row(words('version'), manifest.version),
      row(words('date'), manifest.date),
      row(words('print'), spelled(fingerprint), true),
    );
    fill(
      list,
      ...findings.map((/** @type {any} */ finding) => {
        const item = document.createElement('li');
        const kind = document.createElement('b');
        kind.textContent = words(finding.kind);
        const path = document.createElement('code');
        path.textContent = finding.path;
        item.append(kind, ' ', path);
        if (finding.now) {
          const now = document.createElement('code');
          now.textContent = finding.now;
          item.append(' → ', now);
        }
        return item;
      }),
    );
    root?.querySelector('[data-mend]')?.toggleAttribute('hidden', !findings.length);
    root?.querySelector('[data-genuine]')?.toggleAttribute('hidden', false);
    if (findings.length) say(words('wrong', { n: number(findings.length) }), 'wrong');
    else say(words('whole', { n: number(checked) }), 'whole');
    compare();
  }

  /** @returns {void} */
  function compare() {
    const hex = stick.typedFingerprint(typed.value);
    let name = '';
    if (typed.value.trim() && !hex) name = 'unclear';
    else if (hex && fingerprint) name = fingerprint.startsWith(hex) ? 'same' : 'other';
    compared.textContent = name ? words(name) : '';
    compared.setAttribute('data-state', name);
  }

  /** @param {File[]} chosen @returns {Promise<void>} */
  async function begin(chosen) {
    run += 1;
    const own = run;
    const given = chosen.map((file) => {
      // What the folder itself is called does not matter.
      const path = file.webkitRelativePath.split('/').slice(1).join('/') || file.name;
      return {
        path,
        size: file.size,
        read: (/** @type {number} */ from, /** @type {number} */ to) =>
          file.slice(from, to).arrayBuffer(),
      };
    });
    fingerprint = '';
    result.hidden = true;
    fill(list);
    fill(about);
    const files = stick.editionIn(given);
    if (!files) {
      say(words('none'), 'wrong');
      return;
    }
    bar.hidden = false;
    stop.hidden = false;
    let told = 0;
    const verdict = await stick.check(
      files,
      (/** @type {number} */ done, /** @type {number} */ bytes, /** @type {number} */ all) => {
        if (own !== run) return;
        bar.max = Math.max(all, 1);
        bar.value = bytes;
        const percent = Math.floor((bytes / Math.max(all, 1)) * 100);
        // A live region that changes with every file would never stop speaking.
        if (percent >= told) {
          status.textContent = words('progress', { n: number(done), percent });
          told = percent + 10;
        }
      },
      () => own !== run,
    );
    if (own !== run) return;
    bar.hidden = true;
    stop.hidden = true;
    status.textContent = '';
    if (verdict) show(verdict);
    else say(words('broken'), 'wrong');
  }

  input.addEventListener('change', () => {
    if (!input.files?.length) return;
    const chosen = Array.from(input.files);
    // So that the same folder can be chosen again after it was mended.
    input.value = '';
    begin(chosen).catch((error) => say(`${words('failed')} ${error}`, 'wrong'));
  });
  stop.addEventListener('click', () => {
    run += 1;
    bar.hidden = true;
    stop.hidden = true;
    status.textContent = words('stopped');
    input.value = '';
    input.focus();
  });
  typed.addEventListener('input', compare);

  if (!('webkitdirectory' in input)) {
    root.querySelector('[data-can]')?.remove();
    root.querySelector('[data-cannot]')?.removeAttribute('hidden');
  }
  const here = root.querySelector('[data-shown]');
  if (here && edition)
    here.textContent = words('here', {
      version: edition.version,
      date: edition.date,
      short: edition.short,
    });
})();
