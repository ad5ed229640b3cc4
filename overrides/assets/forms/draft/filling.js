/**
 * A draft and what follows from it: its records as plain data, what they could still say, the files of its package.
 * Knows no page but the lists that have come: tests run it in Node.
 *
 * Non-goals: drawing (`steps/`), sending (`sending/`).
 */

/**
 * @typedef {{forms: Record<string, TirekForm>, words: TirekWords, lang: string, today: string, files: Map<string, File>}} TirekEnv
 */

const TirekFilling = (() => {
  'use strict';
  const { idOf, main } = TirekNames;

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
    return TirekPlain.plain(form.types, form.root, typed);
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
    const { missing_kk, missing_ru } = env.words.words;
    const translation = { kk: [missing_kk], ru: [missing_ru] };
    const found = Object.entries(env.forms[part.kind].wanted)
      .filter(([name]) => said[name] === undefined || said[name].length === 0)
      .map(([, words]) => words);
    const lacks = /** @type {'kk' | 'ru' | undefined} */ (said[TirekPlain.MARK]);
    return lacks ? [...found, ...translation[lacks]] : found;
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
          title: TirekPlain.normal(title),
          ...(description ? { description: TirekPlain.normal(description) } : {}),
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

  return { blank, plain, missing, entries };
})();
