/**
 * The form page: which form the address asks for, the draft it goes on with, and the doors when none is asked for.
 *
 * In the address, after "#": `new=units`, `correct=units/almaty-school-10-centre`, `confirm=…`, `find`, `feedback` or
 * `feedback=<page>`; then `&step=<id>`. So the back button works, and a link can lead to the form of a record.
 *
 * Non-goals: work without scripts (the page says how to send a letter).
 */
(() => {
  'use strict';
  const { el, refill } = TirekDom;
  const { filled } = TirekText;
  const KINDS = ['units', 'organisations', 'materials', 'events'];

  /**
   * @param {string} hash
   * @returns {{mode: string, what: string, step: string}}
   */
  function asked(hash) {
    const found = { mode: '', what: '', step: '' };
    for (const part of hash.replace(/^#/, '').split('&')) {
      const [name, ...rest] = part.split('=');
      let value = rest.join('=');
      try {
        value = decodeURIComponent(value);
      } catch {
        value = '';
      }
      if (name === 'step') found.step = value;
      else if (['new', 'correct', 'confirm', 'find', 'feedback'].includes(name))
        Object.assign(found, { mode: name, what: value });
    }
    return found;
  }

  /** @returns {string} by the reader's clock */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }

  /**
   * @param {HTMLElement} root
   * @returns {void}
   */
  function page(root) {
    const data = root.dataset;
    const lang = data.lang ?? 'kk';
    TirekData.begin(data.src ?? '', lang);
    const doors = /** @type {HTMLElement} */ (document.querySelector('[data-doors]'));
    const status = el('p', { role: 'status' });
    root.append(status);
    /** @type {TirekEnv | undefined} */
    let env;
    /** @type {{key: string, desk: TirekDesk, holder: HTMLElement} | undefined} */
    let open;
    let turn = 0;

    /** @returns {Promise<TirekEnv>} */
    async function prepared() {
      if (env) return env;
      const words = await TirekData.words();
      TirekText.learn(words.fold);
      env = { forms: {}, words, lang, today: today(), files: new Map(), listed: TirekData.listed };
      return env;
    }

    /**
     * Show what the address asks for.
     *
     * @param {boolean} moved
     * @returns {Promise<void>}
     */
    async function follow(moved) {
      const { mode, what, step } = asked(location.hash);
      const mine = ++turn;
      doors.hidden = Boolean(mode);
      doors.parentElement?.classList.toggle('is-filling', Boolean(mode));
      if (!mode) {
        open = undefined;
        refill(root, status);
        status.textContent = '';
        await drafts();
        return;
      }
      if (open && open.key === `${mode}=${what}`) {
        TirekSteps.draw(open.holder, open.desk, step, moved);
        return;
      }
      status.textContent = data.loading ?? '';
      try {
        const ready = await prepared();
        if (mode === 'find') {
          if (mine === turn) await find(ready);
          return;
        }
        const desk = await deskOf(ready, mode, what);
        if (mine !== turn) return;
        if (!desk) {
          location.hash = 'find';
          return;
        }
        show(desk, `${mode}=${what}`, step, moved);
      } catch (error) {
        if (mine === turn) {
          refill(root, status);
          status.textContent = data.failed ?? '';
        }
        throw error;
      }
    }

    /**
     * @param {TirekDesk} desk
     * @param {string} key
     * @param {string} step
     * @param {boolean} moved
     * @returns {void}
     */
    function show(desk, key, step, moved) {
      const { words } = desk.env.words;
      const { draft } = desk;
      const holder = el('div', { class: 'filling' });
      const named = { what: draft.title || '' };
      const title =
        draft.mode === 'new'
          ? /** @type {any} */ (words)[`form_new_${draft.kind}`]
          : draft.mode === 'feedback'
            ? words.form_feedback
            : filled(draft.mode === 'confirm' ? words.form_confirm : words.form_correct, named);
      const kept = el('p', { class: 'kept', 'data-kept': true });
      const line = el('div', { class: 'form-line' }, kept);
      const found = draft.saved;
      kept.textContent = found
        ? filled(words.draft_found, {
            when: new Date(found).toLocaleString(lang === 'kk' ? 'kk-KZ' : 'ru-RU', {
              dateStyle: 'short',
              timeStyle: 'short',
            }),
          })
        : '';
      if (found)
        line.append(
          el(
            'button',
            {
              type: 'button',
              class: 'button quiet',
              'data-anew': true,
              onclick: TirekSending.anewTwice(desk),
            },
            words.draft_anew,
          ),
        );
      refill(
        root,
        el('p', { class: 'form-up' }, el('a', { href: '#' }, words.all_forms)),
        el('h2', { class: 'form-title', id: 'form-title', tabindex: '-1' }, title),
        line,
        holder,
      );
      open = { key, desk, holder };
      TirekSteps.draw(holder, desk, step, false);
      if (moved) /** @type {HTMLElement} */ (document.getElementById('form-title')).focus();
    }

    /**
     * @param {TirekEnv} ready
     * @param {string} mode
     * @param {string} what
     * @returns {Promise<TirekDesk | undefined>} undefined where there is no such record
     */
    async function deskOf(ready, mode, what) {
      const [kind = '', id = ''] = mode === 'feedback' ? [] : what.split('/');
      if (mode !== 'feedback' && (!KINDS.includes(kind) || (mode !== 'new' && !id)))
        return undefined;
      const key = `${mode}=${what}`;
      if (kind) await needed(ready, kind, mode);
      const begun = id ? await TirekData.record(kind, id, ready.words.shards[kind]) : undefined;
      if (id && !begun) return undefined;
      ready.files.clear();
      const draft = TirekDrafts.read(key) ?? fresh(ready, mode, kind, id, what, begun);
      if (begun) draft.title = await nameOf(kind, id);
      /** @type {TirekDesk} */
      const desk = {
        draft,
        env: ready,
        key,
        base: key,
        data,
        keep: () => {
          const kept = /** @type {HTMLElement | null} */ (root.querySelector('[data-kept]'));
          const words = ready.words.words;
          const message = TirekDrafts.keep(key, draft) ? words.draft_kept : words.draft_not_kept;
          if (kept && kept.textContent !== message) kept.textContent = message;
        },
        go: (step) => {
          const hash = step ? `${key}&step=${step}` : location.hash.replace(/^#/, '');
          if (`#${hash}` === location.hash) void follow(true);
          else location.hash = hash;
        },
        anew: () => {
          TirekDrafts.drop(key);
          open = undefined;
          if (location.hash === `#${key}`) void follow(true);
          else location.hash = key;
        },
      };
      return desk;
    }

    /**
     * Lists by which a form is checked come before it is shown; longer ones when they are opened.
     *
     * @param {TirekEnv} ready
     * @param {string} kind
     * @param {string} mode
     * @returns {Promise<void>}
     */
    async function needed(ready, kind, mode) {
      ready.forms[kind] = ready.forms[kind] ?? (await TirekData.form(kind));
      const lists = new Set([kind]);
      if (kind === 'units') {
        lists.add('organisations');
        if (mode === 'new')
          ready.forms.organisations =
            ready.forms.organisations ?? (await TirekData.form('organisations'));
      }
      if (kind === 'events') lists.add('units');
      await Promise.all([...lists].map((one) => TirekData.list(one)));
    }

    /** @param {string} kind @param {string} id */
    const nameOf = async (kind, id) =>
      (await TirekData.list(kind)).find((row) => row[0] === id)?.[1] ?? id;

    /**
     * @param {TirekEnv} ready
     * @param {string} mode
     * @param {string} kind
     * @param {string} id
     * @param {string} what
     * @param {TirekBegun | undefined} begun
     * @returns {TirekDraft}
     */
    function fresh(ready, mode, kind, id, what, begun) {
      const copy = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value ?? null));
      const typed = begun ? copy(begun.plain) : TirekFilling.blank(kind, ready.today);
      if (kind === 'materials' && begun) typed.updated = ready.today;
      if (mode === 'confirm') typed.confirmed = ready.today;
      return {
        v: 1,
        mode,
        kind,
        id,
        parts: kind ? [{ kind, id, typed, part: 'main' }] : [],
        base: begun?.base ?? {},
        begun: begun?.story ? { story: copy(begun.story) } : {},
        story: copy(begun?.story) ?? {},
        sender: {},
        note: '',
        page: mode === 'feedback' ? what : '',
        title: '',
        step: 0,
        saved: '',
        hostNew: false,
        tried: [],
      };
    }

    /**
     * Look up the record that is to be confirmed or corrected.
     *
     * @param {TirekEnv} ready
     * @returns {Promise<void>}
     */
    async function find(ready) {
      const { words } = ready.words;
      open = undefined;
      const lists = await Promise.all(KINDS.map((kind) => TirekData.list(kind)));
      /** @type {TirekRow[]} */
      const rows = lists.flatMap((list, i) =>
        list.map(
          ([id, label, folded, line]) =>
            /** @type {TirekRow} */ ([`${KINDS[i]}/${id}`, label, folded, line]),
        ),
      );
      const buttons = el('p', { class: 'step-buttons', 'aria-live': 'polite' });
      const { root: box, input } = TirekCombobox.combobox({
        id: 'find',
        labelled: 'find-label',
        described: 'find-hint',
        value: '',
        rows: () => Promise.resolve(rows),
        words,
        left: () => undefined,
        change: (value) => {
          const [kind] = String(value).split('/');
          const isKnown = rows.some((row) => row[0] === value);
          const canConfirm = isKnown && ['units', 'organisations'].includes(kind);
          refill(
            buttons,
            ...(canConfirm
              ? [el('a', { class: 'button', href: `#confirm=${value}` }, words.find_confirm)]
              : []),
            ...(isKnown
              ? [
                  el(
                    'a',
                    { class: canConfirm ? 'button quiet' : 'button', href: `#correct=${value}` },
                    words.find_correct,
                  ),
                ]
              : []),
          );
        },
      });
      refill(
        root,
        el('p', { class: 'form-up' }, el('a', { href: '#' }, words.all_forms)),
        el('h2', { class: 'form-title', id: 'form-title', tabindex: '-1' }, words.find),
        el(
          'div',
          { class: 'field' },
          el('label', { for: 'find', id: 'find-label' }, words.find_what),
          el('p', { class: 'help', id: 'find-hint' }, words.find_help),
          box,
        ),
        buttons,
      );
      input.focus();
    }

    /** @returns {Promise<void>} */
    async function drafts() {
      const begun = TirekDrafts.all();
      if (!begun.length) return;
      const { words } = (await prepared()).words;
      refill(
        root,
        el('h2', {}, words.drafts),
        el(
          'ul',
          {},
          ...begun.map(([key, draft]) => {
            const kind = draft.mode === 'new' ? `form_new_${draft.kind}` : `mode_${draft.mode}`;
            const what = [/** @type {any} */ (words)[kind], draft.title].filter(Boolean).join(': ');
            return el('li', {}, el('a', { href: `#${key}` }, filled(words.draft_go_on, { what })));
          }),
        ),
      );
    }

    window.addEventListener('hashchange', () => void follow(true));
    void follow(false);
  }

  const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-forms]'));
  if (root) page(root);
})();
