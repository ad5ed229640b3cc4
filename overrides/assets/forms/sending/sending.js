/**
 * The last step: what is still wrong, what is missing, the page as it will be, and the ways to send it.
 *
 * Non-goals: sending by itself; nothing leaves the reader's device but what they send.
 */

const TirekSending = (() => {
  'use strict';
  const { el } = TirekDom;

  /**
   * @param {TirekDesk} desk
   * @param {TirekStage[]} steps
   * @returns {HTMLElement[]}
   */
  function draw(desk, steps) {
    const { draft, env } = desk;
    const { words } = env.words;
    const faults = TirekFaults.faults(draft, env);
    /** @type {HTMLElement[]} */
    const parts = [];
    if (faults.length) parts.push(wrong(desk, steps, faults));
    else
      parts.push(
        el(
          'div',
          { class: 'note note-good' },
          TirekDom.icon('i-yes'),
          el('p', {}, words.all_right),
        ),
      );
    if (draft.mode !== 'feedback') {
      const missing = TirekFilling.missing(draft, env);
      parts.push(
        el(
          'section',
          { 'aria-labelledby': 'missing' },
          el('h4', { id: 'missing' }, missing.length ? words.missing : words.missing_none),
          ...(missing.length
            ? [
                el('ul', {}, ...missing.map((one) => el('li', {}, one))),
                el('p', { class: 'help' }, words.missing_why),
              ]
            : []),
        ),
        TirekPreview.draw(draft, env, desk.data.sheet ?? ''),
      );
    }
    if (!faults.length) parts.push(TirekWays.ways(desk));
    return parts;
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekStage[]} steps
   * @param {TirekFault[]} faults
   * @returns {HTMLElement}
   */
  function wrong(desk, steps, faults) {
    const { words } = desk.env.words;
    const byStep = steps.filter((step) => faults.some((fault) => fault.step === step.id));
    return el(
      'section',
      { class: 'summary', 'aria-labelledby': 'still-wrong' },
      el('h4', { id: 'still-wrong' }, words.still_wrong),
      el(
        'ul',
        {},
        ...byStep.map((step) => {
          const messages = new Set(
            faults
              .filter((fault) => fault.step === step.id)
              .map((fault) => `${labelOf(desk, fault)}: ${fault.message}`),
          );
          return el(
            'li',
            {},
            el(
              'a',
              {
                href: `#${desk.base}&step=${step.id}`,
                onclick: () => {
                  // There each place is to say what is wrong with it.
                  if (!desk.draft.tried.includes(step.id)) desk.draft.tried.push(step.id);
                },
              },
              step.title,
            ),
            el('ul', {}, ...[...messages].map((message) => el('li', {}, message))),
          );
        }),
      ),
    );
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekFault} fault
   * @returns {string}
   */
  function labelOf(desk, fault) {
    const { draft, env } = desk;
    const { words } = env.words;
    const part = draft.parts.find((one) => one.part === fault.part);
    const [name] = fault.path.split('.');
    if (part && name === 'id') return words.id;
    const form = part && env.forms[part.kind];
    const said = form?.said[`${form.root}.${name}`];
    if (said) return said.label;
    const own = {
      role: words.sender_role,
      organisation: words.sender_organisation,
      note: words.note,
      status: words.mode_confirm,
    };
    const story = { title: words.title_story, body: words.story, description: words.description };
    const last = fault.path.split('.').pop() ?? '';
    if (draft.mode === 'feedback' && name === 'note') return words.message;
    return /** @type {any} */ (own)[name] ?? /** @type {any} */ (story)[last] ?? fault.path;
  }

  return { draw };
})();
