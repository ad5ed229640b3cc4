/**
 * What stands around the controls of a field: its label or legend, a hint, perhaps a reminder, and its error.
 *
 * What is said about a field is tied to its control by aria-describedby. An error is shown once somebody has left the field, or has
 * tried to go on; it goes away as soon as it is mended.
 *
 * Non-goals: the controls (the other files here), what is right (`record.js`).
 */

/**
 * @typedef {{label: string, help: string, example?: any, rows?: number, private?: boolean, only?: string[]}} TirekSaid
 * @typedef {{get: (path: string) => any, set: (path: string, value: any) => void, said: (key: string) => TirekSaid,
 *   types: TirekTypes, schemes: Record<string, TirekRow[]>,
 *   words: Record<string, string>, months: string[], places: Map<string, TirekPlace>, prefix: string,
 *   also: (target: string, id: string) => string, left: (path: string) => void, lacks: () => string}} TirekSheet
 * @typedef {{label: string, show: (message: string) => void, focus: () => void, touched: boolean}} TirekPlace
 */

const TirekFrame = (() => {
  'use strict';
  const { el, refill } = TirekDom;
  const { filled } = TirekText;

  /**
   * Where the errors of a path are shown, and what the summary's link leads to.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {string} label
   * @param {HTMLElement} line
   * @param {() => HTMLElement[]} controls the first one takes the focus
   * @returns {void}
   */
  function place(sheet, path, label, line, controls) {
    /** @type {HTMLElement[]} */
    let marked = [];
    sheet.places.set(path, {
      label,
      touched: sheet.places.get(path)?.touched ?? false,
      show: (message) => {
        line.hidden = !message;
        if (message) unfolded(line);
        refill(
          line,
          ...(message ? [el('span', { class: 'hush' }, `${sheet.words.error} `), message] : []),
        );
        // A group clears only what it marked: its fields have errors of their own.
        for (const control of marked) control.removeAttribute('aria-invalid');
        marked = message ? controls() : [];
        for (const control of marked) control.setAttribute('aria-invalid', 'true');
        line.closest('.field')?.classList.toggle('is-wrong', Boolean(message));
      },
      focus: () => {
        unfolded(line);
        controls()[0]?.focus();
      },
    });
  }

  /**
   * An error must not hide in an item that is folded.
   *
   * @param {HTMLElement} line
   * @returns {void}
   */
  function unfolded(line) {
    const item = line.closest('details');
    if (item) item.open = true;
  }

  /** @param {TirekSheet} sheet @param {string} path */
  const idOf = (sheet, path) => `${sheet.prefix}-${path.split('.').join('-')}`;

  /**
   * @param {TirekSheet} sheet
   * @param {string} id
   * @param {TirekSaid} said
   * @param {string} lang of the example
   * @returns {HTMLElement[]}
   */
  function hints(sheet, id, said, lang) {
    const example = typeof said.example === 'object' ? said.example[lang] : said.example;
    const text =
      example && !said.help.includes(example) ? filled(sheet.words.example, { what: example }) : '';
    return [
      ...(said.help
        ? [el('p', { class: 'help', id: `${id}-hint` }, said.help, ...(text ? [' ', text] : []))]
        : []),
      ...(said.private
        ? [
            el(
              'p',
              { class: 'reminder', id: `${id}-private` },
              TirekDom.icon('i-unknown'),
              sheet.words.private,
            ),
          ]
        : []),
    ];
  }

  /** @param {string} id @param {TirekSaid} said */
  const described = (id, said) =>
    [said.help && `${id}-hint`, said.private && `${id}-private`, `${id}-error`]
      .filter(Boolean)
      .join(' ');

  /** @param {TirekSheet} sheet @param {string} label @param {boolean} required */
  const named = (sheet, label, required) => [
    label,
    ...(required ? [' ', el('small', {}, `(${sheet.words.required})`)] : []),
  ];

  /** @param {string} id */
  const errorLine = (id) => el('p', { class: 'field-error', id: `${id}-error`, hidden: true });

  /**
   * A field with one control.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {(id: string, describedby: string) => {root: HTMLElement, control: HTMLElement}} draw
   * @returns {HTMLElement}
   */
  function single(sheet, path, said, required, draw) {
    const id = idOf(sheet, path);
    const error = errorLine(id);
    const { root, control } = draw(id, described(id, said));
    place(sheet, path, said.label, error, () => [control]);
    return el(
      'div',
      { class: 'field' },
      el('label', { for: control.id, id: `${id}-label` }, ...named(sheet, said.label, required)),
      ...hints(sheet, id, said, 'kk'),
      error,
      root,
    );
  }

  /**
   * A field with several controls.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {(id: string) => HTMLElement[]} draw
   * @returns {HTMLElement}
   */
  function group(sheet, path, said, required, draw) {
    const id = idOf(sheet, path);
    const error = errorLine(id);
    const body = el('div', { class: 'group' }, ...draw(id));
    const root = el(
      'fieldset',
      { class: 'field', id, 'aria-describedby': described(id, said) },
      el('legend', {}, ...named(sheet, said.label, required)),
      ...hints(sheet, id, { ...said, example: undefined }, 'kk'),
      error,
      body,
    );
    place(sheet, path, said.label, error, () =>
      Array.from(body.querySelectorAll('input, select, textarea, button')),
    );
    return root;
  }

  return { place, idOf, single, group, errorLine };
})();
