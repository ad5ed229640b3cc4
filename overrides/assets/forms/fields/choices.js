/**
 * Fields whose values are chosen: as radio buttons, boxes to tick, a list to open or a look-up, by the length of the list.
 */

const TirekChoices = (() => {
  'use strict';
  const { el } = TirekDom;
  const { group, single } = TirekFrame;
  const FEW = 6;
  const SOME = 15;

  /**
   * Radio buttons or boxes to tick.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {[string, string][]} options
   * @param {boolean} many
   * @returns {HTMLElement}
   */
  function options(sheet, path, said, required, options, many) {
    return group(sheet, path, said, required, (id) => {
      const now = many ? (sheet.get(path) ?? []) : [sheet.get(path) || ''];
      const boxes = options.map(([value, label], index) => {
        const input = el('input', {
          type: many ? 'checkbox' : 'radio',
          name: id,
          id: `${id}-${index}`,
          checked: now.includes(value),
          onchange: () => {
            if (many) {
              const old = sheet.get(path) ?? [];
              sheet.set(
                path,
                options
                  .map(([one]) => one)
                  .filter((one) => (one === value ? input.checked : old.includes(one))),
              );
            } else sheet.set(path, value);
            sheet.left(path);
          },
        });
        return el(
          'label',
          { class: 'option', for: `${id}-${index}` },
          input,
          el('span', {}, label),
        );
      });
      return [el('div', { class: options.length > FEW ? 'options-many' : 'options' }, ...boxes)];
    });
  }

  /**
   * Which languages somebody writes in: said as what they do, kept as what is not there yet.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @returns {HTMLElement}
   */
  function languages(sheet, path, said) {
    const { words } = sheet;
    /** @type {[string, string][]} */
    const pairs = [
      ['', words.write_both],
      ['ru', words.write_kk],
      ['kk', words.write_ru],
    ];
    return options(sheet, path, { ...said, label: words.write_in }, false, pairs, false);
  }

  /**
   * One of a list, or several: as radios, a list to open, or a look-up, by its length.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {TirekShape} shape of one
   * @param {boolean} many
   * @returns {HTMLElement}
   */
  function reference(sheet, path, said, required, shape, many) {
    const target = shape.to ?? '';
    const known = sheet.schemes[target];
    const extra = (shape.also ?? []).map(
      (id) =>
        /** @type {TirekRow} */ ([
          id,
          sheet.also(target, id),
          TirekText.fold(sheet.also(target, id)),
        ]),
    );
    if (known) {
      const rows = [
        ...extra,
        ...known.filter(
          (row) => !said.only || said.only.includes(row[0]) || row[0] === sheet.get(path),
        ),
      ];
      if (rows.length <= (many ? SOME : FEW)) {
        /** @type {[string, string][]} */
        const pairs = rows.map((row) => [row[0], row[1]]);
        if (!many && !required) pairs.push(['', sheet.words.unsaid]);
        return options(sheet, path, said, required, pairs, many);
      }
      if (!many && rows.length <= SOME) return select(sheet, path, said, required, rows);
      return lookUp(sheet, path, said, required, many, TirekSources.ofRows(rows));
    }
    const source = TirekSources.ofRecords([target], sheet.words, extra);
    return lookUp(sheet, path, said, required, many, source);
  }

  /**
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {TirekRow[]} rows
   * @returns {HTMLElement}
   */
  function select(sheet, path, said, required, rows) {
    return single(sheet, path, said, required, (id, describedby) => {
      const control = el(
        'select',
        {
          id,
          class: 'input',
          'aria-describedby': describedby,
          onchange: () => sheet.set(path, control.value),
          onblur: () => sheet.left(path),
        },
        el('option', { value: '' }, sheet.words.choose),
        ...rows.map((row) => el('option', { value: row[0] }, row[1])),
      );
      control.value = sheet.get(path) ?? '';
      return { root: control, control };
    });
  }

  /**
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {boolean} many
   * @param {TirekSource} source
   * @returns {HTMLElement}
   */
  function lookUp(sheet, path, said, required, many, source) {
    return single(sheet, path, said, required, (id, describedby) => {
      const { root, input } = TirekCombobox.combobox({
        id,
        labelled: `${id}-label`,
        described: describedby,
        many,
        value: sheet.get(path),
        source,
        words: sheet.words,
        change: (value) => sheet.set(path, value),
        left: () => sheet.left(path),
      });
      return { root, control: input };
    });
  }

  return { options, languages, reference };
})();
