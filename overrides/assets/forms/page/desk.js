/**
 * The desk of a form: its draft, the lists it is checked by, and what may be done with it.
 *
 * Non-goals: which form it is (`page.js`), drawing (`steps/`).
 */

/**
 * @typedef {{root: HTMLElement, follow: () => void, close: () => void}} TirekPage where forms are drawn, the address anew, no form
 */

const TirekDesks = (() => {
  'use strict';
  const KINDS = ['units', 'organisations', 'materials', 'events'];

  /**
   * @param {TirekEnv} ready
   * @param {string} mode
   * @param {string} what
   * @param {TirekPage} page
   * @returns {Promise<TirekDesk | undefined>} undefined where there is no such record
   */
  async function deskOf(ready, mode, what, page) {
    const [kind = '', id = ''] = mode === 'feedback' ? [] : what.split('/');
    if (mode !== 'feedback' && (!KINDS.includes(kind) || (mode !== 'new' && !id))) return undefined;
    const key = `${mode}=${what}`;
    if (kind) await needed(ready, kind, mode);
    const begun = id ? await TirekData.record(kind, id, ready.words.shards[kind]) : undefined;
    if (id && !begun) return undefined;
    ready.files.clear();
    const draft = TirekDrafts.read(key) ?? fresh(ready, mode, kind, id, what, begun);
    if (begun) draft.title = await nameOf(kind, id);
    return {
      draft,
      env: ready,
      key,
      base: key,
      data: page.root.dataset,
      keep: () => {
        const kept = /** @type {HTMLElement | null} */ (page.root.querySelector('[data-kept]'));
        const words = ready.words.words;
        const message = TirekDrafts.keep(key, draft) ? words.draft_kept : words.draft_not_kept;
        if (kept && kept.textContent !== message) kept.textContent = message;
      },
      go: (step) => {
        const hash = step ? `${key}&step=${step}` : location.hash.replace(/^#/, '');
        if (`#${hash}` === location.hash) page.follow();
        else location.hash = hash;
      },
      anew: () => {
        TirekDrafts.drop(key);
        page.close();
        if (location.hash === `#${key}`) page.follow();
        else location.hash = key;
      },
    };
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

  return { KINDS, deskOf };
})();
