/**
 * The fields of one step: those of the model, and what belongs to none of them (the id of a record, an organisation that is new).
 */

const TirekAsked = (() => {
  'use strict';
  const { el } = TirekDom;

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
      const sheet = TirekSheets.sheetOf(
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
            ? TirekFiles.fileField(desk, part, sheet)
            : TirekFields.draw(sheet, form.root, field, field.name),
        );
      // In the order of the step, which is the order of thought, not of the model.
      drawn.sort(
        (a, b) =>
          step.fields.indexOf(a.dataset.name ?? '') - step.fields.indexOf(b.dataset.name ?? ''),
      );
      const host = drawn.findIndex(({ dataset }) => dataset.name === 'host');
      if (host >= 0 && draft.mode === 'new') drawn.splice(host + 1, 0, newHost(desk));
      if (host >= 0 && draft.hostNew) drawn.splice(host, 1);
      const names = ['short', 'title'];
      if (
        draft.mode === 'new' &&
        part.kind !== 'units' &&
        step.fields.some((name) => names.includes(name))
      )
        drawn.push(idField(desk, part, sheet));
    }
    if (step.id === 'story') drawn.push(...TirekStory.storyFields(desk, places, changed, left));
    if (step.id === 'sender' || step.id === 'message')
      drawn.push(...TirekSender.senderFields(desk, step.id, places, changed, left));
    return drawn;
  }

  /**
   * What follows when a field is filled in: a unit lies where its host does; a language may stay empty.
   *
   * @param {TirekDesk} desk
   * @param {TirekPart} part
   * @param {string} path
   * @param {any} value
   * @param {HTMLElement[]} drawn
   * @returns {void}
   */
  function effects(desk, part, path, value, drawn) {
    if (part.kind === 'units' && path === 'host')
      void TirekRecords.arrive('organisations', [value]).then(() => lies(desk, part, drawn));
    if (path === TirekPlain.MARK) {
      if (part === TirekNames.main(desk.draft))
        for (const other of desk.draft.parts) other.typed[path] = value;
      const chosen = document.activeElement?.id ?? '';
      desk.keep();
      // Every box says anew whether it is needed.
      void desk.go('').then(() => document.getElementById(chosen)?.focus());
      return;
    }
    if (['short', 'title', 'kind', 'region', 'region_2016', 'date'].includes(path.split('.')[0])) {
      const box = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-id-of]'));
      if (box && !part.id) box.value = TirekNames.idOf(desk.draft, part, desk.env);
    }
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekPart} part
   * @param {HTMLElement[]} drawn
   * @returns {void}
   */
  function lies(desk, part, drawn) {
    const host = TirekData.arrived('organisations', part.typed.host)?.plain;
    const regions = desk.env.forms.units.schemes['vocabularies/regions'];
    for (const name of ['region_2016', 'region'].filter((one) => host?.[one])) {
      part.typed[name] = host[name];
      const box = drawn.find(({ dataset }) => dataset.name === name)?.querySelector('input');
      const label = regions.find(([id]) => id === host[name]);
      if (box && label) box.value = label[1];
    }
    desk.keep();
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
        // The list of steps is another one.
        void desk.go('').then(() => document.getElementById('host-new')?.focus());
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
    return TirekFrame.single(sheet, 'id', said, true, (id, describedby) => {
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
        onblur: () => {
          sheet.left('id');
          // Whether it is taken is known when the records have come among which it would stand.
          void TirekRecords.arrive(part.kind, [control.value]).then(() => sheet.left('id'));
        },
      });
      control.value = TirekNames.idOf(desk.draft, part, desk.env);
      return { root: control, control };
    });
  }

  return { fieldsOf };
})();
