/**
 * The options of the search box: real links, so that a middle click opens a tab as anywhere else.
 */
const TirekSearchOptions = (() => {
  'use strict';

  const { element } = tirek;
  /** Characters of facts that leave a phone room for several options; the page of search shows all of them. */
  const ROOM = 70;

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
    const facts = answers.facts(hit, 'span', ROOM);
    if (facts) about.append(' ', facts);
    option.append(title, ' ', about);
    return option;
  }

  return { sentence, optionOf };
})();
