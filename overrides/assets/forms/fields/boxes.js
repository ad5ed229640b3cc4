/**
 * Fields that are typed: one line, several lines, both languages side by side.
 */

const TirekBoxes = (() => {
  'use strict';
  const { el } = TirekDom;
  const { filled } = TirekText;
  const { errorLine, group, idOf, place, single } = TirekFrame;

  /**
   * A box for text: one line, or several.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {any} more attributes
   * @param {(text: string) => any} [read] what the text means
   * @param {(value: any) => string} [write]
   * @returns {HTMLInputElement | HTMLTextAreaElement}
   */
  function box(sheet, path, more, read = (text) => text, write = (value) => value ?? '') {
    const made = el(more.rows ? 'textarea' : 'input', {
      class: 'input',
      ...(more.rows ? {} : { type: 'text' }),
      ...more,
      oninput: () => sheet.set(path, read(made.value)),
      onblur: () => sheet.left(path),
    });
    made.value = write(sheet.get(path));
    return made;
  }

  /** @param {string} text */
  const rowsOf = (text) => text.split('\n');

  /** @param {any} rows */
  const textOf = (rows) => (rows ?? []).join('\n');

  /**
   * What the box of one language is called: in the one that somebody does not write in, that it may stay empty.
   *
   * @param {TirekSheet} sheet
   * @param {string} lang
   * @returns {any[]}
   */
  function languageLabel({ words, lacks }, lang) {
    const word = lang === 'kk' ? words.in_kk : words.in_ru;
    return lang === lacks() ? [word, ' ', el('small', {}, `(${words.not_needed})`)] : [word];
  }

  /**
   * Both languages side by side.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {boolean} lists one text a line
   * @returns {HTMLElement}
   */
  function both(sheet, path, said, required, lists) {
    return group(sheet, path, said, required, () => [
      el(
        'div',
        { class: 'pair' },
        ...['kk', 'ru'].map((lang) => {
          const at = `${path}.${lang}`;
          const id = idOf(sheet, at);
          const word = lang === 'kk' ? sheet.words.in_kk : sheet.words.in_ru;
          const error = errorLine(id);
          const example = said.example?.[lang];
          const hint = example
            ? [
                el(
                  'p',
                  { class: 'help', id: `${id}-hint` },
                  filled(sheet.words.example, { what: example }),
                ),
              ]
            : [];
          const control = box(
            sheet,
            at,
            {
              id,
              lang,
              rows: said.rows ?? (lists ? 3 : undefined),
              'aria-describedby': example ? `${id}-hint ${id}-error` : `${id}-error`,
            },
            ...(lists ? /** @type {const} */ ([rowsOf, textOf]) : []),
          );
          place(sheet, at, `${said.label}, ${word}`, error, () => [control]);
          return el(
            'div',
            { class: 'field' },
            el('label', { for: id }, ...languageLabel(sheet, lang)),
            ...hint,
            error,
            control,
          );
        }),
      ),
    ]);
  }

  /**
   * One text.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {any} [more] attributes of its box
   * @returns {HTMLElement}
   */
  function text(sheet, path, said, required, more = {}) {
    return single(sheet, path, said, required, (id, describedby) => {
      const given = { id, rows: said.rows, 'aria-describedby': describedby, ...more };
      const control = box(sheet, path, given);
      return { root: control, control };
    });
  }

  /**
   * Several texts, one a line.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @returns {HTMLElement}
   */
  function lines(sheet, path, said, required) {
    return single(sheet, path, said, required, (id, describedby) => {
      const given = { id, rows: said.rows ?? 3, 'aria-describedby': describedby };
      const control = box(sheet, path, given, rowsOf, textOf);
      return { root: control, control };
    });
  }

  return { box, both, text, lines, languageLabel };
})();
