/**
 * Lists of things: records or texts, each in a place of its own that can be taken away.
 */

const TirekRepeated = (() => {
  'use strict';
  const { el, refill, say } = TirekDom;
  const { filled } = TirekText;
  const { both } = TirekBoxes;
  const { group } = TirekFrame;

  /**
   * What an item says, in a few words.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {any} item
   * @returns {string}
   */
  function briefly(sheet, type, item) {
    const lang = document.documentElement.lang;
    const said = sheet.types[type].fields.map(({ name, shape }) => {
      const value = item?.[name];
      if (shape.t === 'both') return value?.[lang] ?? '';
      if (shape.t !== 'ref') return shape.t === 'number' ? (value ?? '') : '';
      const rows = sheet.schemes[shape.to ?? ''];
      if (!rows) return value ? TirekRecords.name(shape.to ?? '', value) : '';
      return rows.find(([id]) => id === value)?.[1] ?? value ?? '';
    });
    return said.filter(Boolean).slice(0, 3).join(' · ');
  }

  /**
   * Records in a list: each a fieldset that can be taken away.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {string} type
   * @returns {HTMLElement}
   */
  function records(sheet, path, said, required, type) {
    return group(sheet, path, said, required, () => {
      const holder = el('div', { class: 'items' });
      const add = el('button', {
        type: 'button',
        class: 'button quiet',
        onclick: () => draw((sheet.get(path) ?? []).length),
      });
      /** @param {number} [fresh] number of an item to begin */
      const draw = (fresh) => {
        if (fresh !== undefined) sheet.set(`${path}.${fresh}`, {});
        const items = sheet.get(path) ?? [];
        for (const known of [...sheet.places.keys()])
          if (known.startsWith(`${path}.`)) sheet.places.delete(known);
        refill(
          holder,
          ...items.map((/** @type {any} */ _, /** @type {number} */ index) => {
            const name = filled(sheet.words.item, { what: said.label, n: index + 1 });
            return el(
              'details',
              { class: 'item', open: index === fresh },
              el('summary', {}, name, el('small', {}, briefly(sheet, type, items[index]))),
              ...TirekFields.record(sheet, type, `${path}.${index}`, true),
              el(
                'button',
                {
                  type: 'button',
                  class: 'button quiet',
                  onclick: () => {
                    const left = (sheet.get(path) ?? []).filter(
                      (/** @type {any} */ __, /** @type {number} */ i) => i !== index,
                    );
                    sheet.set(path, left);
                    draw();
                    say(filled(sheet.words.removed, { what: name }));
                    add.focus();
                  },
                },
                filled(sheet.words.remove, { what: name }),
              ),
            );
          }),
        );
        add.textContent = items.length ? sheet.words.add : sheet.words.add_first;
        if (fresh !== undefined)
          holder.lastElementChild?.querySelector('input, select, textarea')?.focus();
      };
      draw();
      return [holder, add];
    });
  }

  /**
   * Texts in one language or both, each in a row of its own.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @returns {HTMLElement}
   */
  function texts(sheet, path, said, required) {
    return group(sheet, path, said, required, () => {
      const holder = el('div', { class: 'items' });
      /** @param {number} index */
      const row = (index) =>
        both(
          sheet,
          `${path}.${index}`,
          { label: filled(sheet.words.item, { what: said.label, n: index + 1 }), help: '' },
          false,
          false,
        );
      const add = el(
        'button',
        {
          type: 'button',
          class: 'button quiet',
          onclick: () => {
            const index = (sheet.get(path) ?? []).length;
            sheet.set(`${path}.${index}`, {});
            holder.append(row(index));
            holder.lastElementChild?.querySelector('input')?.focus();
          },
        },
        sheet.words.add_first,
      );
      holder.append(
        ...(sheet.get(path) ?? []).map((/** @type {any} */ _, /** @type {number} */ index) =>
          row(index),
        ),
      );
      return [holder, add];
    });
  }

  return { records, texts };
})();
