/**
 * The desk of a form: its draft, the lists it is checked by, and what may be done with it.
 *
 * Non-goals: which form it is (`page.js`), drawing (`steps/`).
 */

/**
 * @typedef {{root: HTMLElement, follow: () => Promise<void>, close: () => void}} TirekPage where forms are drawn, the address anew, no form
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
    if (kind) await prepare(ready, kind, mode);
    const begun = id ? await TirekData.record(kind, id) : undefined;
    if (id && !begun) return undefined;
    ready.files.clear();
    const draft = TirekDrafts.read(key) ?? fresh(ready, mode, kind, id, what, begun);
    await arrive(draft, ready);
    if (begun) draft.title = TirekRecords.name(kind, id);
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
        if (`#${hash}` === location.hash) return page.follow();
        location.hash = hash;
        return Promise.resolve();
      },
      settled: () => arrive(draft, ready),
      anew: () => {
        TirekDrafts.drop(key);
        page.close();
        if (location.hash === `#${key}`) void page.follow();
        else location.hash = key;
      },
    };
  }

  /**
   * @param {TirekEnv} ready
   * @param {string} kind
   * @param {string} mode
   * @returns {Promise<void>}
   */
  async function prepare(ready, kind, mode) {
    // Who adds a unit may add its organisation as well.
    const kinds = kind === 'units' && mode === 'new' ? [kind, 'organisations'] : [kind];
    await Promise.all(
      kinds.map(async (one) => {
        ready.forms[one] = ready.forms[one] ?? (await TirekData.form(one));
      }),
    );
  }

  /**
   * Ask for records that the draft names, and for one that bears a new one's id already: by them it is checked.
   *
   * @param {TirekDraft} draft
   * @param {TirekEnv} ready
   * @returns {Promise<void>}
   */
  async function arrive(draft, ready) {
    await Promise.all(
      draft.parts.map(async (part) => {
        await TirekRecords.arriveFor(ready.forms[part.kind], part.typed);
        if (draft.mode === 'new')
          await TirekRecords.arrive(part.kind, [TirekNames.idOf(draft, part, ready)]);
      }),
    );
  }

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
