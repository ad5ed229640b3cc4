/**
 * A filled-in form becomes files: the package that `tirek/intake/package.py` describes, a letter, links to a repository.
 * Knows no page: tests run it in Node.
 *
 * Non-goals: sending anything (the site asks nobody but itself for anything).
 */

/**
 * @typedef {{path: string, text?: string, file?: Blob}} TirekEntry
 */

const TirekPackage = (() => {
  'use strict';
  const LONG = 6000;

  /**
   * @param {any} matter front matter
   * @param {string} body Markdown
   * @returns {string}
   */
  function page(matter, body) {
    const text = body
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+$/gm, '')
      .replace(/^\n+|\n+$/g, '');
    return `---\n${TirekYaml.written(matter)}---\n\n${text}\n`;
  }

  /**
   * The entries of a package, the manifest first.
   *
   * @param {TirekDraft} draft
   * @param {{path: string, plain: any}[]} records
   * @param {TirekEntry[]} others stories and files
   * @param {{format: string, manifest: string, lang: string, today: string}} given
   * @returns {TirekEntry[]}
   */
  function entries(draft, records, others, given) {
    const paths = new Set([...records, ...others].map(({ path }) => path));
    const base = Object.entries(draft.base).filter(([path]) => paths.has(path));
    const sender = TirekPlain.normal;
    /** @type {any} */
    const manifest = { format: given.format, mode: draft.mode };
    if (draft.kind) Object.assign(manifest, { kind: draft.kind, id: draft.id });
    Object.assign(manifest, { language: given.lang, made: given.today });
    if (base.length) manifest.base = Object.fromEntries(base);
    const from = ['role', 'organisation', 'mail'].map((key) => [key, sender(draft.sender?.[key])]);
    const said = from.filter(([, value]) => value);
    if (said.length) manifest.sender = Object.fromEntries(said);
    // A message may have paragraphs: its lines stay apart.
    const note = String(draft.note ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (note) manifest.note = note;
    if (draft.mode === 'feedback' && draft.page) manifest.page = sender(draft.page);
    return [
      { path: given.manifest, text: TirekYaml.written(manifest) },
      ...records.map(({ path, plain }) => ({ path, text: TirekYaml.written(plain) })),
      ...others,
    ];
  }

  /**
   * @param {any} fflate
   * @param {TirekEntry[]} all
   * @returns {Promise<Blob>}
   */
  async function zipped(fflate, all) {
    /** @type {any} */
    const files = {};
    for (const { path, text, file } of all) {
      const bytes = file ? new Uint8Array(await file.arrayBuffer()) : fflate.strToU8(text ?? '');
      // Documents, pictures and films are packed already.
      files[path] = [bytes, { level: file ? 0 : 6, mtime: new Date(Date.UTC(2026, 0, 1, 12)) }];
    }
    return new Blob([fflate.zipSync(files)], { type: 'application/zip' });
  }

  /**
   * @param {TirekEntry[]} all
   * @returns {string} every text with its path above it
   */
  function asText(all) {
    return all
      .filter(({ text }) => text !== undefined)
      .map(({ path, text }) => `# ${path}\n${text}`)
      .join('\n');
  }

  /**
   * @param {string} mail
   * @param {string} subject
   * @param {string} body
   * @returns {string}
   */
  function letter(mail, subject, body) {
    const part = (/** @type {string} */ text) => encodeURIComponent(text.replace(/\n/g, '\r\n'));
    return `mailto:${mail}?subject=${part(subject)}&body=${part(body)}`;
  }

  /**
   * Where a file is proposed on GitHub: the page for a new file with the text in it, or, where the text is too long for an address or
   * the file is there already, the page into which it is pasted.
   *
   * @param {{repository: string, branch: string}} where
   * @param {TirekEntry} entry
   * @param {boolean} isNew
   * @returns {{address: string, paste: boolean}}
   */
  function proposal({ repository, branch }, { path, text }, isNew) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (text === undefined)
      return { address: `${repository}/upload/${branch}/${folder}`, paste: false };
    if (!isNew) return { address: `${repository}/edit/${branch}/${path}`, paste: true };
    const start = `${repository}/new/${branch}?filename=${encodeURIComponent(path)}`;
    const whole = `${start}&value=${encodeURIComponent(text)}`;
    return whole.length <= LONG
      ? { address: whole, paste: false }
      : { address: start, paste: true };
  }

  return { page, entries, zipped, asText, letter, proposal };
})();
