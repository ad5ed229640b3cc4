/**
 * The steps that a draft has, in order.
 */

/**
 * @typedef {{id: string, title: string, intro: string, part: string, fields: string[]}} TirekStage one step as this draft has it
 */

const TirekStages = (() => {
  'use strict';
  const { filled } = TirekText;
  const { main } = TirekNames;

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

  return { stages };
})();
