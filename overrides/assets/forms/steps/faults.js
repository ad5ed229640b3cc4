/**
 * What is wrong with a step: where it is shown, the summary above it, the marks in the list of steps.
 */

const TirekWrong = (() => {
  'use strict';
  const { el, icon, refill } = TirekDom;

  /**
   * The nearest place on the page for a problem.
   *
   * @param {Map<string, TirekPlace>} places
   * @param {TirekFault} fault
   * @returns {string | undefined}
   */
  function placeOf(places, fault) {
    let path = fault.path;
    while (path) {
      for (const [known] of places) {
        // Places are told apart by part; a draft with two records may hold one name twice.
        if (known === `${fault.part}:${path}`) return known;
      }
      if (!path.includes('.')) break;
      path = path.slice(0, path.lastIndexOf('.'));
    }
    return (
      [...places.keys()].find((known) => known.endsWith(`:${fault.path}`)) ??
      places.keys().next().value
    );
  }

  /**
   * @param {HTMLElement} list
   * @param {TirekDesk} desk
   * @param {TirekStage[]} steps
   * @param {string} now
   * @param {TirekFault[]} faults
   * @returns {void}
   */
  function marks(list, desk, steps, now, faults) {
    const { words } = desk.env.words;
    refill(
      list,
      ...steps.map((step) => {
        const wrong = faults.some((fault) => fault.step === step.id);
        const tried = desk.draft.tried.includes(step.id);
        const mark = tried && step.id !== 'send' ? (wrong ? 'i-unknown' : 'i-yes') : '';
        const word = mark === 'i-yes' ? words.step_done : mark ? words.step_wrong : '';
        return el(
          'li',
          { class: mark === 'i-yes' ? 'is-done' : mark ? 'is-wrong' : '' },
          el(
            'a',
            {
              href: `#${desk.base}&step=${step.id}`,
              'aria-current': step.id === now ? 'step' : undefined,
            },
            ...(mark ? [icon(mark)] : [el('span', { class: 'dot' })]),
            el(
              'span',
              {},
              step.title,
              ...(word ? [el('span', { class: 'hush' }, ` – ${word}`)] : []),
            ),
          ),
        );
      }),
    );
  }

  return { placeOf, marks };
})();
