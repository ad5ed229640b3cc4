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
      env = { forms: {}, words, lang, today: today(), files: new Map() };
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
        await open.desk.settled();
        if (mine === turn && open) TirekSteps.draw(open.holder, open.desk, step, moved);
        return;
      }
      status.textContent = data.loading ?? '';
      try {
        const ready = await prepared();
        if (mode === 'find') {
          if (mine !== turn) return;
          open = undefined;
          await TirekFind.find(ready, root);
          return;
        }
        const desk = await TirekDesks.deskOf(ready, mode, what, {
          root,
          follow: () => follow(true),
          close: () => {
            open = undefined;
          },
        });
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
              onclick: TirekWays.anewTwice(desk),
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
