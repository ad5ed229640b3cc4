/**
 * The faceted browser: choose by type, need, level …, and see what is left. Works on http and on file:// (classic scripts only).
 *
 * ## Data
 * All files call one global, `tirekFacets`. `<src>` is the section's data-src, `<lang>` its data-lang. Records are numbered 0 … total-1
 * in one order that is the same in both languages ("catalogue order"); results come in that order.
 *
 * `<src><lang>/index.js`, loaded when the panel is opened:
 *
 *     tirekFacets.index({dataset: 'materials', total: 10000, order_note: 'Newest first.', chunk: 32, version: 'a1b2c3', facets: [
 *       {id: 'needs', label: 'Need', multiple: true, values: [{id: 'hearing', label: 'Hearing', n: 57, depth: 1}, …]}, …]})
 *
 * `values` stand in one order in both languages, for columns name them by position; `n` counts the records that have the value;
 * `depth` (0 if left out) indents narrower concepts. A record that has a narrower value carries the broader ones too.
 * `multiple` says that several values of the facet may be chosen (any of them matches); without it choosing one drops the other.
 * `version` (optional) is put after file names so that a browser never mixes files of two builds.
 *
 * `<src>column-<facet>.js`, one a facet, the same for both languages, loaded when the panel is opened:
 *
 *     tirekFacets.column('needs', {combos: [[], [0], [1, 4], …], codes: '…'})
 *
 * `combos` lists the sets of values that occur (put the commonest first); a record's code is the number of its combo. With at most 90 combos
 * `codes` has one character a record. With more it has two planes, each of `total` characters: first all high digits, then all low digits,
 * code = high * 90 + low (planes compress better than pairs). A digit is a character of ALPHABET: ASCII 32 … 126 without " ' < \ `
 * so that it needs no escaping in a script. 8,100 combos at most.
 *
 * `<src><lang>/cards-<k>.js`, loaded when one of records k*chunk … (k+1)*chunk-1 is shown:
 *
 *     tirekFacets.cards(0, [[id, title, word, line, note], …])
 *
 * All text, never HTML: `id` stands in for {id} in the section's data-page; `word` is what kind of thing it is; `note` may be ''.
 *
 * ## State
 * In the address, after "#", so that a choice can be sent and the back button works: `#needs=hearing,speech&levels=primary`.
 * `#all` says that nothing is chosen.
 *
 * site.js loads the files, choices.js draws what can be chosen.
 *
 * Non-goals: search by words, other orders, more than one section on a page, work without scripts (the lists do that).
 */
(() => {
  'use strict';

  /**
   * @typedef {{id: string, label: string, n: number, depth?: number}} Value
   * @typedef {{id: string, label: string, multiple: boolean, values: Value[]}} Facet
   * @typedef {{dataset: string, total: number, order_note: string, chunk: number, version?: string, facets: Facet[]}} Index
   * @typedef {{combos: number[][], codes: Uint16Array}} Column
   * @typedef {[id: string, title: string, word: string, line: string, note: string, lang?: string]} Card
   * @typedef {Map<string, Set<number>>} Choice chosen values, by position, of each facet
   * @typedef {{index: (index: Index) => void, column: (facet: string, column: {combos: number[][], codes: string}) => void,
   *   cards: (chunk: number, cards: Card[]) => void}} Receiver
   */

  const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    .filter((c) => !'"\'<\\`'.includes(c))
    .join('');
  const BASE = ALPHABET.length;
  const AT_ONCE = 20;

  /**
   * Read the codes of one column.
   *
   * @param {string} text one or two planes of digits
   * @param {number} total records
   * @param {number} combos how many there are
   * @returns {Uint16Array}
   */
  function decoded(text, total, combos) {
    const planes = combos > BASE ? 2 : 1;
    if (text.length !== total * planes)
      throw new Error(`column has ${text.length} digits, not ${total * planes}`);
    const digit = new Uint16Array(128);
    for (let i = 0; i < BASE; i += 1) digit[ALPHABET.charCodeAt(i)] = i;
    const codes = new Uint16Array(total);
    for (let i = 0; i < total; i += 1) {
      const first = digit[text.charCodeAt(i)];
      codes[i] = planes === 1 ? first : first * BASE + digit[text.charCodeAt(total + i)];
    }
    return codes;
  }

  /**
   * Which records match, and how many would have each value if that facet's own choice were left out.
   *
   * @param {Index} index
   * @param {Map<string, Column>} columns
   * @param {Choice} choice
   * @returns {{found: number[], counts: Map<string, number[]>}}
   */
  function matched(index, columns, choice) {
    const facets = index.facets.map((facet) => {
      const column = /** @type {Column} */ (columns.get(facet.id));
      const chosen = choice.get(facet.id);
      const passes = column.combos.map(
        (combo) => !chosen || chosen.size === 0 || combo.some((value) => chosen.has(value)),
      );
      return { facet, column, passes, tally: new Uint32Array(column.combos.length) };
    });
    /** @type {number[]} */
    const found = [];
    for (let record = 0; record < index.total; record += 1) {
      let failed = -1;
      let failures = 0;
      for (let f = 0; f < facets.length && failures < 2; f += 1) {
        if (!facets[f].passes[facets[f].column.codes[record]]) {
          failures += 1;
          failed = f;
        }
      }
      if (failures === 0) {
        found.push(record);
        for (const { column, tally } of facets) tally[column.codes[record]] += 1;
      } else if (failures === 1) {
        facets[failed].tally[facets[failed].column.codes[record]] += 1;
      }
    }
    const counts = new Map(
      facets.map(({ facet, column, tally }) => {
        const sums = facet.values.map(() => 0);
        column.combos.forEach((combo, code) => {
          for (const value of combo) sums[value] += tally[code];
        });
        return [facet.id, sums];
      }),
    );
    return { found, counts };
  }

  /**
   * @param {string} written as it stands in the address
   * @returns {string} '' where it is no well-formed escape
   */
  function decodedId(written) {
    try {
      return decodeURIComponent(written);
    } catch {
      return '';
    }
  }

  /**
   * @param {string} hash with or without "#"
   * @param {Index} index
   * @returns {Choice}
   */
  function readChoice(hash, index) {
    /** @type {Choice} */
    const choice = new Map();
    for (const part of hash.replace(/^#/, '').split('&')) {
      const [name, list = ''] = part.split('=');
      const facet = index.facets.find((one) => one.id === name);
      if (!facet) continue;
      const positions = list
        .split(',')
        .map((id) => facet.values.findIndex((value) => value.id === decodedId(id)))
        .filter((position) => position >= 0);
      if (positions.length)
        choice.set(facet.id, new Set(facet.multiple ? positions : positions.slice(0, 1)));
    }
    return choice;
  }

  /**
   * @param {Choice} choice
   * @param {Index} index
   * @returns {string} without "#"
   */
  function writtenChoice(choice, index) {
    const parts = index.facets
      .filter((facet) => choice.get(facet.id)?.size)
      .map((facet) => {
        const chosen = [...(choice.get(facet.id) ?? [])].sort((a, b) => a - b);
        return `${facet.id}=${chosen.map((position) => encodeURIComponent(facet.values[position].id)).join(',')}`;
      });
    return parts.join('&') || 'all';
  }

  /**
   * @param {string} name
   * @param {string} [className]
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /**
   * @param {ParentNode} root
   * @param {string} selector
   * @returns {any}
   */
  function one(root, selector) {
    const found = root.querySelector(selector);
    if (!found) throw new Error(`facets.js: the section has no ${selector}`);
    return found;
  }

  /**
   * @param {HTMLElement} section
   * @returns {void}
   */
  function browser(section) {
    const src = section.dataset.src ?? '';
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
    /** @param {string} address from this page */
    const loaded = (address) => tirek.load(new URL(address, document.baseURI).href);

    /** @type {Index | undefined} */
    let index;
    /** @type {Map<string, Column>} */
    const columns = new Map();
    /** @type {Map<number, Card[]>} */
    const chunks = new Map();
    /** @type {Promise<void> | undefined} */
    let ready;
    /** @type {Choice} */
    let choice = new Map();
    /** @type {number[]} */
    let found = [];
    let shown = 0;
    let turn = 0;

    /** @type {Receiver} */
    const receiver = {
      index: (given) => {
        index = given;
      },
      column: (facet, { combos, codes }) => {
        if (index)
          columns.set(facet, { combos, codes: decoded(codes, index.total, combos.length) });
      },
      cards: (chunk, cards) => {
        chunks.set(chunk, cards);
      },
    };
    /** @type {any} */ (window).tirekFacets = receiver;

    const version = () => (index?.version ? `?v=${encodeURIComponent(index.version)}` : '');

    /** @returns {Promise<void>} */
    async function prepare() {
      if (!index) await loaded(`${src}${lang}/index.js`);
      if (!index) throw new Error('the index did not arrive');
      const wanted = index.facets.filter((facet) => !columns.has(facet.id));
      await Promise.all(wanted.map((facet) => loaded(`${src}column-${facet.id}.js${version()}`)));
      if (index.facets.some((facet) => !columns.has(facet.id)))
        throw new Error('a column did not arrive');
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
      if (!index) return;
      choice = readChoice(location.hash, index);
      const result = matched(index, columns, choice);
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
          const facet = index?.facets.find((given) => given.id === id);
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
     * @param {Facet} facet
     * @param {number} position
     * @param {boolean} wanted
     * @returns {void}
     */
    function choose(facet, position, wanted) {
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
      if (!index) return;
      const mine = turn;
      const { chunk } = index;
      const wanted = found.slice(shown, shown + AT_ONCE);
      const missing = [...new Set(wanted.map((record) => Math.floor(record / chunk)))].filter(
        (k) => !chunks.has(k),
      );
      more.hidden = true;
      try {
        await Promise.all(missing.map((k) => loaded(`${src}${lang}/cards-${k}.js${version()}`)));
      } catch {
        if (mine === turn) failed();
        return;
      }
      // A newer choice may have come while the cards were on their way.
      if (mine !== turn) return;
      const first = shown;
      for (const record of wanted) {
        const card = chunks.get(Math.floor(record / chunk))?.[record % chunk];
        if (card) list.append(cardElement(card));
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

    /**
     * @param {Card} card
     * @returns {DocumentFragment}
     */
    function cardElement([id, title, word, line, note, lang]) {
      const made = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true));
      const link = one(made, '[data-link]');
      link.href = page.replace('{id}', encodeURIComponent(id));
      link.textContent = title;
      if (lang) link.lang = lang; // the title is not translated yet
      one(made, '[data-word]').textContent = word.charAt(0).toUpperCase() + word.slice(1);
      one(made, '[data-line]').textContent = line;
      one(made, '[data-note]').textContent = note;
      return made;
    }

    countLine.dataset.loading = countLine.textContent ?? '';
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => {
      const input = event.target;
      const facet =
        input instanceof HTMLInputElement && index?.facets.find((one_) => one_.id === input.name);
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
      if (panel.open && index && (isChoice || ['', '#all'].includes(location.hash))) follow();
    });
    if (location.hash.includes('=')) panel.open = true;
  }

  const section = /** @type {HTMLElement | null} */ (document.querySelector('[data-facets]'));
  if (section) browser(section);
})();
