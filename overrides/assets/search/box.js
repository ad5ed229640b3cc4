/**
 * The search box of header and home page as a combobox (WAI-ARIA Authoring Practices, editable combobox with a list): results come
 * as you type, arrows walk through them, Enter opens the chosen one or, where none is chosen, the page with all results.
 *
 * site.js makes the field and loads this file when the box is used; this file loads the rest: style, words, engine.
 * Each option is a real link, so that a middle click opens a tab as anywhere else.
 *
 * Non-goals: facets, more than SHOWN results, the address (page.js has them).
 */
(() => {
  'use strict';

  const SHOWN = 7;
  /** A key every this many milliseconds is somebody still typing. */
  const PAUSE = 90;
  /** What is read aloud waits until typing has stopped, and does not interrupt each letter. */
  const SPEAK_AFTER = 800;
  const LOADING_AFTER = 250;

  let boxes = 0;

  /**
   * @param {string} name
   * @param {string} className
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(name, className, text = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  /** @returns {Promise<void>} */
  function styled() {
    return new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${tirek.root}assets/search/search.css`;
      // Unstyled results are better than none.
      link.onload = link.onerror = () => resolve();
      document.head.append(link);
    });
  }

  /** @type {Promise<unknown> | undefined} */
  let parts;

  /** @returns {Promise<unknown>} */
  function loaded() {
    if (!parts) {
      parts = Promise.all([
        styled(),
        tirek.answers ? undefined : tirek.load('assets/search/answer.js'),
      ]);
      parts.catch(() => {
        parts = undefined;
      });
    }
    return parts;
  }

  /**
   * @param {HTMLInputElement} field
   * @param {HTMLAnchorElement} door
   * @returns {void}
   */
  function box(field, door) {
    boxes += 1;
    const popup = element('div', 'search-popup');
    const said = element('p', 'search-said');
    const list = element('div', 'search-options');
    const live = element('p', 'hush');
    list.id = `search-options-${boxes}`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.getAttribute('aria-label') ?? '');
    live.setAttribute('role', 'status');
    popup.hidden = true;
    said.hidden = true;
    popup.append(said, list);
    field.after(popup, live);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', list.id);

    /** @type {HTMLAnchorElement | undefined} */
    let active;
    let asked = '';
    let turn = 0;
    let waiting = 0;
    let speaking = 0;

    const options = () => /** @type {HTMLAnchorElement[]} */ ([...list.children]);

    /** @param {HTMLAnchorElement | undefined} option */
    const choose = (option) => {
      active?.setAttribute('aria-selected', 'false');
      active = option;
      if (!option) {
        field.removeAttribute('aria-activedescendant');
        return;
      }
      option.setAttribute('aria-selected', 'true');
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    };

    /** @param {boolean} open */
    const show = (open) => {
      popup.hidden = !open;
      const listed = open && list.childElementCount > 0;
      field.setAttribute('aria-expanded', String(listed));
      if (!open) choose(undefined);
    };

    /** @param {string} text */
    const speak = (text) => {
      window.clearTimeout(speaking);
      speaking = window.setTimeout(() => {
        live.textContent = text;
      }, SPEAK_AFTER);
    };

    /** @param {string} text */
    const tell = (text) => {
      said.textContent = text;
      said.hidden = !text;
    };

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

    /** @param {number} step 1 for down, -1 for up; past the ends comes the field itself */
    const walk = (step) => {
      const all = options();
      if (popup.hidden || !all.length) return;
      const at = active ? all.indexOf(active) : step > 0 ? -1 : all.length;
      choose(all[at + step]);
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
    popup.addEventListener('mousedown', (event) => event.preventDefault());
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const { key } = event;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault();
        if (popup.hidden) {
          if (field.value.trim() === asked && asked) show(true);
          else void ask();
        }
        if (!event.altKey) walk(key === 'ArrowDown' ? 1 : -1);
        else if (key === 'ArrowUp') show(false);
      } else if ((key === 'Home' || key === 'End') && active) {
        event.preventDefault();
        const all = options();
        choose(all[key === 'Home' ? 0 : all.length - 1]);
      } else if (key === 'Enter' && active) {
        event.preventDefault();
        active.click();
      } else if (key === 'Escape') {
        event.preventDefault();
        if (!popup.hidden) show(false);
        else if (field.value) {
          field.value = '';
          void ask();
        } else {
          // An empty box goes back to what it was.
          door.hidden = false;
          door.focus();
          for (const made of [popup, live, field, door.previousElementSibling]) made?.remove();
        }
      } else if (active && ['ArrowLeft', 'ArrowRight'].includes(key)) {
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

  /**
   * @param {Tirek.Notice} notice
   * @returns {string}
   */
  function sentence(notice) {
    if (notice.kind === 'hint') return `${notice.text} ${notice.action}`;
    return notice.text;
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Hit} hit
   * @param {string} id
   * @returns {HTMLAnchorElement}
   */
  function optionOf(answers, hit, id) {
    const option = document.createElement('a');
    option.className = 'search-option';
    option.href = answers.address(hit);
    option.id = id;
    option.tabIndex = -1;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const title = element('span', 'search-title');
    title.lang = hit.told;
    title.append(answers.marked(hit.title, hit.titleMarks));
    const about = element('span', 'search-about');
    about.append(answers.kind(hit, 'span'));
    const facts = answers.facts(hit, 'span');
    if (facts) about.append(' ', facts);
    option.append(title, ' ', about);
    return option;
  }

  tirek.box = box;
})();
