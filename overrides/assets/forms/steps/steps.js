/**
 * Draws a draft step by step: the list of steps, the step's fields, its errors, and the ways on and back.
 *
 * Non-goals: what is right (`draft/`), the last step (`sending/`).
 */

/**
 * @typedef {{draft: TirekDraft, env: TirekEnv, key: string, base: string, data: DOMStringMap, keep: () => void, go: (step: string) => Promise<void>,
 *   settled: () => Promise<void>, anew: () => void}} TirekDesk what a form is filled in with
 */

const TirekSteps = (() => {
  'use strict';
  const { el, refill } = TirekDom;
  const { filled } = TirekText;
  const { marks, placeOf } = TirekWrong;

  /**
   * Draw the step `now` into `root`.
   *
   * @param {HTMLElement} root
   * @param {TirekDesk} desk
   * @param {string} now
   * @param {boolean} moved whether the reader came here by moving on, so that the heading takes the focus
   * @returns {void}
   */
  function draw(root, desk, now, moved) {
    const { draft, env } = desk;
    const { words } = env.words;
    const steps = TirekStages.stages(draft, env);
    const index = Math.max(
      0,
      steps.findIndex(({ id }) => id === now),
    );
    const step = steps[index];
    /** @type {Map<string, TirekPlace>} */
    const places = new Map();
    const summary = el('div', {
      class: 'summary',
      role: 'group',
      'aria-labelledby': 'summary-title',
      tabindex: '-1',
      hidden: true,
    });
    const list = el('ol', { class: 'steps-list' });

    const faultsHere = () =>
      TirekFaults.faults(draft, env).filter((fault) => fault.step === step.id);

    /** Show at each place what is wrong there. */
    const refresh = () => {
      const all = TirekFaults.faults(draft, env);
      const tried = draft.tried.includes(step.id);
      /** @type {Map<string, string>} */
      const messages = new Map();
      for (const fault of all.filter((one) => one.step === step.id)) {
        const at = placeOf(places, fault);
        if (at && !messages.has(at)) messages.set(at, fault.message);
      }
      for (const [path, place] of places) {
        const message = messages.get(path) ?? '';
        place.show(message && (tried || place.touched) ? message : '');
      }
      marks(list, desk, steps, step.id, all);
    };
    /** @type {number | undefined} */
    let waiting;
    const changed = () => {
      desk.keep();
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 250);
    };
    const left = (/** @type {string} */ path) => {
      const place = places.get(path);
      if (place) place.touched = true;
      // After the click that took the focus away: an error that appears must not move what is being clicked.
      setTimeout(refresh, 150);
    };

    const heading = el('h3', { class: 'step-title', tabindex: '-1', id: 'step-title' }, step.title);
    const body =
      step.id === 'send'
        ? TirekSending.draw(desk, steps)
        : TirekAsked.fieldsOf(desk, step, places, changed, left);
    const form = el(
      'div',
      { class: 'step', role: 'group', 'aria-labelledby': 'step-title' },
      el('p', { class: 'step-count' }, filled(words.step_of, { n: index + 1, m: steps.length })),
      heading,
      ...(step.intro ? [el('p', {}, step.intro)] : []),
      summary,
      ...body,
      el(
        'div',
        { class: 'step-buttons' },
        ...(index < steps.length - 1
          ? [
              el(
                'button',
                { type: 'button', class: 'button', 'data-next': true, onclick: () => void goOn() },
                words.next,
              ),
            ]
          : []),
        ...(index > 0
          ? [
              el(
                'button',
                {
                  type: 'button',
                  class: 'button quiet',
                  onclick: () => void desk.go(steps[index - 1].id),
                },
                words.back,
              ),
            ]
          : []),
        ...(index < steps.length - 2
          ? [
              el(
                'button',
                { type: 'button', class: 'button quiet', onclick: () => void desk.go('send') },
                words.to_end,
              ),
            ]
          : []),
      ),
    );

    /** @returns {Promise<void>} */
    async function goOn() {
      if (!draft.tried.includes(step.id)) draft.tried.push(step.id);
      desk.keep();
      await desk.settled();
      refresh();
      const wrong = faultsHere();
      if (!wrong.length) {
        void desk.go(steps[index + 1].id);
        return;
      }
      /** @type {Map<string, string>} */
      const rows = new Map();
      for (const fault of wrong) {
        const at = placeOf(places, fault);
        if (at && !rows.has(at)) rows.set(at, fault.message);
      }
      refill(
        summary,
        el('h4', { id: 'summary-title' }, words.errors),
        el(
          'ul',
          {},
          ...[...rows].map(([path, message]) =>
            el(
              'li',
              {},
              el(
                'a',
                {
                  href: location.hash || '#',
                  onclick: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    places.get(path)?.focus();
                  },
                },
                `${places.get(path)?.label}: ${message}`,
              ),
            ),
          ),
        ),
        el('p', {}, words.go_on_anyway),
      );
      summary.hidden = false;
      summary.focus();
      summary.scrollIntoView({ block: 'start' });
    }

    // Beside the step on a desk, above it on a phone: there the list is folded.
    const folded = el(
      'details',
      { class: 'steps-fold', open: matchMedia('(min-width: 860px)').matches },
      el('summary', {}, words.steps),
      list,
    );
    refill(root, el('nav', { class: 'steps', 'aria-label': words.steps }, folded), form);
    refresh();
    if (moved) {
      heading.focus({ preventScroll: true });
      root.scrollIntoView({ block: 'start' });
    }
  }

  return { draw };
})();
