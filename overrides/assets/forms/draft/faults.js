/**
 * Every problem of a draft, each at the step where it is mended.
 *
 * Non-goals: rules of a record (`record.js`).
 */

/**
 * @typedef {TirekProblem & {part: string, step: string, message: string}} TirekFault
 */

const TirekFaults = (() => {
  'use strict';
  const { idOf, main } = TirekNames;
  const { hasPersonalNumber } = TirekPersonal;

  /**
   * Every problem of a draft, in the order of its steps.
   *
   * @param {TirekDraft} draft
   * @param {TirekEnv} env
   * @returns {TirekFault[]}
   */
  function faults(draft, env) {
    const steps = TirekStages.stages(draft, env);
    /** @type {TirekFault[]} */
    const found = [];
    /** @param {string} part @param {TirekProblem} problem @param {string} [step] */
    const blame = (part, problem, step) => {
      const name = problem.path.split('.')[0];
      const own = steps.find((one) => one.part === part && one.fields.includes(name));
      const first = steps.find((one) => one.part === part);
      const message =
        env.words.problems[problem.code] ?? env.words.words[problem.code] ?? problem.code;
      found.push({ ...problem, part, step: step ?? own?.id ?? first?.id ?? 'send', message });
    };
    for (const part of draft.parts) {
      const form = env.forms[part.kind];
      const id = idOf(draft, part, env);
      const known = {
        id,
        has: (/** @type {string} */ target, /** @type {string} */ name) =>
          has(draft, form, env, target, name),
      };
      for (const problem of TirekRecord.problems(
        form.types,
        form.root,
        TirekFilling.plain(draft, part, env),
        known,
      )) {
        // Of a list some rows may be empty: what is told is where it stands on the page.
        if (!(problem.code === 'field-missing' && problem.path === 'host' && draft.hostNew))
          blame(part.part, problem);
      }
      if (draft.mode === 'new')
        for (const code of idProblems(part, id)) blame(part.part, { path: 'id', code });
      for (const path of personal(part.typed, '')) blame(part.part, { path, code: 'iin' });
      (part.typed.files ?? []).forEach((/** @type {any} */ row, /** @type {number} */ index) => {
        if (row.local && !env.files.has(row.local))
          blame(part.part, { path: `files.${index}`, code: 'file-again' });
      });
    }
    const { confirmed, status } = main(draft)?.typed ?? {};
    if (
      draft.mode === 'confirm' &&
      (!confirmed || status === 'unconfirmed') &&
      !found.some(({ path }) => path === 'status')
    )
      blame('', { path: 'status', code: 'not-confirmed' }, 'state');
    if (draft.mode === 'new' && draft.kind === 'units')
      for (const lang of ['kk', 'ru']) {
        const story = draft.story?.[lang] ?? {};
        if (lang === main(draft).typed[TirekPlain.MARK] && !story.body?.trim()) continue;
        if (!story.title?.trim())
          blame('story', { path: `${lang}.title`, code: 'page-title-missing' }, 'story');
        if (!story.body?.trim())
          blame('story', { path: `${lang}.body`, code: 'story-missing' }, 'story');
      }
    for (const path of personal(draft.story, '')) blame('story', { path, code: 'iin' }, 'story');
    if (draft.mode === 'confirm')
      for (const name of ['role', 'organisation'])
        if (!draft.sender?.[name]?.trim())
          blame('sender', { path: name, code: 'field-missing' }, 'sender');
    if (draft.mode === 'feedback' && !draft.note.trim())
      blame('sender', { path: 'note', code: 'field-missing' }, 'message');
    if (hasPersonalNumber(draft.note))
      blame(
        'sender',
        { path: 'note', code: 'iin' },
        draft.mode === 'feedback' ? 'message' : 'sender',
      );
    const order = steps.map(({ id }) => id);
    return found.sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
  }

  /**
   * @param {TirekDraft} draft
   * @param {TirekForm} form
   * @param {TirekEnv} env
   * @param {string} target
   * @param {string} name
   * @returns {boolean}
   */
  function has(draft, form, env, target, name) {
    const rows = form.schemes[target];
    if (rows) return rows.some((row) => row[0] === name);
    if (!TirekRecords.isAbsent(target, name)) return true;
    return draft.hostNew && target === 'organisations' && name === idOf(draft, draft.parts[1], env);
  }

  /**
   * @param {TirekPart} part
   * @param {string} id
   * @returns {string[]}
   */
  function idProblems(part, id) {
    if (!id) return part.kind === 'units' ? [] : ['field-missing'];
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 80 || id === 'index')
      return ['id-form'];
    return TirekData.arrived(part.kind, id) ? ['id-taken'] : [];
  }

  /**
   * @param {any} value
   * @param {string} path
   * @returns {string[]} paths of texts that hold a personal number
   */
  function personal(value, path) {
    if (typeof value === 'string') return hasPersonalNumber(value) ? [path] : [];
    if (!value || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inside]) =>
      personal(inside, path ? `${path}.${key}` : key),
    );
  }

  return { faults };
})();
