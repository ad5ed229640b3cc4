/**
 * Records of the catalogue by their ids: what a form knows of each that a draft names. A record comes with a few others, in a file whose
 * name follows from its id, so that this costs the same in a catalogue of any size.
 *
 * Non-goals: looking records up by words (`sources.js`).
 */

const TirekRecords = (() => {
  'use strict';

  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  /** @returns {'kk' | 'ru'} */
  const language = () => (document.documentElement.lang === 'ru' ? 'ru' : 'kk');

  /**
   * Ask for records; those that do not come are as good as unknown.
   *
   * @param {string} kind
   * @param {string[]} ids
   * @returns {Promise<void>}
   */
  async function arrive(kind, ids) {
    const named = ids.filter((id) => ID.test(id));
    await Promise.all(named.map((id) => TirekData.record(kind, id).catch(() => undefined)));
  }

  /**
   * What a record that has come is called in the page's language; its id where none has.
   *
   * @param {string} kind
   * @param {string} id
   * @returns {string}
   */
  function name(kind, id) {
    const begun = TirekData.arrived(kind, id);
    const names = begun?.name ?? begun?.plain.short ?? begun?.plain.title;
    return names?.[language()] ?? id;
  }

  /**
   * Every record that a value names.
   *
   * @param {TirekTypes} types
   * @param {TirekShape} shape
   * @param {any} value
   * @returns {[kind: string, id: string][]}
   */
  function named(types, shape, value) {
    if (!value) return [];
    if (shape.t === 'ref')
      return shape.to?.startsWith('vocabularies/') || shape.also?.includes(value)
        ? []
        : [[shape.to ?? '', String(value)]];
    if (shape.t === 'list')
      return Array.from(value).flatMap((item) => named(types, shape.of, item));
    if (shape.t !== 'record') return [];
    return types[shape.of].fields.flatMap((field) => named(types, field.shape, value[field.name]));
  }

  /**
   * Ask for every record that a draft's part names.
   *
   * @param {TirekForm} form
   * @param {any} typed
   * @returns {Promise<void>}
   */
  async function arriveFor(form, typed) {
    const found = named(form.types, { t: 'record', of: form.root }, typed);
    await Promise.all(found.map(([kind, id]) => arrive(kind, [id])));
  }

  /**
   * Whether there is no such record, as far as has come: one that has not come yet is believed.
   *
   * @param {string} kind
   * @param {string} id
   * @returns {boolean}
   */
  const isAbsent = (kind, id) => !ID.test(id) || TirekData.isAbsent(kind, id);

  return { arrive, arriveFor, isAbsent, name };
})();
