/**
 * A field that is filled in by looking something up in a long list: the editable combobox of the ARIA Authoring Practices
 * (list autocomplete, manual selection). Several may be chosen where `many` is set; each then has a button that takes it away.
 *
 * What is typed and not chosen stays as it is: it becomes the value, and the record's check says that there is no such thing.
 *
 * Non-goals: lists from elsewhere, fuzzy matching, groups.
 */

/**
 * @typedef {[id: string, label: string, words: string, line?: string, ...more: any[]]} TirekRow
 * @typedef {{id: string, labelled: string, described: string, many?: boolean, value: any, rows: () => Promise<TirekRow[]>,
 *   words: Record<string, string>, change: (value: any) => void, left: () => void}} TirekLookUp
 */

const TirekCombobox = (() => {
  'use strict';
  const { el, refill, say } = TirekDom;
  const { fold, filled } = TirekText;
  const AT_ONCE = 40;

  /**
   * @param {TirekLookUp} given
   * @returns {{root: HTMLElement, input: HTMLInputElement}}
   */
  function combobox(given) {
    const { id, words } = given;
    /** @type {TirekRow[]} */
    let rows = [];
    /** @type {string[]} */
    let chosen = given.many ? [...(given.value ?? [])] : [];
    let active = -1;
    const list = el('ul', {
      class: 'look-list',
      role: 'listbox',
      id: `${id}-list`,
      'aria-labelledby': given.labelled,
      hidden: true,
    });
    /** @type {HTMLInputElement} */
    const input = el('input', {
      id,
      class: 'input',
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
      'aria-describedby': given.described,
    });
    const opener = el('button', {
      type: 'button',
      class: 'look-open',
      tabindex: '-1',
      'aria-label': words.open_list,
    });
    const chips = el('ul', { class: 'look-chosen', 'aria-label': words.chosen_list });
    const root = el(
      'div',
      { class: 'look' },
      el('div', { class: 'look-box' }, input, opener),
      list,
    );
    if (given.many) root.prepend(chips);

    /** @param {string} name */
    const labelOf = (name) => rows.find((row) => row[0] === name)?.[1] ?? name;

    const ready = given.rows().then((found) => {
      rows = found;
      if (given.many) showChips();
      else if (given.value && input.value === given.value) input.value = labelOf(given.value);
    });
    if (!given.many && given.value) input.value = given.value;

    /** @returns {void} */
    function showChips() {
      chips.hidden = !chosen.length;
      refill(
        chips,
        ...chosen.map((name) =>
          el(
            'li',
            {},
            el(
              'button',
              {
                type: 'button',
                'aria-label': filled(words.remove, { what: labelOf(name) }),
                onclick: () => {
                  chosen = chosen.filter((other) => other !== name);
                  given.change(chosen);
                  showChips();
                  say(filled(words.removed, { what: labelOf(name) }));
                  input.focus();
                },
              },
              labelOf(name),
              el('span', { class: 'cross' }),
            ),
          ),
        ),
      );
    }

    /** @returns {TirekRow[]} */
    function matching() {
      const typed = input.value.trim();
      const now = !given.many && typed === labelOf(given.value ?? '');
      const parts = now ? [] : fold(typed).split(/\s+/).filter(Boolean);
      return rows.filter(
        (row) => !chosen.includes(row[0]) && parts.every((part) => row[2].includes(part)),
      );
    }

    /** @returns {void} */
    function open() {
      const found = matching();
      const shown = found.slice(0, AT_ONCE);
      active = -1;
      input.removeAttribute('aria-activedescendant');
      refill(
        list,
        ...shown.map((row, index) =>
          el(
            'li',
            {
              role: 'option',
              id: `${id}-${index}`,
              'aria-selected': String(!given.many && row[0] === given.value),
              'data-id': row[0],
              onmousedown: (/** @type {Event} */ event) => {
                event.preventDefault(); // the input keeps the focus
                choose(row);
              },
            },
            el('span', {}, row[1]),
            ...(row[3] ? [' ', el('small', {}, row[3])] : []),
          ),
        ),
      );
      if (found.length > AT_ONCE)
        list.append(
          el(
            'li',
            { class: 'look-more', role: 'presentation' },
            filled(words.more_found, { n: found.length - AT_ONCE }),
          ),
        );
      if (!found.length)
        list.append(el('li', { class: 'look-more', role: 'presentation' }, words.found_none));
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      say(found.length ? filled(words.found, { n: found.length }) : words.found_none);
    }

    /** @returns {void} */
    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    /**
     * @param {number} index
     * @returns {void}
     */
    function activate(index) {
      const options = list.querySelectorAll('[role=option]');
      options[active]?.classList.remove('is-active');
      active = options.length ? (index + options.length) % options.length : -1;
      const option = options[active];
      if (!option) return;
      option.classList.add('is-active');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    }

    /**
     * @param {TirekRow} row
     * @returns {void}
     */
    function choose(row) {
      close();
      if (given.many) {
        chosen = [...chosen, row[0]];
        input.value = '';
        given.change(chosen);
        showChips();
      } else {
        given.value = row[0];
        input.value = row[1];
        given.change(row[0]);
      }
      say(filled(words.chosen, { what: row[1] }));
    }

    /**
     * What was typed in full is chosen without the list; anything else stays and is checked.
     *
     * @returns {void}
     */
    function settle() {
      const typed = input.value.trim();
      const wanted = fold(typed);
      const row = typed && rows.find((one) => fold(one[1]) === wanted || one[0] === typed);
      if (row && (given.many || row[0] !== given.value)) choose(row);
      else if (!row && given.many && typed) choose([typed, typed, '']);
      else if (!row && !given.many && typed !== given.value) {
        given.value = typed;
        given.change(typed);
      }
    }

    input.addEventListener('input', () => {
      ready.then(open);
      if (!given.many && !input.value.trim()) {
        given.value = '';
        given.change('');
      }
    });
    input.addEventListener('keydown', (event) => {
      const isOpen = !list.hidden;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!isOpen) open();
        activate(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        const option = list.querySelectorAll('[role=option]')[active];
        const row =
          isOpen && option && rows.find((one) => one[0] === option.getAttribute('data-id'));
        if (row) choose(row);
        else if (isOpen) close();
      } else if (event.key === 'Escape' && isOpen) {
        event.stopPropagation();
        close();
      }
    });
    input.addEventListener('blur', () => {
      close();
      settle();
      given.left();
    });
    opener.addEventListener('mousedown', (/** @type {Event} */ event) => event.preventDefault());
    opener.addEventListener('click', () => {
      input.focus();
      ready.then(() => (list.hidden ? open() : close()));
    });
    if (given.many) showChips();
    return { root, input };
  }

  return { combobox };
})();
