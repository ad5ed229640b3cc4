/**
 * The page of search: results as you type, facets, «show more», and a query in the address that can be sent, kept and gone back to.
 *
 * Typing changes the address in place; Enter, a choice or a suggestion makes a new step of the history.
 *
 * Non-goals: finding and counting (engine.js), the words (answer.js), the box of the header (box.js).
 */
(() => {
  'use strict';

  const PAUSE = 110;
  const LOADING_AFTER = 200;

  const { page, field, heading, foundPart, panel, choicesHolder, more, examples, go } =
    TirekSearchPage;
  const plainHeading = heading.textContent ?? '';

  let asked = TirekSearchAddress.read();
  let turn = 0;
  /** Whether the last word of what is shown was taken as a beginning. */
  let beginning = false;
  let shownAddress = location.search;
  let facetsAsked = false;

  /** @returns {Promise<Tirek.Answers>} */
  async function ready() {
    // Each of these is asked for by the page itself; what did not come is asked for once more.
    if (!tirek.words) await tirek.load(`assets/search/words-${document.documentElement.lang}.js`);
    if (!tirek.answers) await tirek.load('assets/search/answer.js');
    return /** @type {Tirek.Answers} */ (tirek.answers);
  }

  /** @type {TirekAsking} */
  const asking = {
    again() {
      tirek.answers?.forget();
      field.focus();
      void run();
    },
    instead(query, exact) {
      asked.query = query;
      asked.exact = exact;
      field.value = query;
      ask(true);
      field.focus();
    },
  };

  /** @returns {void} */
  function showQuery() {
    const { query } = asked;
    const said = query && tirek.answers ? tirek.answers.say('heading', { query }) : '';
    heading.textContent = said || plainHeading;
    document.title = `${said || plainHeading} · ${page.dataset.wordmark}`;
    examples.hidden = Boolean(query);
  }

  /**
   * Search what is asked and show it.
   *
   * @param {boolean} [typing] the last word may go on
   * @returns {Promise<void>}
   */
  async function run(typing = false) {
    turn += 1;
    const own = turn;
    showQuery();
    if (!asked.query) return TirekSearchResults.showNothingAsked();
    const loading = window.setTimeout(() => {
      if (own === turn) TirekSearchResults.showLoading();
    }, LOADING_AFTER);
    try {
      const answers = await ready();
      showQuery();
      const engine = await answers.engine();
      if (asked.chosen.size || panel.open) {
        facetsAsked = true;
        await TirekSearchNarrowing.load(engine, asked);
      }
      beginning = typing && !/\s$/.test(field.value);
      let answer = await engine.find(asked.query, options(0));
      if (own === turn && !answer.total && !typing && !asked.chosen.size) {
        beginning = true;
        answer = await engine.find(asked.query, options(0));
      }
      if (own === turn) {
        TirekSearchResults.show(answers, answer, asked, asking);
        TirekSearchNarrowing.show(answer, asked, () => ask(true));
      }
    } catch {
      if (!TirekSearchNarrowing.known()) facetsAsked = false;
      if (own === turn) TirekSearchResults.showFailed(asking.again);
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
    for (const [facet, values] of asked.chosen) choices[facet] = values;
    return {
      limit: TirekSearchResults.AT_ONCE,
      offset,
      prefix: beginning,
      verbatim: asked.exact,
      choices,
    };
  }

  /** @returns {Promise<void>} */
  async function showMore() {
    const own = turn;
    try {
      const answers = await ready();
      const engine = await answers.engine();
      const answer = await engine.find(asked.query, options(TirekSearchResults.shown()));
      if (own !== turn) return;
      // The button may be gone, and who pressed it wants to read on.
      TirekSearchResults.append(answers, answer)?.focus();
    } catch {
      if (own === turn) TirekSearchResults.showFailed(asking.again);
    }
  }

  /**
   * Search and write the address.
   *
   * @param {boolean} step whether it is a step to come back to
   * @param {boolean} [typing]
   * @returns {void}
   */
  function ask(step, typing = false) {
    TirekSearchAddress.write(asked, step);
    shownAddress = location.search;
    void run(typing);
  }

  /** @returns {void} */
  function submit() {
    asked.query = field.value.trim();
    ask(true);
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
      if (query === asked.query) return;
      asked.query = query;
      asked.exact = false;
      ask(false, true);
    }, PAUSE);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    window.clearTimeout(pause);
    submit();
  });
  go.addEventListener('click', () => {
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
    if (!(input instanceof HTMLInputElement)) return;
    const { name, value, checked } = input;
    if (TirekSearchNarrowing.choose(asked, name, Number(value), checked)) ask(true);
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
    asked = TirekSearchAddress.read();
    field.value = asked.query;
    void run();
  });

  // A field that the browser filled by itself, on the way back, says what was asked last.
  if (!asked.query && field.value.trim()) asked.query = field.value.trim();
  field.value = asked.query;
  // Beside what was found; above it, on a phone, the open panel would hide it. What is chosen is listed either way.
  if (asked.chosen.size) panel.open = window.matchMedia('(min-width: 860px)').matches;
  void run();
})();
