/**
 * A date as day, month and year; what is not known is left out from the day on.
 *
 * Non-goals: a calendar (older browsers have none, and people type dates that they know).
 */

const TirekDates = (() => {
  'use strict';
  const { el } = TirekDom;
  const { group } = TirekFrame;

  /**
   * Day, month and year; what is not known is left out from the day on.
   *
   * @param {TirekSheet} sheet
   * @param {string} path
   * @param {TirekSaid} said
   * @param {boolean} required
   * @param {boolean} full whether a day is needed
   * @returns {HTMLElement}
   */
  function date(sheet, path, said, required, full) {
    const { words, months } = sheet;
    return group(sheet, path, said, required, (id) => {
      const [year = '', month = '', day = ''] = String(sheet.get(path) ?? '').split('-');
      const inputs = {
        day: el('input', {
          id: `${id}-day`,
          class: 'input',
          inputmode: 'numeric',
          size: '2',
          maxlength: '2',
        }),
        month: el(
          'select',
          { id: `${id}-month`, class: 'input' },
          el('option', { value: '' }, full ? '' : words.no_month),
          ...months.map((name, i) => el('option', { value: String(i + 1).padStart(2, '0') }, name)),
        ),
        year: el('input', {
          id: `${id}-year`,
          class: 'input',
          inputmode: 'numeric',
          size: '4',
          maxlength: '4',
        }),
      };
      const show = (/** @type {string[]} */ [y = '', m = '', d = '']) => {
        inputs.year.value = y;
        inputs.month.value = m;
        inputs.day.value = d.replace(/^0/, '');
      };
      show([year, month, day]);
      const read = () => {
        const parts = [
          inputs.year.value.trim(),
          inputs.month.value,
          inputs.day.value.trim().padStart(2, '0'),
        ];
        if (!inputs.day.value.trim()) parts.pop();
        if (parts.length === 2 && !parts[1]) parts.pop();
        sheet.set(path, parts.every((part) => !part) ? '' : parts.join('-'));
      };
      for (const input of Object.values(inputs)) {
        input.addEventListener('input', read);
        input.addEventListener('blur', (/** @type {FocusEvent} */ event) => {
          const next = event.relatedTarget;
          if (!(next instanceof HTMLElement && next.id.startsWith(`${id}-`))) sheet.left(path);
        });
      }
      const parts = el(
        'div',
        { class: 'date' },
        ...Object.entries(inputs).map(([name, input]) =>
          el('div', {}, el('label', { for: input.id }, words[name]), input),
        ),
      );
      if (full)
        parts.append(
          el(
            'button',
            {
              type: 'button',
              class: 'button quiet',
              onclick: () => {
                const now = new Date();
                show([
                  String(now.getFullYear()),
                  String(now.getMonth() + 1).padStart(2, '0'),
                  String(now.getDate()).padStart(2, '0'),
                ]);
                read();
                sheet.left(path);
              },
            },
            words.today,
          ),
        );
      return [parts];
    });
  }

  return { date };
})();
