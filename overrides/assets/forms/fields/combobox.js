/**
 * A field that is filled in by looking something up in a long list: the editable combobox of the ARIA Authoring Practices
 * (list autocomplete, manual selection). Several may be chosen where `many` is set; each then has a button that takes it away.
 *
 * What is typed and not chosen stays as it is: it becomes the value, and the record's check says that there is no such thing.
 *
 * Non-goals: lists from elsewhere, fuzzy matching, groups.
 */

/**
 * @typedef {{id: string, labelled: string, described: string, many?: boolean, value: any, source: TirekSource,
 *   words: Record<string, string>, change: (value: any) => void, left: () => void}} TirekLookUp
 */

const TirekCombobox = (() => {
  'use strict';
  const { el, refill, say } = TirekDom;
  const { filled } = TirekText;

  /**
   * @param {TirekLookUp} given
   * @returns {{root: HTMLElement, input: HTMLInputElement}}
   */
  function combobox(given) {
    const { id, words, source } = given;
    /** @type {TirekRow[]} those in the list now */
    let rows = [];
    let turn = 0;
    /** @type {number | undefined} what is typed is asked for soon */
    let waiting;
    /** @type {Promise<boolean> | undefined} what is typed is asked for now */
    let asked;
    /** @type {string[]} */
    let chosen = given.many ? [...(given.value ?? [])] : [];
    let active = -1;
    const list = el('ul', {
      class: 'look-list',
      role: 'listbox',
      id: `${id}-list`,
      'aria-labelledby': given.labelled,
      tabindex: '-1', // Firefox would stop at what scrolls, and lose the focus as the list closes
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

    /** @type {string[]} */
    const begun = given.many ? chosen : [given.value].filter(Boolean);
    void source.arrive(begun).then(() => {
      if (given.many) showChips();
      else if (given.value && input.value === given.value) input.value = source.name(given.value);
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
                'aria-label': filled(words.remove, { what: source.name(name) }),
                onclick: () => {
                  chosen = chosen.filter((other) => other !== name);
                  given.change(chosen);
                  showChips();
                  say(filled(words.removed, { what: source.name(name) }));
                  input.focus();
                },
              },
              source.name(name),
              el('span', { class: 'cross' }),
            ),
          ),
        ),
      );
    }

    /**
     * Ask for what is typed, and for nothing typed before it.
     *
     * @returns {Promise<boolean>} whether the list shows that
     */
    function open() {
      clearTimeout(waiting);
      waiting = undefined;
      turn += 1;
      const mine = turn;
      asked = show(mine).finally(() => {
        if (mine === turn) asked = undefined;
      });
      return asked;
    }

    /**
     * Show what there is for what is typed, unless more is typed meanwhile.
     *
     * @param {number} mine
     * @returns {Promise<boolean>}
     */
    async function show(mine) {
      const typed = input.value.trim();
      const isChosen = !given.many && typed === source.name(given.value ?? '');
      const answer = await source.find(isChosen ? '' : typed);
      if (mine !== turn) return false;
      const { more, said } = answer;
      rows = answer.rows.filter((row) => !chosen.includes(row[0]));
      active = -1;
      input.removeAttribute('aria-activedescendant');
      refill(
        list,
        ...rows.map((row, index) =>
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
      const count = rows.length + more;
      const none = said || words.found_none;
      const notes = [more ? filled(words.more_found, { n: more }) : said, count ? '' : none];
      for (const note of new Set(notes.filter(Boolean)))
        list.append(el('li', { class: 'look-more', role: 'presentation' }, note));
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      say(count ? filled(words.found, { n: count }) : none);
      return true;
    }

    /** @returns {void} */
    function close() {
      clearTimeout(waiting);
      waiting = undefined;
      asked = undefined;
      turn += 1;
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
      const row = typed ? source.exact(typed) : undefined;
      if (row && (given.many || row[0] !== given.value)) choose(row);
      else if (!row && given.many && typed) {
        choose([typed, typed, '']);
        // What it is called, and whether there is such a one, is known when its record has come.
        void source.arrive([typed]).then(() => {
          showChips();
          given.left();
        });
      } else if (
        !row &&
        !given.many &&
        typed !== given.value &&
        typed !== source.name(given.value ?? '')
      ) {
        given.value = typed;
        given.change(typed);
        void source.arrive([typed]).then(given.left);
      }
    }

    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void open(), source.pause);
      if (!given.many && !input.value.trim()) {
        given.value = '';
        given.change('');
      }
    });
    input.addEventListener('keydown', (event) => {
      const isOpen = !list.hidden;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = () =>
          activate(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
        // A list that is about to change would forget the step: it is taken in the one that comes.
        if (isOpen && waiting === undefined && !asked) step();
        else
          void (asked && waiting === undefined ? asked : open()).then((shown) => shown && step());
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
      if (list.hidden) void open();
      else close();
    });
    if (given.many) showChips();
    return { root, input };
  }

  return { combobox };
})();
