/**
 * Whether a folder is the edition that its manifest says: reads the manifest, hashes every file and names what is wrong.
 *
 * `tirek.offline` describes the manifest and the page data; `tirek usb verify` does the same by command.
 *
 * Files come as the browser gives them for a chosen folder: `{path, size, read(from, to): Promise<ArrayBuffer>}`. Hashing asks
 * WebCrypto for files that fit into memory, and js-sha256 piece by piece for larger ones and where a page has no WebCrypto (http).
 *
 * Non-goals: signatures (browsers of schools cannot check Ed25519); mending (`tirek usb repair` does).
 */
(() => {
  'use strict';

  /**
   * @typedef {{path: string, size: number, read: (from: number, to: number) => Promise<ArrayBuffer>}} Given
   * @typedef {{version: string, date: string, selection: string, sums: Map<string, string>}} Manifest
   * @typedef {{kind: 'damaged' | 'missing' | 'extra' | 'renamed', path: string, now?: string}} Finding
   * @typedef {{manifest: Manifest, fingerprint: string, checked: number, findings: Finding[]}} Verdict
   */

  const MANIFEST = 'tirek.sha256';
  const SIGNATURE = 'tirek.sha256.minisig';
  const SCRIPT = 'edition.js';
  const WORK = 'tirek-work';
  const APART = [MANIFEST, SIGNATURE, SCRIPT];

  /** Bytes that are hashed at once; what is larger is hashed in pieces of this size. */
  const PIECE = 32 * 1024 * 1024;

  const HEAD =
    /^# tirek-edition 1\n# version: (\d{1,9}(?:\.\d{1,9}){0,5})\n# date: (\d{4}-\d\d-\d\d)\n# selection: ([!-~]+(?: [!-~]+)*)\n# files: (\d+)\n# bytes: (\d+)\n/;
  const LINE = /^([0-9a-f]{64}) {2}([\w+-][\w.+-]*(?:\/[\w.+-]+)*)$/;

  /** What systems put into a stick's root, and into any folder. */
  const OF_ROOT =
    /^(System Volume Information|\$RECYCLE\.BIN|RECYCLER|LOST\.DIR|lost\+found|\.Trash-.*|\.Trashes|\.Spotlight-V100|\.fseventsd|\.TemporaryItems|\.android_secure)$/;
  const ANYWHERE = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/;

  /**
   * @param {string} text
   * @returns {Manifest | null} null where it is no manifest, or was changed
   */
  function manifestOf(text) {
    const head = HEAD.exec(text);
    if (!head) return null;
    /** @type {Map<string, string>} */
    const sums = new Map();
    const lines = text.slice(head[0].length).split('\n');
    if (lines.pop() !== '') return null;
    for (const line of lines) {
      const found = LINE.exec(line);
      if (!found || sums.has(found[2]) || APART.includes(found[2])) return null;
      sums.set(found[2], found[1]);
    }
    if (sums.size !== Number(head[4])) return null;
    return { version: head[1], date: head[2], selection: head[3], sums };
  }

  /**
   * @param {ArrayBuffer} bytes
   * @returns {string}
   */
  function hex(bytes) {
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /**
   * @param {Given} file
   * @param {(bytes: number) => void} moved
   * @returns {Promise<string>} SHA-256 in hex
   */
  async function sumOf(file, moved) {
    const subtle = globalThis.crypto?.subtle;
    if (subtle && file.size <= PIECE) {
      const bytes = await file.read(0, file.size);
      moved(file.size);
      return hex(await subtle.digest('SHA-256', bytes));
    }
    const state = /** @type {any} */ (globalThis).sha256.create();
    for (let from = 0; from < file.size; from += PIECE) {
      const to = Math.min(from + PIECE, file.size);
      state.update(await file.read(from, to));
      moved(to - from);
    }
    return state.hex();
  }

  /**
   * Finds the edition among the files of a chosen folder: the folder may be the stick itself or one above it.
   *
   * @param {Given[]} given
   * @returns {Map<string, Given> | null} files by path in the edition; null where there is no manifest
   */
  function editionIn(given) {
    const found = given
      .filter((file) => file.path === MANIFEST || file.path.endsWith(`/${MANIFEST}`))
      .sort((one, other) => one.path.length - other.path.length)[0];
    if (!found) return null;
    const start = found.path.slice(0, -MANIFEST.length);
    /** @type {Map<string, Given>} */
    const files = new Map();
    for (const file of given) {
      if (!file.path.startsWith(start)) continue;
      const path = file.path.slice(start.length);
      const steps = path.split('/');
      const ofSystem = OF_ROOT.test(steps[0]) || steps.some((step) => ANYWHERE.test(step));
      if (!ofSystem && steps[0] !== WORK) files.set(path, file);
    }
    return files;
  }

  /**
   * @param {Map<string, Given>} files
   * @param {string} name
   * @returns {Promise<string>} the file's text, "" where it is not there
   */
  async function textOf(files, name) {
    const file = files.get(name);
    if (!file) return '';
    return new TextDecoder().decode(await file.read(0, file.size));
  }

  /**
   * Names what does not belong together of manifest, page data and signature, as `tirek.offline.seal` does.
   *
   * @param {Map<string, Given>} files
   * @param {string} fingerprint
   * @returns {Promise<Finding[]>}
   */
  async function ofSeal(files, fingerprint) {
    const script = await textOf(files, SCRIPT);
    if (!script) return [{ kind: 'missing', path: SCRIPT }];
    const cut = script.lastIndexOf(' // ');
    const line = script.slice(0, Math.max(cut, 0));
    const bytes = new TextEncoder().encode(line);
    const own = await sumOf(
      { path: SCRIPT, size: bytes.length, read: async () => bytes.buffer },
      () => {},
    );
    const inOrder = cut > 0 && script === `${line} // ${own.slice(0, 16)}\n`;
    if (!inOrder) return [{ kind: 'damaged', path: SCRIPT }];
    if (!line.includes(`"fingerprint":"${fingerprint}"`))
      return [{ kind: 'damaged', path: MANIFEST }];
    const signed = !line.includes('"key":""');
    if (signed && !files.has(SIGNATURE)) return [{ kind: 'missing', path: SIGNATURE }];
    if (!signed && files.has(SIGNATURE)) return [{ kind: 'extra', path: SIGNATURE }];
    return [];
  }

  /**
   * @param {Map<string, Given>} files by path in the edition, as `editionIn` gives them
   * @param {(files: number, bytes: number, all: number) => void} progress files and bytes that were read, and bytes of all
   * @param {() => boolean} stopped
   * @returns {Promise<Verdict | null>} null where the manifest is none, or the check was stopped
   */
  async function check(files, progress, stopped) {
    const content = /** @type {Given} */ (files.get(MANIFEST));
    const manifest = manifestOf(await textOf(files, MANIFEST));
    if (!manifest) return null;
    const fingerprint = await sumOf(content, () => {});
    const findings = await ofSeal(files, fingerprint);
    const strangers = [...files.keys()].filter(
      (path) => !manifest.sums.has(path) && !APART.includes(path),
    );
    const lost = [...manifest.sums.keys()].filter((path) => !files.has(path));
    let all = 0;
    for (const [path, file] of files)
      if (manifest.sums.has(path) || (lost.length && strangers.includes(path))) all += file.size;
    let done = 0;
    let bytes = 0;
    const moved = (/** @type {number} */ more) => {
      bytes += more;
      progress(done, bytes, all);
    };
    for (const [path, sum] of manifest.sums) {
      const file = files.get(path);
      if (stopped()) return null;
      if (!file) continue;
      // What cannot be read is damaged: the stick itself refuses.
      const own = await sumOf(file, moved).catch(() => '');
      done += 1;
      if (own !== sum) findings.push({ kind: 'damaged', path });
    }
    /** @type {Map<string, string>} */
    const under = new Map();
    for (const path of lost.length ? strangers : []) {
      if (stopped()) return null;
      under.set(await sumOf(/** @type {Given} */ (files.get(path)), moved).catch(() => ''), path);
    }
    const found = new Set();
    for (const path of lost) {
      const now = under.get(/** @type {string} */ (manifest.sums.get(path)));
      if (now && !found.has(now)) {
        findings.push({ kind: 'renamed', path, now });
        found.add(now);
      } else findings.push({ kind: 'missing', path });
    }
    for (const path of strangers) if (!found.has(path)) findings.push({ kind: 'extra', path });
    progress(done, bytes, all);
    return { manifest, fingerprint, checked: done, findings };
  }

  /**
   * @param {string} typed a fingerprint as people copy it: by fours, in any case, perhaps with Cyrillic look-alikes
   * @returns {string} hex digits in lower case, "" where it is none: 16 digits at least
   */
  function typedFingerprint(typed) {
    const latin = typed
      .toLowerCase()
      .replace(/[авсе]/g, (letter) => 'abce'['авсе'.indexOf(letter)])
      .replace(/[\s–—-]/g, '');
    return /^[0-9a-f]{16,64}$/.test(latin) ? latin : '';
  }

  /** @type {any} */ (globalThis).tirekStick = { check, editionIn, manifestOf, typedFingerprint };
})();
