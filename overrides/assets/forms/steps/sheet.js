/**
 * What fields are drawn on: a part of a draft, with the places where its errors are shown.
 */

const TirekSheets = (() => {
  'use strict';
  const { got, put } = TirekPath;

  /**
   * @param {TirekDesk} desk
   * @param {string} name of the part
   * @param {any} data that is filled in
   * @param {TirekForm | undefined} form
   * @param {Map<string, TirekPlace>} places of the whole step
   * @param {() => void} changed
   * @param {(path: string) => void} left
   * @param {(path: string, value: any) => void} [effect]
   * @returns {TirekSheet}
   */
  function sheetOf(desk, name, data, form, places, changed, left, effect) {
    const { words, months } = desk.env.words;
    /** @param {string} path */
    const whole = (path) => `${name}:${path}`;
    return {
      get: (path) => got(data, path),
      set: (path, value) => {
        put(data, path, value);
        effect?.(path, value);
        changed();
      },
      said: (key) => form?.said[key] ?? { label: key, help: '' },
      types: form?.types ?? {},
      schemes: form?.schemes ?? {},
      words,
      months,
      prefix: `f-${name}`,
      places: /** @type {any} */ ({
        get: (/** @type {string} */ path) => places.get(whole(path)),
        set: (/** @type {string} */ path, /** @type {TirekPlace} */ place) =>
          places.set(whole(path), place),
        delete: (/** @type {string} */ path) => places.delete(whole(path)),
        keys: () =>
          [...places.keys()]
            .filter((key) => key.startsWith(`${name}:`))
            .map((key) => key.slice(name.length + 1)),
      }),
      also: (_, id) => words[id] ?? id,
      left: (path) => left(whole(path)),
      lacks: () => (form ? data : TirekNames.main(desk.draft)?.typed)?.[TirekPlain.MARK] ?? '',
    };
  }

  return { sheetOf };
})();
