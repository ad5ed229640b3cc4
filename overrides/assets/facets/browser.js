/**
 * The faceted browser: choose by type, need, level …, and see what is left. Works on http and on file:// (classic scripts only).
 * arriving.js gets the files (data.js says what is in them), choices.js draws what can be chosen, cards.js what is found.
 *
 * Non-goals: search by words, other orders, more than one section on a page, work without scripts (the lists do that).
 */
(() => {
  'use strict';

  const { readChoice, writtenChoice } = TirekFacetAddress;
  const { arriving } = TirekFacetArriving;
  const { one, cardElement } = TirekFacetCards;
  const { element } = tirek;
  const AT_ONCE = 20;

  /**
   * @param {HTMLElement} section
   * @returns {void}
   */
  function browser(section) {
    const lang = section.dataset.lang ?? document.documentElement.lang;
    const page = section.dataset.page ?? '{id}.html';
    /** @type {HTMLDetailsElement} */
    const panel = one(section, '[data-panel]');
    /** @type {HTMLFormElement} */
    const form = one(section, '[data-choices]');
    /** @type {HTMLElement} */
    const countLine = one(section, '[data-count]');
    /** @type {HTMLElement} */
    const applied = one(section, '[data-applied]');
    /** @type {HTMLElement} */
    const list = one(section, '[data-cards]');
    /** @type {HTMLButtonElement} */
    const more = one(section, '[data-more]');
    /** @type {HTMLTemplateElement} */
    const pattern = one(section, '[data-card]');
    /** @type {DOMStringMap} */
    const words = one(section, '[data-words]').dataset;
    const spoken = new Intl.NumberFormat('ru');
    const choices = /** @type {Tirek.Choices} */ (tirek.choices);
    const files = arriving(section.dataset.src ?? '', lang);

    /** @type {Promise<void> | undefined} */
    let ready;
    /** @type {Tirek.Choice} */
    let choice = new Map();
    /** @type {number[]} */
    let found = [];
    let shown = 0;
    let turn = 0;

    /** @returns {Promise<void>} */
    async function prepare() {
      const index = await files.prepare();
      if (!form.childElementCount) choices.draw(form, index.facets);
    }

    /** @returns {void} */
    function open() {
      if (!ready) {
        countLine.textContent = countLine.dataset.loading ?? '';
        ready = prepare();
      }
      ready.then(follow).catch(failed);
    }

    /** @returns {void} */
    function failed() {
      ready = undefined;
      countLine.textContent = words.failed ?? '';
      const again = element('button', 'button quiet', words.retry);
      again.setAttribute('type', 'button');
      again.addEventListener('click', open);
      countLine.append(' ', again);
    }

    /**
     * Take the choice from the address and show what it finds.
     *
     * @returns {void}
     */
    function follow() {
      const index = files.index();
      if (!index) return;
      choice = readChoice(location.hash, index);
      const result = TirekFacetMatching.matched(index, files.columns, choice);
      found = result.found;
      shown = 0;
      turn += 1;
      choices.show(form, choice, (facet, position) => result.counts.get(facet)?.[position] ?? 0);
      choices.applied(
        applied,
        index.facets,
        choice,
        { remove: words.remove ?? '%what', clear: words.clear ?? '' },
        (id, position) => {
          const facet = index.facets.find((given) => given.id === id);
          if (facet) choose(facet, position, false);
          focusAfterRemoval();
        },
        () => {
          location.hash = 'all';
          focusAfterRemoval();
        },
      );
      const line = found.length ? words.count : words.none;
      countLine.textContent = (line ?? '').replace('%n', spoken.format(found.length));
      if (found.length && index.order_note)
        countLine.append(' ', element('small', '', index.order_note));
      list.textContent = '';
      void showMore();
    }

    /**
     * The button that had the focus is gone: the line that tells the new count takes it.
     *
     * @returns {void}
     */
    function focusAfterRemoval() {
      countLine.tabIndex = -1;
      countLine.focus();
    }

    /**
     * @param {TirekFacets.Facet} facet
     * @param {number} position
     * @param {boolean} wanted
     * @returns {void}
     */
    function choose(facet, position, wanted) {
      const index = files.index();
      if (!index) return;
      const next = new Map([...choice].map(([id, set]) => [id, new Set(set)]));
      const set = facet.multiple || !wanted ? (next.get(facet.id) ?? new Set()) : new Set();
      if (wanted) set.add(position);
      else set.delete(position);
      next.set(facet.id, set);
      location.hash = writtenChoice(next, index);
    }

    /** @returns {Promise<void>} */
    async function showMore() {
      const mine = turn;
      const wanted = found.slice(shown, shown + AT_ONCE);
      more.hidden = true;
      try {
        await files.cardsOf(wanted);
      } catch {
        if (mine === turn) failed();
        return;
      }
      // A newer choice may have come while the cards were on their way.
      if (mine !== turn) return;
      const first = shown;
      for (const record of wanted) {
        const card = files.card(record);
        if (card) list.append(cardElement(pattern, page, card));
      }
      shown += wanted.length;
      more.hidden = shown >= found.length;
      more.textContent = (words.more ?? '').replace(
        '%n',
        spoken.format(Math.min(AT_ONCE, found.length - shown)),
      );
      if (first > 0) {
        const link = list.children[first]?.querySelector('a');
        if (link) link.focus();
      }
    }

    countLine.dataset.loading = countLine.textContent ?? '';
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => {
      const input = event.target;
      const facet =
        input instanceof HTMLInputElement &&
        files.index()?.facets.find((one_) => one_.id === input.name);
      if (facet && input instanceof HTMLInputElement)
        choose(facet, Number(input.value), input.checked);
    });
    more.addEventListener('click', () => void showMore());
    panel.addEventListener('toggle', () => {
      if (panel.open) open();
    });
    window.addEventListener('hashchange', () => {
      const isChoice = location.hash.includes('=');
      if (isChoice) panel.open = true;
      // Any other anchor, such as that of the skip link, leaves the choice as it is.
      if (panel.open && files.index() && (isChoice || ['', '#all'].includes(location.hash)))
        follow();
    });
    if (location.hash.includes('=')) panel.open = true;
  }

  const section = /** @type {HTMLElement | null} */ (document.querySelector('[data-facets]'));
  if (section) browser(section);
})();
