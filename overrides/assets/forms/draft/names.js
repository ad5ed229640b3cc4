/**
 * The ids of what is filled in: given, or made from what is typed.
 */

const TirekNames = (() => {
  'use strict';
  const { slug } = TirekText;

  /** @param {TirekDraft} draft */
  const main = (draft) => draft.parts[0];

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

  return { idOf, main };
})();
