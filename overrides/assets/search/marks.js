/**
 * Marks the words of a search on the page that was opened from its results: `page.html?marks=аутизм,сабақ#anchor`.
 *
 * site.js loads this file only where the address has such words; which words of a text are meant, inflected as they may be, the
 * engine says. A bar tells how many there are, leads from one to the next and takes the marks away again, from the address too.
 *
 * Non-goals: words that an inline tag cuts in two; text that a script adds later.
 */
(() => {
  'use strict';

  const CLOSED_TO_US = 'script, style, template, noscript, svg, button, select, textarea, .hush';
  /** So many marks are enough on one page; a list of a thousand rows stays quick. */
  const MOST = 400;

  const place = /** @type {HTMLElement} */ (document.getElementById('main'));
  const given = new URLSearchParams(location.search).get('marks') ?? '';
  const wanted = given.split(',').filter(Boolean);

  /** @returns {Promise<void>} */
  async function ready() {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = `${tirek.root}assets/search/search.css`;
    document.head.append(style);
    const parts = [];
    if (!tirek.words)
      parts.push(tirek.load(`assets/search/words-${document.documentElement.lang}.js`));
    if (!tirek.answers) parts.push(tirek.load('assets/search/answer.js'));
    if (!window.tirekSearch?.engine) parts.push(tirek.load('assets/search/engine.js'));
    await Promise.all(parts);
  }

  /** @returns {HTMLElement[]} in the order of the page */
  function marked() {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) =>
        node.parentElement?.closest(CLOSED_TO_US) || !node.nodeValue?.trim()
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
    });
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    /** @type {HTMLElement[]} */
    const marks = [];
    for (const text of texts) {
      // From the end, so that the places before stay where they are.
      const ranges = [...tirekSearch.ranges(text.data, wanted)].reverse();
      const own = ranges.map(([begin, end]) => {
        const rest = text.splitText(begin);
        rest.splitText(end - begin);
        const mark = document.createElement('mark');
        mark.className = 'search-mark';
        rest.replaceWith(mark);
        mark.append(rest);
        return mark;
      });
      marks.push(...own.reverse());
      if (marks.length >= MOST) break;
    }
    return marks;
  }

  /**
   * @param {HTMLElement[]} marks
   * @returns {void}
   */
  function clear(marks) {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    const rest = new URL(location.href);
    rest.searchParams.delete('marks');
    try {
      history.replaceState(null, '', rest.href);
    } catch {
      // The address then keeps the words; the page is clean all the same.
    }
  }

  /**
   * @param {Tirek.Answers} answers
   * @param {HTMLElement[]} marks
   * @returns {void}
   */
  function addBar(answers, marks) {
    const bar = document.createElement('div');
    bar.className = 'search-marks';
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', answers.say('marks'));
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    bar.append(said);
    let at = -1;
    /**
     * @param {string} key
     * @param {() => void} act
     * @param {string} [sign] to be seen in place of the words
     */
    const button = (key, act, sign = '') => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'button quiet';
      made.textContent = sign || answers.say(key);
      if (sign) made.setAttribute('aria-label', answers.say(key));
      made.addEventListener('click', act);
      bar.append(made);
    };
    /** @param {number} step */
    const walk = (step) => {
      marks[at]?.classList.remove('is-here');
      at = (at + step + marks.length) % marks.length;
      if (at < 0) at = marks.length - 1;
      const mark = marks[at];
      for (let up = mark.parentElement; up; up = up.parentElement)
        if (up instanceof HTMLDetailsElement) up.open = true;
      mark.classList.add('is-here');
      mark.scrollIntoView({ block: 'center' });
      said.textContent = `${answers.number(at + 1)} / ${answers.number(marks.length)}`;
    };
    button('marks_previous', () => walk(at < 0 ? 0 : -1), '↑');
    button('marks_next', () => walk(1), '↓');
    button('marks_clear', () => {
      clear(marks);
      bar.remove();
      document.documentElement.classList.remove('has-marks');
      place.focus({ preventScroll: true });
    });
    place.prepend(bar);
    document.documentElement.classList.add('has-marks');
    // Said after the region is there, so that it is read out.
    window.setTimeout(() => {
      said.textContent = answers.counted('marks_count', marks.length);
    }, 50);
  }

  ready()
    .then(() => {
      const marks = marked();
      if (marks.length && tirek.answers) addBar(tirek.answers, marks);
    })
    .catch(() => {
      // The page reads the same without marks.
    });
})();
