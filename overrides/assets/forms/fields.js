/**
 * Draws the fields of a form from the shapes of the model, and shows at each what is wrong with it.
 *
 * A field is a label, a hint, perhaps a reminder, an error and its control; those that hold several controls are a fieldset with a
 * legend. What is said about a field is tied to its control by aria-describedby. An error is shown once somebody has left the field,
 * or has tried to go on; it goes away as soon as it is mended.
 *
 * Non-goals: what fields there are (the form's data says it), what is right (`record.js`), keeping (`draft.js`).
 */

/**
 * @typedef {{label: string, help: string, example?: any, rows?: number, private?: boolean, only?: string[]}} TirekSaid
 * @typedef {{get: (path: string) => any, set: (path: string, value: any) => void, said: (key: string) => TirekSaid,
 *   types: TirekTypes, schemes: Record<string, TirekRow[]>, list: (folder: string) => Promise<TirekRow[]>,
 *   words: Record<string, string>, months: string[], places: Map<string, TirekPlace>, prefix: string,
 *   also: (target: string, id: string) => string, left: (path: string) => void}} TirekSheet
 * @typedef {{label: string, show: (message: string) => void, focus: () => void, touched: boolean}} TirekPlace
 */

const TirekFields = (() => {
  'use strict';
  const { el, refill, say } = TirekDom;
  const { filled } = TirekText;
  const FEW = 6;
  const SOME = 15;

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
      const rows = sheet.schemes[shape.to ?? ''] ?? TirekData.listed(shape.to ?? '') ?? [];
      return rows.find(([id]) => id === value)?.[1] ?? value ?? '';
    });
    return said.filter(Boolean).slice(0, 3).join(' · ');
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
            ...(lists
              ? /** @type {const} */ ([
                  rowsOf,
                  (/** @type {any} */ value) => (value ?? []).join('\n'),
                ])
              : []),
          );
          place(sheet, at, `${said.label}, ${word}`, error, () => [control]);
          return el(
            'div',
            { class: 'field' },
            el('label', { for: id }, word),
            ...hint,
            error,
            control,
          );
        }),
      ),
    ]);
  }

  /**
   * Day, month and year; what is not known is left out from the day on.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {boolean} full whether a day is needed
   * @returns {HTMLElement}
   */
  function date(sheet, path, said, required, full) {
    const { words, months } = sheet;
    return group(sheet, path, said, required, (id) => {
      const [year = '', month = '', day = ''] = String(sheet.get(path) ?? '').split('-');
      const inputs = {
        day: el('input', {
          id: `${id}-day`,
          class: 'input',
          inputmode: 'numeric',
          size: '2',
          maxlength: '2',
        }),
        month: el(
          'select',
          { id: `${id}-month`, class: 'input' },
          el('option', { value: '' }, full ? '' : words.no_month),
          ...months.map((name, i) => el('option', { value: String(i + 1).padStart(2, '0') }, name)),
        ),
        year: el('input', {
          id: `${id}-year`,
          class: 'input',
          inputmode: 'numeric',
          size: '4',
          maxlength: '4',
        }),
      };
      const show = (/** @type {string[]} */ [y = '', m = '', d = '']) => {
        inputs.year.value = y;
        inputs.month.value = m;
        inputs.day.value = d.replace(/^0/, '');
      };
      show([year, month, day]);
      const read = () => {
        const parts = [
          inputs.year.value.trim(),
          inputs.month.value,
          inputs.day.value.trim().padStart(2, '0'),
        ];
        if (!inputs.day.value.trim()) parts.pop();
        if (parts.length === 2 && !parts[1]) parts.pop();
        sheet.set(path, parts.every((part) => !part) ? '' : parts.join('-'));
      };
      for (const input of Object.values(inputs)) {
        input.addEventListener('input', read);
        input.addEventListener('blur', (/** @type {FocusEvent} */ event) => {
          const next = event.relatedTarget;
          if (!(next instanceof HTMLElement && next.id.startsWith(`${id}-`))) sheet.left(path);
        });
      }
      const parts = el(
        'div',
        { class: 'date' },
        ...Object.entries(inputs).map(([name, input]) =>
          el('div', {}, el('label', { for: input.id }, words[name]), input),
        ),
      );
      if (full)
        parts.append(
          el(
            'button',
            {
              type: 'button',
              class: 'button quiet',
              onclick: () => {
                const now = new Date();
                show([
                  String(now.getFullYear()),
                  String(now.getMonth() + 1).padStart(2, '0'),
                  String(now.getDate()).padStart(2, '0'),
                ]);
                read();
                sheet.left(path);
              },
            },
            words.today,
          ),
        );
      return [parts];
    });
  }

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
      return options.map(([value, label], index) => {
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
    });
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
      return lookUp(sheet, path, said, required, many, () => Promise.resolve(rows));
    }
    return lookUp(sheet, path, said, required, many, () =>
      sheet.list(target).then((rows) => [...extra, ...rows]),
    );
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
   * @param {() => Promise<TirekRow[]>} rows
   * @returns {HTMLElement}
   */
  function lookUp(sheet, path, said, required, many, rows) {
    return single(sheet, path, said, required, (id, describedby) => {
      const { root, input } = TirekCombobox.combobox({
        id,
        labelled: `${id}-label`,
        described: describedby,
        many,
        value: sheet.get(path),
        rows,
        words: sheet.words,
        change: (value) => sheet.set(path, value),
        left: () => sheet.left(path),
      });
      return { root, control: input };
    });
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
  function repeated(sheet, path, said, required, type) {
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
              ...record(sheet, type, `${path}.${index}`, true),
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
   * All fields of a record that lies inside another.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {string} path
   * @param {boolean} must whether the record itself is there, so that its fields may be required
   * @returns {HTMLElement[]}
   */
  function record(sheet, type, path, must) {
    return sheet.types[type].fields
      .filter((field) => !(type === 'Figure' && field.name === 'id'))
      .map((field) =>
        draw(sheet, type, must ? field : { ...field, required: false }, `${path}.${field.name}`),
      );
  }

  /**
   * One field of the model.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {TirekField} field
   * @param {string} path
   * @returns {HTMLElement}
   */
  function draw(sheet, type, { name, required, shape }, path) {
    const said = sheet.said(`${type}.${name}`);
    switch (shape.t) {
      case 'both':
      case 'either':
        return both(sheet, path, said, required, false);
      case 'lists':
        return both(sheet, path, said, required, true);
      case 'date':
        return date(sheet, path, said, required, Boolean(shape.full));
      case 'yesno':
        return options(
          sheet,
          path,
          { ...said, label: said.label },
          required,
          [
            ['true', sheet.words.yes],
            ['', sheet.words.unsaid],
          ],
          false,
        );
      case 'choice':
        return options(
          sheet,
          path,
          said,
          required,
          [
            ...shape.of.map((/** @type {string} */ one) => [
              one,
              one === 'kk' ? sheet.words.in_kk : sheet.words.in_ru,
            ]),
            ['', sheet.words.unsaid],
          ],
          false,
        );
      case 'ref':
        return reference(sheet, path, said, required, shape, false);
      case 'map':
        return group(sheet, path, said, required, () =>
          (shape.keys ?? []).map((key) => {
            const label =
              (sheet.schemes['vocabularies/clauses'] ?? []).find((row) => row[0] === key)?.[1] ??
              key;
            return reference(
              sheet,
              `${path}.${key.replace('.', '\u2024')}`,
              { label, help: '' },
              true,
              shape.of,
              false,
            );
          }),
        );
      case 'record':
        return group(sheet, path, said, required, () => record(sheet, shape.of, path, required));
      case 'list': {
        const item = shape.of;
        if (item.t === 'record') return repeated(sheet, path, said, required, item.of);
        if (item.t === 'either') return repeatedTexts(sheet, path, said, required);
        if (item.t === 'ref')
          return reference(sheet, path, said, required || Boolean(shape.least), item, true);
        return single(sheet, path, said, required, (id, describedby) => {
          const control = box(
            sheet,
            path,
            { id, rows: said.rows ?? 3, 'aria-describedby': describedby },
            rowsOf,
            (value) => (value ?? []).join('\n'),
          );
          return { root: control, control };
        });
      }
      default:
        return single(sheet, path, said, required, (id, describedby) => {
          const numeric = shape.t === 'number' ? { inputmode: 'decimal', size: '10' } : {};
          const control = box(sheet, path, {
            id,
            rows: said.rows,
            'aria-describedby': describedby,
            ...numeric,
          });
          return { root: control, control };
        });
    }
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
  function repeatedTexts(sheet, path, said, required) {
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

  /**
   * A field of the record itself, marked with its name.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {TirekField} field
   * @param {string} path
   * @returns {HTMLElement}
   */
  function drawn(sheet, type, field, path) {
    const made = draw(sheet, type, field, path);
    made.dataset.name = field.name;
    return made;
  }

  return { draw: drawn, single, group, box, place, idOf };
})();
