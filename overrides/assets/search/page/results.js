/**
 * What was found, as the page shows it: what was done about the query, how many there are, and a card for each.
 *
 * Non-goals: asking (page.js), facets (narrowing.js).
 */

/**
 * What buttons of notices do.
 *
 * @typedef {{again: () => void, instead: (query: string, exact: boolean) => void}} TirekAsking
 */

const TirekSearchResults = (() => {
  'use strict';

  const { element } = tirek;
  const { page, live, noticeList, foundPart, countLine, panel, cards, more, nonePart } =
    TirekSearchPage;
  const AT_ONCE = 20;
  const SPEAK_AFTER = 900;

  let shown = 0;
  let speaking = 0;

  /** @param {string} text */
  function speak(text) {
    window.clearTimeout(speaking);
    speaking = window.setTimeout(() => {
      live.textContent = text;
    }, SPEAK_AFTER);
  }

  /**
   * Add a line that says what was done or went wrong, and a button where something can be done.
   *
   * @param {string} kind
   * @param {string} text
   * @param {string} action what is on the button; '' for none
   * @param {() => void} act
   * @returns {void}
   */
  function notify(kind, text, action, act) {
    const line = element('p', `search-notice search-notice-${kind}`, text);
    if (action) {
      const button = element('button', 'search-act', action);
      button.setAttribute('type', 'button');
      button.addEventListener('click', act);
      line.append(' ', button);
    }
    noticeList.append(line);
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Answer} answer
   * @param {TirekAsking} asking
   * @returns {void}
   */
  function showNotices(answers, answer, asking) {
    noticeList.textContent = '';
    for (const { kind, text, action, query, verbatim } of answers.notices(answer))
      notify(kind, text, action, () => {
        if (query === undefined) asking.again();
        else asking.instead(query, Boolean(verbatim));
      });
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
   * @param {TirekAsked} asked
   * @param {TirekAsking} asking
   * @returns {void}
   */
  function show(answers, answer, asked, asking) {
    const chosen = asked.chosen.size > 0;
    // Where files are missing nobody knows that there is nothing.
    const missing = answer.failed.length > 0;
    let none = chosen ? answers.say('none_chosen') : answers.say('none', { query: asked.query });
    if (missing) none = '';
    const other = answer.other && answer.other < answer.total;
    const count = [
      answer.total ? answers.counted('found', answer.total) : none,
      other ? answers.say('found_other', { n: answers.number(answer.other) }) : '',
    ].join(' ');
    showNotices(answers, answer, asking);
    foundPart.hidden = false;
    countLine.textContent = count.trim();
    panel.hidden = !answer.total && !chosen;
    cards.textContent = '';
    shown = 0;
    append(answers, answer);
    nonePart.hidden = answer.total > 0 || chosen || missing;
    const said = [...noticeList.querySelectorAll('p')].map((line) => line.textContent);
    speak([count, ...said].join(' '));
  }

  /**
   * Add cards below those that are there.
   *
   * @param {Tirek.Answers} answers
   * @param {TirekSearch.Answer} answer
   * @returns {HTMLElement | null} the link of the first
   */
  function append(answers, answer) {
    const first = cards.childElementCount;
    for (const hit of answer.hits) cards.append(cardOf(answers, hit));
    shown += answer.hits.length;
    showMoreButton(answers, answer);
    return cards.children[first]?.querySelector('a');
  }

  /** @returns {void} */
  function showNothingAsked() {
    foundPart.hidden = true;
    nonePart.hidden = true;
    noticeList.textContent = '';
    speak('');
  }

  /** @param {() => void} again */
  function showFailed(again) {
    const { failed = '', retry = '' } = page.dataset;
    noticeList.textContent = '';
    notify('failed', failed, retry, again);
    foundPart.hidden = true;
    speak(failed);
  }

  /** @returns {void} */
  function showLoading() {
    foundPart.hidden = false;
    countLine.textContent = tirek.answers?.say('loading') || '…';
    page.classList.add('is-loading');
  }

  return {
    AT_ONCE,
    shown: () => shown,
    show,
    append,
    showNothingAsked,
    showFailed,
    showLoading,
  };
})();
