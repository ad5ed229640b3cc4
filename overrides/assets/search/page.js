/**
 * The page of search: results as you type, facets, «show more», and a query in the address that can be sent, kept and gone back to.
 *
 * The address: `?q=сабақ+жоспары&needs=hearing,speech&exact=1`. Typing changes it in place; Enter, a choice or a suggestion makes a new
 * step of the history.
 * Facets load when the panel is opened, or when the address chooses something.
 *
 * Non-goals: finding and counting (engine.js), the words (answer.js), the box of the header (box.js).
 */
(() => {
  'use strict';

  const AT_ONCE = 20;
  const PAUSE = 110;
  const SPEAK_AFTER = 900;
  const LOADING_AFTER = 200;
  /** Names of the address that are no facets. */
  const OWN_NAMES = ['q', 'exact', 'marks'];

  /**
   * @typedef {object} State
   * @property {string} query
   * @property {boolean} exact search it as written
   * @property {Map<string, string[]>} chosen values by facet
   */

  /**
   * @param {string} selector
   * @returns {any}
   */
  function one(selector) {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`search/page.js: the page has no ${selector}`);
    return found;
  }

  /**
   * @param {string} name
   * @param {string} className
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(name, className, text = '') {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  /** @returns {State} */
  function read() {
    const given = new URLSearchParams(location.search);
    /** @type {State['chosen']} */
    const chosen = new Map();
    given.forEach((value, name) => {
      const values = value.split(',').filter(Boolean);
      if (!OWN_NAMES.includes(name) && values.length) chosen.set(name, values);
    });
    return { query: (given.get('q') ?? '').trim(), exact: given.has('exact'), chosen };
  }

  /**
   * @param {State} state
   * @returns {string}
   */
  function written({ query, exact, chosen }) {
    const parts = query ? [`q=${encodeURIComponent(query).replace(/%20/g, '+')}`] : [];
    for (const [facet, values] of chosen)
      parts.push(`${encodeURIComponent(facet)}=${values.map(encodeURIComponent).join(',')}`);
    if (exact) parts.push('exact=1');
    return `${location.pathname}${parts.length ? '?' : ''}${parts.join('&')}`;
  }

  /** @type {HTMLElement} */
  const page = one('[data-search-page]');
  /** @type {HTMLInputElement} */
  const field = one('[data-search-field]');
  /** @type {HTMLElement} */
  const heading = one('[data-heading]');
  /** @type {HTMLElement} */
  const live = one('[data-live]');
  /** @type {HTMLElement} */
  const noticeList = one('[data-notices]');
  /** @type {HTMLElement} */
  const foundPart = one('[data-found]');
  /** @type {HTMLElement} */
  const countLine = one('[data-count]');
  /** @type {HTMLDetailsElement} */
  const panel = one('[data-panel]');
  /** @type {HTMLElement} */
  const choicesHolder = one('[data-choices]');
  /** @type {HTMLElement} */
  const appliedList = one('[data-applied]');
  /** @type {HTMLElement} */
  const cards = one('[data-cards]');
  /** @type {HTMLButtonElement} */
  const more = one('[data-more]');
  /** @type {HTMLElement} */
  const nonePart = one('[data-none]');
  /** @type {HTMLElement} */
  const examples = one('[data-examples]');
  /** @type {HTMLInputElement} */
  const slash = one('[data-slash]');
  const plainHeading = heading.textContent ?? '';

  let state = read();
  /** @type {readonly TirekSearch.Facet[]} */
  let facets = [];
  let shown = 0;
  let turn = 0;
  let speaking = 0;
  /** Whether the last word of what is shown was taken as a beginning. */
  let beginning = false;
  let shownAddress = location.search;
  let facetsAsked = false;

  /** @param {string} text */
  function speak(text) {
    window.clearTimeout(speaking);
    speaking = window.setTimeout(() => {
      live.textContent = text;
    }, SPEAK_AFTER);
  }

  /** @returns {Promise<Tirek.Answers>} */
  async function ready() {
    // Each of these is asked for by the page itself; what did not come is asked for once more.
    if (!tirek.words) await tirek.load(`assets/search/words-${document.documentElement.lang}.js`);
    if (!tirek.answers) await tirek.load('assets/search/answer.js');
    return /** @type {Tirek.Answers} */ (tirek.answers);
  }

  /**
   * @param {TirekSearch.Engine} engine
   * @returns {Promise<void>}
   */
  async function withFacets(engine) {
    facetsAsked = true;
    if (!tirek.choices) await tirek.load('assets/choices.js');
    const given = await engine.facets();
    if (!choicesHolder.childElementCount) tirek.choices?.draw(choicesHolder, given);
    facets = given;
    // What the address names and no facet knows would narrow without being seen.
    for (const [name, values] of [...state.chosen]) {
      const facet = facets.find((each) => each.id === name);
      const known = values.filter((id) => facet?.values.some((value) => value.id === id));
      if (known.length) state.chosen.set(name, known);
      else state.chosen.delete(name);
    }
  }

  /** @returns {Tirek.Choice} */
  function positions() {
    return new Map(
      facets.map((facet) => {
        const chosen = state.chosen.get(facet.id) ?? [];
        const places = chosen.map((id) => facet.values.findIndex((value) => value.id === id));
        return [facet.id, new Set(places)];
      }),
    );
  }

  /**
   * @param {TirekSearch.Answer} answer
   * @returns {void}
   */
  function showChoices(answer) {
    const choices = tirek.choices;
    if (!choices || !facets.length) return;
    const choice = positions();
    choices.show(choicesHolder, choice, (name, position) => {
      const value = facets.find((each) => each.id === name)?.values[position];
      return (value && answer.counts?.[name]?.[value.id]) ?? 0;
    });
    choices.applied(
      appliedList,
      facets,
      choice,
      { remove: tirek.answers?.say('remove') ?? '%what', clear: tirek.answers?.say('clear') ?? '' },
      (name, position) => {
        choose(name, position, false);
        countLine.focus();
      },
      () => {
        state.chosen.clear();
        go(true);
        countLine.focus();
      },
    );
  }

  /**
   * @param {string} name
   * @param {number} position
   * @param {boolean} wanted
   * @returns {void}
   */
  function choose(name, position, wanted) {
    const value = facets.find((facet) => facet.id === name)?.values[position];
    if (!value) return;
    const rest = (state.chosen.get(name) ?? []).filter((id) => id !== value.id);
    const next = wanted ? [...rest, value.id] : rest;
    if (next.length) state.chosen.set(name, next);
    else state.chosen.delete(name);
    go(true);
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Answer} answer
   * @returns {void}
   */
  function showNotices(answers, answer) {
    noticeList.textContent = '';
    for (const notice of answers.notices(answer)) {
      const line = element('p', `search-notice search-notice-${notice.kind}`, notice.text);
      if (notice.action) {
        const button = element('button', 'search-act', notice.action);
        button.setAttribute('type', 'button');
        button.addEventListener('click', () => {
          if (notice.query === undefined) return retry();
          state.query = notice.query;
          state.exact = Boolean(notice.verbatim);
          field.value = state.query;
          go(true);
          field.focus();
        });
        line.append(' ', button);
      }
      noticeList.append(line);
    }
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Hit} hit
   * @returns {HTMLElement}
   */
  function cardOf(answers, hit) {
    const row = element('li', '');
    const card = element('article', 'card');
    const title = element('h3', '');
    const link = document.createElement('a');
    link.href = answers.address(hit);
    link.lang = hit.told;
    link.append(answers.marked(hit.title, hit.titleMarks));
    title.append(link);
    card.append(answers.kind(hit, 'p'), title);
    if (hit.snippet) {
      const snippet = element('p', 'search-snippet');
      snippet.lang = hit.told;
      snippet.append(answers.marked(hit.snippet, hit.snippetMarks));
      card.append(snippet);
    }
    const facts = answers.facts(hit, 'p');
    if (facts) card.append(facts);
    row.append(card);
    return row;
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Answer} answer
   * @returns {void}
   */
  function showMoreButton(answers, answer) {
    more.hidden = shown >= answer.total;
    more.textContent = answers.say('more', {
      n: answers.number(Math.min(AT_ONCE, answer.total - shown)),
    });
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Answer} answer
   * @returns {void}
   */
  function show(answers, answer) {
    const chosen = state.chosen.size > 0;
    // Where files are missing nobody knows that there is nothing.
    const missing = answer.failed.length > 0;
    let none = chosen ? answers.say('none_chosen') : answers.say('none', { query: state.query });
    if (missing) none = '';
    const other = answer.other && answer.other < answer.total;
    const count = [
      answer.total ? answers.counted('found', answer.total) : none,
      other ? answers.say('found_other', { n: answers.number(answer.other) }) : '',
    ].join(' ');
    showNotices(answers, answer);
    foundPart.hidden = false;
    countLine.textContent = count.trim();
    panel.hidden = !answer.total && !chosen;
    cards.textContent = '';
    for (const hit of answer.hits) cards.append(cardOf(answers, hit));
    shown = answer.hits.length;
    showMoreButton(answers, answer);
    showChoices(answer);
    nonePart.hidden = answer.total > 0 || chosen || missing;
    const said = [...noticeList.querySelectorAll('p')].map((line) => line.textContent);
    speak([count, ...said].join(' '));
  }

  /** @returns {void} */
  function showNothingAsked() {
    foundPart.hidden = true;
    nonePart.hidden = true;
    noticeList.textContent = '';
    speak('');
  }

  /** @returns {void} */
  function showFailed() {
    const line = element('p', 'search-notice search-notice-failed', page.dataset.failed);
    const again = element('button', 'search-act', page.dataset.retry);
    again.setAttribute('type', 'button');
    again.addEventListener('click', retry);
    line.append(' ', again);
    noticeList.textContent = '';
    noticeList.append(line);
    foundPart.hidden = true;
    speak(page.dataset.failed ?? '');
  }

  /** @returns {void} */
  function retry() {
    tirek.answers?.forget();
    field.focus();
    void run();
  }

  /** @returns {void} */
  function showQuery() {
    const { query } = state;
    const said = query && tirek.answers ? tirek.answers.say('heading', { query }) : '';
    heading.textContent = said || plainHeading;
    document.title = `${said || plainHeading} · ${page.dataset.wordmark}`;
    examples.hidden = Boolean(query);
  }

  /**
   * Search what the state says and show it.
   *
   * @param {boolean} [typing] the last word may go on
   * @returns {Promise<void>}
   */
  async function run(typing = false) {
    turn += 1;
    const own = turn;
    showQuery();
    if (!state.query) return showNothingAsked();
    const loading = window.setTimeout(() => {
      if (own !== turn) return;
      foundPart.hidden = false;
      countLine.textContent = tirek.answers?.say('loading') || '…';
      page.classList.add('is-loading');
    }, LOADING_AFTER);
    try {
      const answers = await ready();
      showQuery();
      const engine = await answers.engine();
      if (state.chosen.size || panel.open) await withFacets(engine);
      beginning = typing && !/\s$/.test(field.value);
      let answer = await engine.find(state.query, options(0));
      if (own === turn && !answer.total && !typing && !state.chosen.size) {
        beginning = true;
        answer = await engine.find(state.query, options(0));
      }
      if (own === turn) show(answers, answer);
    } catch {
      if (!facets.length) facetsAsked = false;
      if (own === turn) showFailed();
    }
    window.clearTimeout(loading);
    if (own === turn) page.classList.remove('is-loading');
  }

  /**
   * @param {number} offset
   * @returns {TirekSearch.FindOptions}
   */
  function options(offset) {
    /** @type {{[facet: string]: string[]}} */
    const choices = {};
    for (const [facet, values] of state.chosen) choices[facet] = values;
    return { limit: AT_ONCE, offset, prefix: beginning, verbatim: state.exact, choices };
  }

  /** @returns {Promise<void>} */
  async function showMore() {
    const own = turn;
    try {
      const answers = await ready();
      const engine = await answers.engine();
      const answer = await engine.find(state.query, options(shown));
      if (own !== turn) return;
      const first = cards.childElementCount;
      for (const hit of answer.hits) cards.append(cardOf(answers, hit));
      shown += answer.hits.length;
      showMoreButton(answers, answer);
      // The button may be gone, and who pressed it wants to read on.
      cards.children[first]?.querySelector('a')?.focus();
    } catch {
      if (own === turn) showFailed();
    }
  }

  /**
   * Search and write the address.
   *
   * @param {boolean} step whether it is a step to come back to
   * @param {boolean} [typing]
   * @returns {void}
   */
  function go(step, typing = false) {
    const address = written(state);
    if (address !== `${location.pathname}${location.search}`) {
      try {
        if (step) history.pushState(null, '', address);
        else history.replaceState(null, '', address);
      } catch {
        // A browser may refuse it, or so many of them; what is found is shown all the same.
      }
      shownAddress = location.search;
    }
    void run(typing);
  }

  /** @returns {void} */
  function submit() {
    state.query = field.value.trim();
    go(true);
  }

  field.addEventListener(
    'focus',
    () => {
      // What every query needs can come while the first letters are typed.
      ready()
        .then((answers) => answers.engine())
        .then((engine) => engine.warm())
        .catch(() => {
          // It is tried again with the first query, which says so where it fails.
        });
    },
    { once: true },
  );
  let pause = 0;
  field.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => {
      const query = field.value.trim();
      if (query === state.query) return;
      state.query = query;
      state.exact = false;
      go(false, true);
    }, PAUSE);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    window.clearTimeout(pause);
    submit();
  });
  one('[data-go]').addEventListener('click', () => {
    window.clearTimeout(pause);
    submit();
  });
  more.addEventListener('click', () => void showMore());
  panel.addEventListener('toggle', () => {
    foundPart.classList.toggle('is-narrowed', panel.open);
    if (panel.open && !facetsAsked) void run(beginning);
  });
  choicesHolder.addEventListener('change', (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement) choose(input.name, Number(input.value), input.checked);
  });
  examples.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = link.textContent ?? '';
    field.focus();
    submit();
  });
  window.addEventListener('popstate', () => {
    // Following an anchor of the page, such as that of the skip link, is no new query.
    if (location.search === shownAddress) return;
    shownAddress = location.search;
    state = read();
    field.value = state.query;
    void run();
  });

  try {
    slash.checked = localStorage.getItem('tirek:slash') !== 'off';
  } catch {
    slash.disabled = true;
  }
  slash.addEventListener('change', () => {
    try {
      if (slash.checked) localStorage.removeItem('tirek:slash');
      else localStorage.setItem('tirek:slash', 'off');
    } catch {
      // Without storage the key goes on working; the page cannot remember otherwise.
    }
  });

  // A field that the browser filled by itself, on the way back, says what was asked last.
  if (!state.query && field.value.trim()) state.query = field.value.trim();
  field.value = state.query;
  if (state.chosen.size) panel.open = true;
  void run();
})();
