/**
 * Choosing by facets, as seen: folds of checkboxes with counts, and the line of what is chosen. The faceted browser of a list and the
 * page of search share it; what a choice finds is theirs.
 *
 * Non-goals: counting, the address, loading.
 */
(() => {
  'use strict';

  const { element } = tirek;
  const spoken = new Intl.NumberFormat('ru');
  // Beside the results open facets help; above them, on a phone, they would push the results away.
  const wide = matchMedia('(min-width: 860px)');

  /**
   * @param {HTMLElement} holder
   * @param {readonly Tirek.Facet[]} facets
   * @returns {void}
   */
  function draw(holder, facets) {
    for (const facet of facets) {
      const box = /** @type {HTMLDetailsElement} */ (element('details', 'facet'));
      box.dataset.facet = facet.id;
      const summary = element('summary', '', facet.label);
      summary.append(element('span', 'facet-chosen'));
      const fields = element('fieldset');
      fields.append(element('legend', 'hush', facet.label));
      facet.values.forEach((value, position) => {
        const label = element('label', value.depth ? `depth-${value.depth}` : '');
        const input = document.createElement('input');
        input.type = 'checkbox';
        input.name = facet.id;
        input.value = String(position);
        label.append(input, element('span', '', value.label), element('span', 'count'));
        fields.append(label);
      });
      box.append(summary, fields);
      holder.append(box);
    }
    const first = holder.querySelector('details');
    if (first) first.open = wide.matches;
  }

  /**
   * @param {HTMLElement} holder
   * @param {Tirek.Choice} choice
   * @param {(facet: string, position: number) => number} count
   * @returns {void}
   */
  function show(holder, choice, count) {
    for (const box of /** @type {NodeListOf<HTMLDetailsElement>} */ (
      holder.querySelectorAll('[data-facet]')
    )) {
      const facet = box.dataset.facet ?? '';
      const chosen = choice.get(facet) ?? new Set();
      const said = box.querySelector('.facet-chosen');
      if (said) said.textContent = chosen.size ? `· ${chosen.size}` : '';
      if (chosen.size && wide.matches) box.open = true;
      for (const input of box.querySelectorAll('input')) {
        const position = Number(input.value);
        const n = count(facet, position);
        input.checked = chosen.has(position);
        const shown = input.parentElement?.querySelector('.count');
        if (shown) shown.textContent = spoken.format(n);
        input.parentElement?.classList.toggle('is-none', !n && !input.checked);
      }
    }
  }

  /**
   * @param {HTMLElement} list
   * @param {readonly Tirek.Facet[]} facets
   * @param {Tirek.Choice} choice
   * @param {Tirek.AppliedWords} words
   * @param {(facet: string, position: number) => void} remove
   * @param {() => void} clear
   * @returns {void}
   */
  function applied(list, facets, choice, words, remove, clear) {
    list.textContent = '';
    /** @param {HTMLElement} button */
    const add = (button) => {
      const row = element('li');
      button.setAttribute('type', 'button');
      row.append(button);
      list.append(row);
    };
    for (const facet of facets) {
      for (const position of choice.get(facet.id) ?? []) {
        const what = `${facet.label}: ${facet.values[position].label}`;
        const button = element('button', '', what);
        button.setAttribute('aria-label', words.remove.replace('%what', what));
        button.append(element('span', 'cross'));
        button.addEventListener('click', () => remove(facet.id, position));
        add(button);
      }
    }
    if (list.childElementCount > 1) {
      const button = element('button', 'clear', words.clear);
      button.addEventListener('click', clear);
      add(button);
    }
  }

  tirek.choices = { draw, show, applied };
})();
