/**
 * Draws a draft step by step: the list of steps, the step's fields, its errors, and what belongs to no field of the model (the id of a
 * record, a material's files, a unit's story, who sends it).
 *
 * Non-goals: what is right (`filling.js`), the last step (`sending.js`).
 */

/**
 * @typedef {{draft: TirekDraft, env: TirekEnv, key: string, base: string, data: DOMStringMap, keep: () => void, go: (step: string) => void,
 *   anew: () => void}} TirekDesk what a form is filled in with
 */

const TirekSteps = (() => {
  'use strict';
  const { el, icon, refill, say } = TirekDom;
  const { filled } = TirekText;
  const { got, put } = TirekFilling;
  const LARGE = 20 * 1024 * 1024;

  /**
   * Draw the step `now` into `root`.
   *
   * @param {HTMLElement} root
   * @param {TirekDesk} desk
   * @param {string} now
   * @param {boolean} moved whether the reader came here by moving on, so that the heading takes the focus
   * @returns {void}
   */
  function draw(root, desk, now, moved) {
    const { draft, env } = desk;
    const { words } = env.words;
    const steps = TirekFilling.stages(draft, env);
    const index = Math.max(
      0,
      steps.findIndex(({ id }) => id === now),
    );
    const step = steps[index];
    /** @type {Map<string, TirekPlace>} */
    const places = new Map();
    const summary = el('div', {
      class: 'summary',
      role: 'group',
      'aria-labelledby': 'summary-title',
      tabindex: '-1',
      hidden: true,
    });
    const list = el('ol', { class: 'steps-list' });

    const faultsHere = () =>
      TirekFilling.faults(draft, env).filter((fault) => fault.step === step.id);

    /** Show at each place what is wrong there. */
    const refresh = () => {
      const all = TirekFilling.faults(draft, env);
      const tried = draft.tried.includes(step.id);
      /** @type {Map<string, string>} */
      const messages = new Map();
      for (const fault of all.filter((one) => one.step === step.id)) {
        const at = placeOf(places, fault);
        if (at && !messages.has(at)) messages.set(at, fault.message);
      }
      for (const [path, place] of places) {
        const message = messages.get(path) ?? '';
        place.show(message && (tried || place.touched) ? message : '');
      }
      marks(list, desk, steps, step.id, all);
    };
    /** @type {number | undefined} */
    let waiting;
    const changed = () => {
      desk.keep();
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 250);
    };
    const left = (/** @type {string} */ path) => {
      const place = places.get(path);
      if (place) place.touched = true;
      // After the click that took the focus away: an error that appears must not move what is being clicked.
      setTimeout(refresh, 150);
    };

    const heading = el('h3', { class: 'step-title', tabindex: '-1', id: 'step-title' }, step.title);
    const body =
      step.id === 'send'
        ? TirekSending.draw(desk, steps)
        : fieldsOf(desk, step, places, changed, left);
    const form = el(
      'div',
      { class: 'step', role: 'group', 'aria-labelledby': 'step-title' },
      el('p', { class: 'step-count' }, filled(words.step_of, { n: index + 1, m: steps.length })),
      heading,
      ...(step.intro ? [el('p', {}, step.intro)] : []),
      summary,
      ...body,
      el(
        'div',
        { class: 'step-buttons' },
        ...(index < steps.length - 1
          ? [
              el(
                'button',
                { type: 'button', class: 'button', 'data-next': true, onclick: () => goOn() },
                words.next,
              ),
            ]
          : []),
        ...(index > 0
          ? [
              el(
                'button',
                {
                  type: 'button',
                  class: 'button quiet',
                  onclick: () => desk.go(steps[index - 1].id),
                },
                words.back,
              ),
            ]
          : []),
        ...(index < steps.length - 2
          ? [
              el(
                'button',
                { type: 'button', class: 'button quiet', onclick: () => desk.go('send') },
                words.to_end,
              ),
            ]
          : []),
      ),
    );

    /** @returns {void} */
    function goOn() {
      if (!draft.tried.includes(step.id)) draft.tried.push(step.id);
      desk.keep();
      refresh();
      const wrong = faultsHere();
      if (!wrong.length) {
        desk.go(steps[index + 1].id);
        return;
      }
      /** @type {Map<string, string>} */
      const rows = new Map();
      for (const fault of wrong) {
        const at = placeOf(places, fault);
        if (at && !rows.has(at)) rows.set(at, fault.message);
      }
      refill(
        summary,
        el('h4', { id: 'summary-title' }, words.errors),
        el(
          'ul',
          {},
          ...[...rows].map(([path, message]) =>
            el(
              'li',
              {},
              el(
                'a',
                {
                  href: location.hash || '#',
                  onclick: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    places.get(path)?.focus();
                  },
                },
                `${places.get(path)?.label}: ${message}`,
              ),
            ),
          ),
        ),
        el('p', {}, words.go_on_anyway),
      );
      summary.hidden = false;
      summary.focus();
      summary.scrollIntoView({ block: 'start' });
    }

    // Beside the step on a desk, above it on a phone: there the list is folded.
    const folded = el(
      'details',
      { class: 'steps-fold', open: matchMedia('(min-width: 860px)').matches },
      el('summary', {}, words.steps),
      list,
    );
    refill(root, el('nav', { class: 'steps', 'aria-label': words.steps }, folded), form);
    refresh();
    if (moved) {
      heading.focus({ preventScroll: true });
      root.scrollIntoView({ block: 'start' });
    }
  }

  /**
   * The nearest place on the page for a problem.
   *
   * @param {Map<string, TirekPlace>} places
   * @param {TirekFault} fault
   * @returns {string | undefined}
   */
  function placeOf(places, fault) {
    let path = fault.path;
    while (path) {
      for (const [known] of places) {
        // Places are told apart by part; a draft with two records may hold one name twice.
        if (known === `${fault.part}:${path}`) return known;
      }
      if (!path.includes('.')) break;
      path = path.slice(0, path.lastIndexOf('.'));
    }
    return (
      [...places.keys()].find((known) => known.endsWith(`:${fault.path}`)) ??
      places.keys().next().value
    );
  }

  /**
   * @param {HTMLElement} list
   * @param {TirekDesk} desk
   * @param {TirekStage[]} steps
   * @param {string} now
   * @param {TirekFault[]} faults
   * @returns {void}
   */
  function marks(list, desk, steps, now, faults) {
    const { words } = desk.env.words;
    refill(
      list,
      ...steps.map((step) => {
        const wrong = faults.some((fault) => fault.step === step.id);
        const tried = desk.draft.tried.includes(step.id);
        const mark = tried && step.id !== 'send' ? (wrong ? 'i-unknown' : 'i-yes') : '';
        const word = mark === 'i-yes' ? words.step_done : mark ? words.step_wrong : '';
        return el(
          'li',
          { class: mark === 'i-yes' ? 'is-done' : mark ? 'is-wrong' : '' },
          el(
            'a',
            {
              href: `#${desk.base}&step=${step.id}`,
              'aria-current': step.id === now ? 'step' : undefined,
            },
            ...(mark ? [icon(mark)] : [el('span', { class: 'dot' })]),
            el(
              'span',
              {},
              step.title,
              ...(word ? [el('span', { class: 'hush' }, ` – ${word}`)] : []),
            ),
          ),
        );
      }),
    );
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekStage} step
   * @param {Map<string, TirekPlace>} places
   * @param {() => void} changed
   * @param {(path: string) => void} left
   * @returns {HTMLElement[]}
   */
  function fieldsOf(desk, step, places, changed, left) {
    const { draft, env } = desk;
    /** @type {HTMLElement[]} */
    const drawn = [];
    const part = draft.parts.find((one) => one.part === step.part && step.part);
    if (part) {
      const form = env.forms[part.kind];
      const sheet = sheetOf(
        desk,
        part.part,
        part.typed,
        form,
        places,
        changed,
        left,
        (path, value) => effects(desk, part, path, value, drawn),
      );
      for (const field of form.types[form.root].fields.filter(({ name }) =>
        step.fields.includes(name),
      ))
        drawn.push(
          field.name === 'files'
            ? fileField(desk, part, sheet)
            : TirekFields.draw(sheet, form.root, field, field.name),
        );
      // In the order of the step, which is the order of thought, not of the model.
      drawn.sort(
        (a, b) =>
          step.fields.indexOf(a.dataset.name ?? '') - step.fields.indexOf(b.dataset.name ?? ''),
      );
      if (step.fields.includes('host') && draft.mode === 'new') drawn.splice(1, 0, newHost(desk));
      const names = ['short', 'title'];
      if (
        draft.mode === 'new' &&
        part.kind !== 'units' &&
        step.fields.some((name) => names.includes(name))
      )
        drawn.push(idField(desk, part, sheet));
    }
    if (step.id === 'story') drawn.push(...storyFields(desk, places, changed, left));
    if (step.id === 'sender' || step.id === 'message')
      drawn.push(...senderFields(desk, step.id, places, changed, left));
    return drawn;
  }

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
      list: TirekData.list,
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
    };
  }

  /**
   * What follows when a field is filled in: a unit lies where its host does.
   *
   * @param {TirekDesk} desk
   * @param {TirekPart} part
   * @param {string} path
   * @param {any} value
   * @param {HTMLElement[]} drawn
   * @returns {void}
   */
  function effects(desk, part, path, value, drawn) {
    if (part.kind === 'units' && path === 'host') {
      const row = desk.env.listed('organisations')?.find(([id]) => id === value);
      if (!row) return;
      if (row[4]) part.typed.region_2016 = row[4];
      if (row[5]) part.typed.region = row[5];
      for (const name of ['region_2016', 'region']) {
        const box = drawn.find(({ dataset }) => dataset.name === name)?.querySelector('input');
        const label = desk.env.forms.units.schemes['vocabularies/regions'].find(
          ([id]) => id === part.typed[name],
        );
        if (box && label) box.value = label[1];
      }
    }
    if (['short', 'title', 'kind', 'region', 'region_2016', 'date'].includes(path.split('.')[0])) {
      const box = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-id-of]'));
      if (box && !part.id) box.value = TirekFilling.idOf(desk.draft, part, desk.env);
    }
  }

  /**
   * The organisation is not in the list: it is described here as well.
   *
   * @param {TirekDesk} desk
   * @returns {HTMLElement}
   */
  function newHost(desk) {
    const { draft, env } = desk;
    const { words } = env.words;
    const input = el('input', {
      type: 'checkbox',
      id: 'host-new',
      checked: draft.hostNew,
      'aria-describedby': 'host-new-hint',
      onchange: () => {
        draft.hostNew = input.checked;
        draft.parts = draft.parts.slice(0, 1);
        if (input.checked)
          draft.parts.push({
            kind: 'organisations',
            id: '',
            part: 'host',
            typed: TirekFilling.blank('organisations', env.today),
          });
        desk.keep();
        desk.go(''); // the list of steps is another one
        document.getElementById('host-new')?.focus();
      },
    });
    return el(
      'div',
      { class: 'field' },
      el('label', { class: 'option', for: 'host-new' }, input, el('span', {}, words.host_new)),
      el('p', { class: 'help', id: 'host-new-hint' }, words.host_new_help),
    );
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekPart} part
   * @param {TirekSheet} sheet
   * @returns {HTMLElement}
   */
  function idField(desk, part, sheet) {
    const { words } = desk.env.words;
    const said = { label: words.id, help: words.id_help };
    return TirekFields.single(sheet, 'id', said, true, (id, describedby) => {
      const control = el('input', {
        id,
        class: 'input',
        autocapitalize: 'none',
        spellcheck: 'false',
        'data-id-of': part.part,
        'aria-describedby': describedby,
        oninput: () => {
          part.id = control.value.trim();
          desk.keep();
        },
        onblur: () => sheet.left('id'),
      });
      control.value = TirekFilling.idOf(desk.draft, part, desk.env);
      return { root: control, control };
    });
  }

  /**
   * The files of a material: those that the catalogue has, and those chosen here.
   *
   * @param {TirekDesk} desk
   * @param {TirekPart} part
   * @param {TirekSheet} sheet
   * @returns {HTMLElement}
   */
  function fileField(desk, part, sheet) {
    const { env } = desk;
    const { words } = env.words;
    const said = sheet.said('Material.files');
    const form = env.forms.materials;
    const made = TirekFields.group(sheet, 'files', said, false, (id) => {
      const holder = el('div', { class: 'items' });
      const trouble = el('p', { class: 'field-error', hidden: true });
      const chooser = el('input', {
        type: 'file',
        multiple: true,
        id: `${id}-choose`,
        class: 'input',
        'aria-describedby': `${id}-kept`,
      });
      const language = form.types.File.fields.filter(({ name }) => name === 'language');
      const drawRows = () => {
        const rows = sheet.get('files') ?? [];
        refill(
          holder,
          ...rows.map((/** @type {any} */ row, /** @type {number} */ index) => {
            const file = row.local && env.files.get(row.local);
            const name = row.local || row.path;
            const error = el('p', { class: 'field-error', hidden: true });
            const remove = el(
              'button',
              {
                type: 'button',
                class: 'button quiet',
                onclick: () => {
                  env.files.delete(row.local);
                  sheet.set(
                    'files',
                    rows.filter((/** @type {any} */ one) => one !== row),
                  );
                  drawRows();
                  say(filled(words.removed, { what: name }));
                  chooser.focus();
                },
              },
              filled(words.remove, { what: name }),
            );
            TirekFields.place(sheet, `files.${index}`, name, error, () => [remove]);
            return el(
              'fieldset',
              { class: 'item' },
              el('legend', {}, name),
              el(
                'p',
                { class: 'help' },
                file
                  ? filled(words.file_here, { size: sizeOf(file.size) })
                  : row.path
                    ? words.file_there
                    : '',
              ),
              error,
              ...language.map((field) =>
                TirekFields.draw(sheet, 'File', field, `files.${index}.language`),
              ),
              remove,
            );
          }),
        );
      };
      chooser.addEventListener('change', () => {
        const rows = [...(sheet.get('files') ?? [])];
        /** @type {string[]} */
        const refused = [];
        for (const file of Array.from(/** @type {HTMLInputElement} */ (chooser).files ?? [])) {
          const dot = file.name.lastIndexOf('.');
          const format = formatOf(form, file.name.slice(dot + 1).toLowerCase());
          if (!format || dot < 1) refused.push(filled(words.file_strange, { what: file.name }));
          else if (file.size > LARGE) refused.push(filled(words.file_large, { what: file.name }));
          else {
            const local = `${TirekText.slug(file.name.slice(0, dot), 50) || 'file'}.${file.name.slice(dot + 1).toLowerCase()}`;
            env.files.set(local, file);
            const old = rows.find((row) => row.local === local);
            if (!old)
              rows.push({
                local,
                format,
                language: part.typed.languages?.length === 1 ? part.typed.languages[0] : env.lang,
              });
          }
        }
        trouble.textContent = refused.join(' ');
        trouble.hidden = !refused.length;
        if (refused.length) say(refused.join(' '));
        /** @type {HTMLInputElement} */ (chooser).value = '';
        sheet.set('files', rows);
        drawRows();
      });
      drawRows();
      return [
        holder,
        el('label', { for: chooser.id }, words.file_choose),
        el('p', { class: 'help', id: `${id}-kept` }, words.files_not_kept),
        trouble,
        chooser,
      ];
    });
    made.dataset.name = 'files';
    return made;
  }

  /**
   * @param {TirekForm} form
   * @param {string} extension
   * @returns {string} the id of its format, or ''
   */
  function formatOf(form, extension) {
    const same = { jpg: 'jpeg', jpeg: 'jpg', tif: 'tiff', htm: 'html' };
    const rows = form.schemes['vocabularies/formats'];
    const found = rows.find(
      ([id]) => id === extension || id === /** @type {any} */ (same)[extension],
    );
    return found?.[0] ?? '';
  }

  /**
   * @param {number} bytes
   * @returns {string}
   */
  function sizeOf(bytes) {
    const kilo = bytes / 1024;
    const shown =
      kilo < 1024
        ? [Math.max(1, Math.round(kilo)), 'КБ']
        : [(kilo / 1024).toFixed(1).replace('.', ','), 'МБ'];
    return `${shown[0]}\u00a0${shown[1]}`;
  }

  /**
   * The story of a unit, both languages side by side.
   *
   * @param {TirekDesk} desk
   * @param {Map<string, TirekPlace>} places
   * @param {() => void} changed
   * @param {(path: string) => void} left
   * @returns {HTMLElement[]}
   */
  function storyFields(desk, places, changed, left) {
    const { draft, env } = desk;
    const { words, titles } = env.words;
    draft.story = draft.story ?? {};
    const kind = TirekFilling.main(draft).typed.kind;
    const host =
      draft.parts[1]?.typed.short ??
      env.listed('organisations')?.find(([id]) => id === TirekFilling.main(draft).typed.host)?.[6];
    for (const lang of ['kk', 'ru']) {
      draft.story[lang] = draft.story[lang] ?? {};
      const label = titles[lang][kind] ?? '';
      if (!draft.story[lang].title && host?.[lang])
        draft.story[lang].title =
          `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${host[lang]}`;
    }
    const sheet = sheetOf(desk, 'story', draft.story, undefined, places, changed, left);
    const required = draft.mode === 'new';
    /** @type {[string, string, string, number, boolean][]} */
    const rows = [
      ['title', words.title_story, words.title_story_help, 2, required],
      ['description', words.description, words.description_help, 3, false],
      ['body', words.story, words.story_help, 14, required],
    ];
    return rows.map(([name, label, help, lines, needed]) =>
      TirekFields.group(sheet, name, { label, help, private: name === 'body' }, needed, () => [
        el(
          'div',
          { class: 'pair' },
          ...['kk', 'ru'].map((lang) => {
            const path = `${lang}.${name}`;
            const id = TirekFields.idOf(sheet, path);
            const word = lang === 'kk' ? words.in_kk : words.in_ru;
            const error = el('p', { class: 'field-error', id: `${id}-error`, hidden: true });
            const control = TirekFields.box(sheet, path, {
              id,
              lang,
              rows: lines,
              'aria-describedby': `${id}-error`,
            });
            TirekFields.place(sheet, path, `${label}, ${word}`, error, () => [control]);
            return el('div', { class: 'field' }, el('label', { for: id }, word), error, control);
          }),
        ),
      ]),
    );
  }

  /**
   * Who sends it, and what else they say.
   *
   * @param {TirekDesk} desk
   * @param {string} step
   * @param {Map<string, TirekPlace>} places
   * @param {() => void} changed
   * @param {(path: string) => void} left
   * @returns {HTMLElement[]}
   */
  function senderFields(desk, step, places, changed, left) {
    const { draft, env } = desk;
    const { words } = env.words;
    draft.sender = draft.sender ?? {};
    const own = sheetOf(desk, 'sender', draft.sender, undefined, places, changed, left);
    const whole = sheetOf(desk, 'sender', draft, undefined, places, changed, left);
    /** @param {TirekSheet} sheet @param {string} path @param {string} label @param {string} help @param {boolean} required @param {any} more */
    const text = (sheet, path, label, help, required, more = {}) =>
      TirekFields.single(
        sheet,
        path,
        { label, help, private: more.rows > 3 },
        required,
        (id, describedby) => {
          const control = TirekFields.box(sheet, path, {
            id,
            'aria-describedby': describedby,
            ...more,
          });
          return { root: control, control };
        },
      );
    if (step === 'message')
      return [
        text(whole, 'note', words.message, words.message_help, true, { rows: 8 }),
        text(whole, 'page', words.about_page, words.about_page_help, false),
      ];
    const needed = draft.mode === 'confirm';
    const fields = [
      text(own, 'role', words.sender_role, words.sender_role_help, needed),
      text(own, 'organisation', words.sender_organisation, '', needed),
      text(own, 'mail', words.sender_mail, words.sender_mail_help, false, {
        type: 'email',
        autocomplete: 'email',
      }),
    ];
    if (draft.mode !== 'feedback')
      fields.push(text(whole, 'note', words.note, words.note_help, false, { rows: 5 }));
    return fields;
  }

  return { draw, sizeOf };
})();
