/**
 * A draft and what follows from it: its records as plain data, every problem at its step, the files of its package.
 * Knows no page but the lists that have come: tests run it in Node.
 *
 * Non-goals: drawing (`steps.js`), sending (`sending.js`).
 */

/**
 * @typedef {{forms: Record<string, TirekForm>, words: TirekWords, lang: string, today: string, files: Map<string, File>,
 *   listed: (kind: string) => TirekRow[] | undefined}} TirekEnv
 * @typedef {TirekProblem & {part: string, step: string, message: string}} TirekFault
 * @typedef {{id: string, title: string, intro: string, part: string, fields: string[]}} TirekStage one step as this draft has it
 */

const TirekFilling = (() => {
  'use strict';
  const { filled, hasPersonalNumber, slug } = TirekText;

  // A field's name may hold a dot (clause 2.1); in a path this stands for it.
  const DOT = '\u2024';
  /** @param {string} path */
  const stepsOfPath = (path) => path.split('.').map((step) => step.replace(DOT, '.'));

  /**
   * @param {any} data
   * @param {string} path
   * @returns {any}
   */
  function got(data, path) {
    return stepsOfPath(path).reduce((inside, step) => inside?.[step], data);
  }

  /**
   * @param {any} data
   * @param {string} path
   * @param {any} value
   * @returns {void}
   */
  function put(data, path, value) {
    const steps = stepsOfPath(path);
    let inside = data;
    steps.slice(0, -1).forEach((step, i) => {
      inside[step] = inside[step] ?? (/^[0-9]+$/.test(steps[i + 1]) ? [] : {});
      inside = inside[step];
    });
    inside[steps[steps.length - 1]] = value;
  }

  /** @param {TirekDraft} draft */
  const main = (draft) => draft.parts[0];

  /**
   * A new record before anything is typed.
   *
   * @param {string} kind
   * @param {string} today
   * @returns {any}
   */
  function blank(kind, today) {
    if (kind === 'materials') return { added: today, updated: today };
    return kind === 'events' ? { as_of: today } : { status: 'unconfirmed', as_of: today };
  }

  /**
   * The steps of a draft, in order.
   *
   * @param {TirekDraft} draft
   * @param {TirekEnv} env
   * @returns {TirekStage[]}
   */
  function stages(draft, env) {
    const { words } = env.words;
    /** @type {TirekStage[]} */
    const found = [];
    if (draft.mode === 'feedback')
      found.push({ id: 'message', title: words.form_feedback, intro: '', part: '', fields: [] });
    for (const part of draft.parts) {
      const form = env.forms[part.kind];
      const isMain = part === main(draft);
      for (const step of form.steps) {
        if (draft.mode === 'confirm' && !form.confirming.includes(step.id)) continue;
        if (!isMain && !['what', 'where'].includes(step.id)) continue;
        const unneeded =
          step.id === 'requirements' && ['cabinet', 'site'].includes(part.typed.kind);
        if (unneeded && !part.typed.requirements) continue;
        const title = isMain ? step.title : filled(words.host_part, { what: step.title });
        const fixed = draft.mode === 'new' ? [] : ['host', 'kind'];
        const fields = step.fields.filter((name) => part.kind !== 'units' || !fixed.includes(name));
        found.push({
          ...step,
          id: isMain ? step.id : `host-${step.id}`,
          title,
          part: part.part,
          fields,
        });
      }
    }
    if (draft.mode === 'confirm') {
      // Who confirms begins with the state of things.
      const order = env.forms[main(draft).kind].confirming;
      found.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    }
    found.push({
      id: 'sender',
      title: words.sender,
      intro: words.sender_intro,
      part: '',
      fields: [],
    });
    found.push({ id: 'send', title: words.send, intro: '', part: '', fields: [] });
    return found;
  }

  /**
   * The id of a part: given, or made from what is typed.
   *
   * @param {TirekDraft} draft
   * @param {TirekPart} part
   * @param {TirekEnv} env
   * @returns {string}
   */
  function idOf(draft, part, env) {
    if (part === main(draft) && draft.mode !== 'new') return draft.id;
    const typed = part.typed;
    if (part.kind === 'units') {
      const host = draft.hostNew ? idOf(draft, draft.parts[1], env) : typed.host;
      return host && typed.kind ? `${host}-${typed.kind}` : '';
    }
    return part.id || suggestion(part.kind, typed, env);
  }

  /**
   * @param {string} kind
   * @param {any} typed
   * @param {TirekEnv} env
   * @returns {string}
   */
  function suggestion(kind, typed, env) {
    if (kind === 'organisations') {
      const name = typed.short?.ru || typed.short?.kk || '';
      if (!name) return '';
      const place = env.words.slugs[typed.region || typed.region_2016] ?? '';
      const number = /[0-9]+/.exec(name)?.[0];
      const own = number && typed.kind ? `${typed.kind}-${number}` : slug(name, 40);
      return [place, own]
        .filter((part) => (part && !own.startsWith(`${part}-`)) || part === own)
        .join('-');
    }
    const title = slug(typed.title?.ru || typed.title?.kk || '', 50);
    return [title, kind === 'events' && title ? typed.date : ''].filter(Boolean).join('-');
  }

  /**
   * A part as its YAML will hold it.
   *
   * @param {TirekDraft} draft
   * @param {TirekPart} part
   * @param {TirekEnv} env
   * @returns {any}
   */
  function plain(draft, part, env) {
    const form = env.forms[part.kind];
    const typed = { ...part.typed };
    if (part.kind === 'units' && draft.hostNew) typed.host = idOf(draft, draft.parts[1], env);
    if (typed.files)
      typed.files = typed.files.map((/** @type {any} */ row) =>
        row.local ? { ...row, path: filePath(draft, part, row, env) } : row,
      );
    // People name a figure; its id is only for addresses.
    if (typed.figures) typed.figures = numbered(typed.figures);
    return TirekRecord.plain(form.types, form.root, typed);
  }

  /**
   * @param {any[]} figures
   * @returns {any[]}
   */
  function numbered(figures) {
    const taken = new Set(figures.map(({ id }) => id).filter(Boolean));
    return figures.map((figure) => {
      if (figure.id || (!figure.value && !figure.label)) return figure;
      let number = 1;
      while (taken.has(`figure-${number}`)) number += 1;
      taken.add(`figure-${number}`);
      return { id: `figure-${number}`, ...figure };
    });
  }

  /**
   * @param {TirekDraft} draft
   * @param {TirekPart} part
   * @param {any} row
   * @param {TirekEnv} env
   * @returns {string} below catalogue/files/
   */
  function filePath(draft, part, row, env) {
    return `${idOf(draft, part, env) || 'material'}/${row.local}`;
  }

  /**
   * Every problem of a draft, in the order of its steps.
   *
   * @param {TirekDraft} draft
   * @param {TirekEnv} env
   * @returns {TirekFault[]}
   */
  function faults(draft, env) {
    const steps = stages(draft, env);
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
        plain(draft, part, env),
        known,
      )) {
        // Of a list some rows may be empty: what is told is where it stands on the page.
        if (!(problem.code === 'field-missing' && problem.path === 'host' && draft.hostNew))
          blame(part.part, problem);
      }
      if (draft.mode === 'new')
        for (const code of idProblems(part, id, env)) blame(part.part, { path: 'id', code });
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
    const rows = form.schemes[target] ?? env.listed(target);
    if (!rows) return true; // a list that nobody opened holds what the record came with
    if (rows.some((row) => row[0] === name)) return true;
    return draft.hostNew && target === 'organisations' && name === idOf(draft, draft.parts[1], env);
  }

  /**
   * @param {TirekPart} part
   * @param {string} id
   * @param {TirekEnv} env
   * @returns {string[]}
   */
  function idProblems(part, id, env) {
    if (!id) return part.kind === 'units' ? [] : ['field-missing'];
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 80 || id === 'index')
      return ['id-form'];
    return env.listed(part.kind)?.some((row) => row[0] === id) ? ['id-taken'] : [];
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

  /**
   * What a record could still say.
   *
   * @param {TirekDraft} draft
   * @param {TirekEnv} env
   * @returns {string[]}
   */
  function missing(draft, env) {
    const part = main(draft);
    if (!part) return [];
    const said = plain(draft, part, env);
    return Object.entries(env.forms[part.kind].wanted)
      .filter(([name]) => said[name] === undefined || said[name].length === 0)
      .map(([, words]) => words);
  }

  /**
   * The files of a draft's package.
   *
   * @param {TirekDraft} draft
   * @param {TirekEnv} env
   * @returns {TirekEntry[]}
   */
  function entries(draft, env) {
    const records = draft.parts.map((part) => ({
      path: `catalogue/${part.kind}/${idOf(draft, part, env)}.yml`,
      plain: plain(draft, part, env),
    }));
    /** @type {TirekEntry[]} */
    const others = [];
    const part = main(draft);
    if (part?.kind === 'units')
      for (const lang of ['kk', 'ru']) {
        const { body = '', ...matter } = draft.story?.[lang] ?? {};
        const begun = draft.begun?.story?.[lang];
        const same = begun && JSON.stringify({ ...matter, body }) === JSON.stringify({ ...begun });
        if (!body.trim() || same || draft.mode === 'confirm') continue;
        const id = idOf(draft, part, env);
        const path = `docs/${lang}/network/${env.words.folders[part.typed.kind]}/${id}.md`;
        const { title, description, template, unit, ...rest } = matter;
        const said = {
          title: TirekRecord.normal(title),
          ...(description ? { description: TirekRecord.normal(description) } : {}),
          template: 'unit.html',
          unit: id,
          ...rest,
        };
        others.push({ path, text: TirekPackage.page(said, body) });
      }
    for (const row of part?.typed.files ?? []) {
      const file = row.local && env.files.get(row.local);
      if (file) others.push({ path: `catalogue/files/${filePath(draft, part, row, env)}`, file });
    }
    const named = part ? { ...draft, id: idOf(draft, part, env) } : draft;
    const { format, manifest } = env.words;
    return TirekPackage.entries(named, records, others, {
      format,
      manifest,
      lang: env.lang,
      today: env.today,
    });
  }

  return { got, put, main, blank, stages, idOf, plain, faults, missing, entries };
})();
