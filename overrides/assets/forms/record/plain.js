/**
 * What somebody types as plain data: words in one line each, without what is empty, fields in the model's order.
 *
 * Non-goals: what is right (`problems.js`).
 */

const TirekPlain = (() => {
  'use strict';

  // Python's white space; JavaScript's own class differs in a few characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are white space to Python.
  const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  /** The field that says which language's texts are not there yet. */
  const MARK = 'not_translated';
  /** @type {Record<string, string>} */
  const OTHER = { kk: 'ru', ru: 'kk' };
  const LONE_SURROGATE = /\p{Cs}/gu;

  /**
   * One line of words: NFC, single spaces.
   *
   * @param {any} text
   * @returns {string}
   */
  function normal(text) {
    return String(text ?? '')
      .replace(LONE_SURROGATE, '\ufffd')
      .normalize('NFC')
      .split(SPACES)
      .filter(Boolean)
      .join(' ');
  }

  /**
   * Plain data of what was typed: without what is empty, fields in the model's order.
   *
   * @param {TirekTypes} types
   * @param {TirekShape} shape
   * @param {any} value
   * @returns {any} undefined where nothing is left
   */
  function pruned(types, shape, value) {
    if (value === undefined || value === null) return undefined;
    switch (shape.t) {
      case 'both':
      case 'either':
        return kept({ kk: normal(value.kk) || undefined, ru: normal(value.ru) || undefined });
      case 'lists':
        return kept({ kk: lines(value.kk), ru: lines(value.ru) });
      case 'list': {
        const items = Array.from(value, (/** @type {any} */ item) => pruned(types, shape.of, item));
        const full = items.filter((item) => item !== undefined);
        return full.length ? full : undefined;
      }
      case 'map':
        return kept(
          Object.fromEntries(
            (shape.keys ?? []).map((key) => [key, pruned(types, shape.of, value[key])]),
          ),
        );
      case 'record':
        return prunedRecord(types, shape.of, value, false);
      case 'yesno':
        return value === 'true' ? 'true' : undefined;
      default:
        return normal(value) || undefined;
    }
  }

  /**
   * @param {TirekTypes} types
   * @param {string} type
   * @param {any} value
   * @param {boolean} whole whether what the model requires is written even where it is empty
   * @returns {any}
   */
  function prunedRecord(types, type, value, whole) {
    /** @type {any} */
    const result = {};
    for (const field of types[type].fields) {
      let found = pruned(types, field.shape, value[field.name]);
      if (found === undefined && whole && field.required) {
        if (field.shape.t === 'list') found = [];
        else if (field.shape.t === 'record') found = {};
      }
      if (found !== undefined) result[field.name] = found;
    }
    return whole ? result : kept(result);
  }

  /**
   * @param {any} texts
   * @returns {string[] | undefined}
   */
  function lines(texts) {
    const full = (texts ?? []).map(normal).filter(Boolean);
    return full.length ? full : undefined;
  }

  /**
   * @param {any} fields
   * @returns {any}
   */
  function kept(fields) {
    const full = Object.entries(fields).filter(([, value]) => value !== undefined);
    return full.length ? Object.fromEntries(full) : undefined;
  }

  /**
   * The record as its YAML will hold it.
   *
   * @param {TirekTypes} types
   * @param {string} type
   * @param {any} typed
   * @returns {any}
   */
  const plain = (types, type, typed) => prunedRecord(types, type, typed, true);

  return { normal, plain, MARK, OTHER };
})();
