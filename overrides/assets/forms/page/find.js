/**
 * Looks up the record that is to be confirmed or corrected.
 */

const TirekFind = (() => {
  'use strict';
  const { el, refill } = TirekDom;

  /**
   * Look up the record that is to be confirmed or corrected.
   *
   * @param {TirekEnv} ready
   * @param {HTMLElement} root
   * @returns {Promise<void>}
   */
  async function find(ready, root) {
    const { words } = ready.words;
    const source = TirekSources.ofRecords(TirekDesks.KINDS, words);
    const buttons = el('p', { class: 'step-buttons', 'aria-live': 'polite' });
    const { root: box, input } = TirekCombobox.combobox({
      id: 'find',
      labelled: 'find-label',
      described: 'find-hint',
      value: '',
      source,
      words,
      left: () => undefined,
      change: (value) => {
        const [kind] = String(value).split('/');
        const isKnown = Boolean(source.exact(String(value)));
        const canConfirm = isKnown && ['units', 'organisations'].includes(kind);
        refill(
          buttons,
          ...(canConfirm
            ? [el('a', { class: 'button', href: `#confirm=${value}` }, words.find_confirm)]
            : []),
          ...(isKnown
            ? [
                el(
                  'a',
                  { class: canConfirm ? 'button quiet' : 'button', href: `#correct=${value}` },
                  words.find_correct,
                ),
              ]
            : []),
        );
      },
    });
    refill(
      root,
      el('p', { class: 'form-up' }, el('a', { href: '#' }, words.all_forms)),
      el('h2', { class: 'form-title', id: 'form-title', tabindex: '-1' }, words.find),
      el(
        'div',
        { class: 'field' },
        el('label', { for: 'find', id: 'find-label' }, words.find_what),
        el('p', { class: 'help', id: 'find-hint' }, words.find_help),
        box,
      ),
      buttons,
    );
    input.focus();
  }

  return { find };
})();
