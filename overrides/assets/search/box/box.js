/**
 * The search box of header and home page as a combobox (WAI-ARIA Authoring Practices, editable combobox with a list): results come
 * as you type, arrows walk through them, Enter opens the chosen one or, where none is chosen, the page with all results.
 *
 * site.js makes the field and loads this when the box is used; the rest comes then: style, words, engine.
 *
 * Non-goals: facets, more than SHOWN results, the address (page.js has them).
 */
(() => {
  'use strict';

  const { element } = tirek;
  const { popupOf } = TirekSearchPopup;
  const { loaded } = TirekSearchLoading;
  const { sentence, optionOf } = TirekSearchOptions;
  const SHOWN = 7;
  /** A key every this many milliseconds is somebody still typing. */
  const PAUSE = 90;
  const LOADING_AFTER = 250;

  /**
   * @param {HTMLInputElement} field
   * @param {HTMLAnchorElement} door
   * @returns {void}
   */
  function box(field, door) {
    const popup = popupOf(field);
    const { root, said, list, options, choose, show, speak, tell, walk } = popup;
    let asked = '';
    let turn = 0;
    let waiting = 0;

    /**
     * @param {string} query
     * @returns {string}
     */
    const pageOf = (query) => `${door.href}?q=${encodeURIComponent(query)}`;

    /**
     * @param {Tirek.Answers} answers
     * @param {TirekSearch.Answer} answer
     */
    const draw = (answers, answer) => {
      choose(undefined);
      list.textContent = '';
      for (const hit of answer.hits)
        list.append(optionOf(answers, hit, `${list.id}-${list.childElementCount}`));
      if (answer.total > answer.hits.length) {
        const all = /** @type {HTMLAnchorElement} */ (
          element('a', 'search-all', answers.counted('all', answer.total))
        );
        all.href = pageOf(answer.query);
        all.id = `${list.id}-all`;
        all.tabIndex = -1;
        all.setAttribute('role', 'option');
        all.setAttribute('aria-selected', 'false');
        list.append(all);
      }
      list.hidden = !answer.total;
      const notices = answers.notices(answer).map(sentence);
      // Where files are missing nobody knows that there is nothing.
      const none =
        answer.total || answer.failed.length ? '' : answers.say('none', { query: answer.query });
      tell([none, ...notices].filter(Boolean).join(' '));
      show(true);
      const count = answer.total ? answers.counted('found', answer.total) : none;
      speak([count, ...notices, answer.total ? answers.say('walk') : ''].filter(Boolean).join(' '));
    };

    const ask = async () => {
      const query = field.value.trim();
      turn += 1;
      const own = turn;
      asked = query;
      window.clearTimeout(waiting);
      if (!query) {
        list.textContent = '';
        tell('');
        show(false);
        speak('');
        return;
      }
      waiting = window.setTimeout(() => {
        if (own !== turn) return;
        tell(tirek.answers?.say('loading') || '…');
        show(true);
      }, LOADING_AFTER);
      try {
        await loaded();
        const answers = /** @type {Tirek.Answers} */ (tirek.answers);
        const engine = await answers.engine();
        if (own !== turn) return;
        const answer = await engine.find(query, {
          limit: SHOWN,
          prefix: !/\s$/.test(field.value),
        });
        if (own !== turn) return;
        draw(answers, answer);
      } catch {
        if (own !== turn) return;
        // Enter still leads to the page of search, which can try again.
        tell(tirek.answers?.say('failed') ?? '');
        show(!said.hidden);
      }
      window.clearTimeout(waiting);
    };

    let pause = 0;
    field.addEventListener('input', () => {
      window.clearTimeout(pause);
      pause = window.setTimeout(ask, PAUSE);
    });
    field.addEventListener('focus', () => {
      if (field.value.trim() && field.value.trim() === asked) show(true);
    });
    field.addEventListener('blur', () => show(false));
    // The field keeps the focus: a press on the popup must not close it before the click comes.
    root.addEventListener('mousedown', (event) => event.preventDefault());
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const { key } = event;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault();
        if (root.hidden) {
          if (field.value.trim() === asked && asked) show(true);
          else void ask();
        }
        if (!event.altKey) walk(key === 'ArrowDown' ? 1 : -1);
        else if (key === 'ArrowUp') show(false);
      } else if ((key === 'Home' || key === 'End') && popup.active()) {
        event.preventDefault();
        const all = options();
        choose(all[key === 'Home' ? 0 : all.length - 1]);
      } else if (key === 'Enter' && popup.active()) {
        event.preventDefault();
        popup.active()?.click();
      } else if (key === 'Escape') {
        event.preventDefault();
        if (!root.hidden) show(false);
        else if (field.value) {
          field.value = '';
          void ask();
        } else {
          // An empty box goes back to what it was.
          door.hidden = false;
          door.focus();
          for (const made of [popup, field, door.previousElementSibling]) made?.remove();
        }
      } else if (popup.active() && ['ArrowLeft', 'ArrowRight'].includes(key)) {
        choose(undefined);
      }
    });
    if (field.value.trim()) void ask();
    else
      void loaded()
        .then(() => tirek.answers?.engine())
        .then((engine) => engine?.warm())
        .catch(() => {
          // It is tried again with the first letter.
        });
  }

  tirek.box = box;
})();
