/**
 * Loads the scripts that hold the forms' data, each once; nothing else loads from a folder. They call `tirekForms`.
 *
 *     tirekForms.words({words, problems, shown, months, …})      data/forms/<lang>/words.js
 *     tirekForms.form({kind, root, types, steps, said, …})       data/forms/<lang>/<kind>.js
 *     tirekForms.list('units', [[id, label, words, line], …])    data/forms/<lang>/list-<kind>.js, of kinds with few records
 *     tirekForms.records('units', {id: {plain, base, …}})        data/forms/records/<kind>-<shard>.js
 *
 * Non-goals: what the data means (`tirek/views/forms/` makes it).
 */

/**
 * @typedef {{words: Record<string, string>, problems: Record<string, string>, shown: Record<string, string>, months: string[], alone: string[],
 *   inside: string[], fold: string[], format: string, manifest: string, folders: Record<string, string>, slugs: Record<string, string>,
 *   shards: Record<string, number>, listed: string[], titles: Record<string, Record<string, string>>}} TirekWords
 * @typedef {{id: string, title: string, intro: string, fields: string[]}} TirekStep
 * @typedef {{kind: string, root: string, types: TirekTypes, steps: TirekStep[], confirming: string[], wanted: Record<string, string>,
 *   said: Record<string, TirekSaid>, schemes: Record<string, TirekRow[]>}} TirekForm
 * @typedef {{plain: any, base: Record<string, string>, page: string, name?: Record<string, string>, story?: Record<string, any>}} TirekBegun
 */

const TirekData = (() => {
  'use strict';

  /** @type {Map<string, any>} */
  const arrived = new Map();
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();
  /** @type {Set<string>} shards that have come */
  const whole = new Set();
  let base = '';
  let lang = 'kk';

  /** @type {any} */ (window).tirekForms = {
    words: (/** @type {TirekWords} */ words) => arrived.set('words', words),
    form: (/** @type {TirekForm} */ form) => arrived.set(form.kind, form),
    list: (/** @type {string} */ kind, /** @type {TirekRow[]} */ rows) =>
      arrived.set(`list-${kind}`, rows),
    records: (/** @type {string} */ kind, /** @type {Record<string, TirekBegun>} */ records) =>
      arrived.set(`records-${kind}`, { ...arrived.get(`records-${kind}`), ...records }),
  };

  /**
   * @param {string} address
   * @returns {Promise<void>}
   */
  function loaded(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(`cannot load ${address}`));
      };
      document.head.append(script);
    });
  }

  /**
   * @param {string} uri below the folder of data
   * @param {string} key under which it arrives
   * @returns {Promise<any>}
   */
  function ask(uri, key) {
    const waiting = asked.get(uri);
    if (waiting) return waiting;
    const promise = loaded(`${base}${uri}`).then(() => {
      if (!arrived.has(key)) throw new Error(`${uri} did not arrive`);
      return arrived.get(key);
    });
    asked.set(uri, promise);
    promise.catch(() => asked.delete(uri)); // another try may do better
    return promise;
  }

  /**
   * The shard that holds a record, as `tirek.views.forms.prefill.shard_of` counts it.
   *
   * @param {string} kind
   * @param {string} id
   * @returns {string}
   */
  function shard(kind, id) {
    let number = 0;
    for (const letter of id) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 65521;
    return `records/${kind}-${number % arrived.get('words').shards[kind]}.js`;
  }

  return {
    /** @param {string} folder @param {string} language */
    begin: (folder, language) => {
      base = folder;
      lang = language;
    },
    /** @returns {Promise<TirekWords>} */
    words: () => ask(`${lang}/words.js`, 'words'),
    /** @param {string} kind @returns {Promise<TirekForm>} */
    form: (kind) => ask(`${lang}/${kind}.js`, kind),
    /** @param {string} kind @returns {Promise<TirekRow[]>} */
    list: (kind) => ask(`${lang}/list-${kind}.js`, `list-${kind}`),
    /** @param {string} kind whether its records come as one list */
    isListed: (kind) => arrived.get('words').listed.includes(kind),
    /** @param {string} kind @returns {TirekRow[] | undefined} what has come already */
    listed: (kind) => arrived.get(`list-${kind}`),
    /** @param {string} kind @param {string} id @returns {Promise<TirekBegun | undefined>} */
    record: async (kind, id) => {
      const uri = shard(kind, id);
      await ask(uri, `records-${kind}`);
      whole.add(uri);
      return arrived.get(`records-${kind}`)[id];
    },
    /** @param {string} kind @param {string} id @returns {TirekBegun | undefined} what has come already */
    arrived: (kind, id) => arrived.get(`records-${kind}`)?.[id],
    /** @param {string} kind @param {string} id whether it would have come, if it were there */
    isAbsent: (kind, id) => whole.has(shard(kind, id)) && !arrived.get(`records-${kind}`)[id],
    loaded,
  };
})();
