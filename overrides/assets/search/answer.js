/**
 * How an answer of the search engine is said and shown; the search box and the page of search share it.
 *
 * Everything from the index is text and stays text: it gets into the page as text nodes and <mark>, never as markup.
 * Words come from words-<lang>.js, which the build makes of tirek/wording.
 *
 * Non-goals: finding (engine.js), the state of box or page.
 */
(() => {
  'use strict';

  const page = document.documentElement.lang === 'ru' ? 'ru' : 'kk';
  const spoken = new Intl.NumberFormat('ru');
  // Nouns after a numeral stay in the singular in Kazakh, and not every browser has its rules.
  const rules = new Intl.PluralRules('ru');

  /**
   * @param {number} n
   * @returns {'one' | 'few' | 'many'}
   */
  function form(n) {
    const found = page === 'ru' ? rules.select(n) : 'one';
    return found === 'one' || found === 'few' ? found : 'many';
  }

  /** Kinds whose icon is in the sprite of every page; the others are drawn here. */
  const OWN_ICONS = {
    clause: 'M5 2h14v20H5zm3 4v2h8V6zm0 5v2h8v-2zm0 5v2h5v-2z',
    term: 'M4 3h12.5A3.5 3.5 0 0 1 20 6.5V22H6.5A2.5 2.5 0 0 1 4 19.5zm2.2 14.2h11.6v2.6H6.2zM8 6.5v2.2h8V6.5z',
    page: 'M3 4h18v16H3zm3 3v2.2h12V7zm0 4.4v2.2h7v-2.2zm0 4.2v2h9v-2z',
  };

  /** @type {Promise<TirekSearch.Engine> | undefined} */
  let engine;

  /** @returns {Promise<TirekSearch.Engine>} */
  async function prepared() {
    const parts = [];
    if (!tirek.words) parts.push(tirek.load(`assets/search/words-${page}.js`));
    if (!window.tirekSearch?.engine) {
      /** @type {TirekSearch.File[]} */
      const early = [];
      /** @param {TirekSearch.File} file */
      const put = (...file) => early.push(file);
      Object.assign(window, { tirekSearch: { early, put } });
      // What of the index every query needs may come before the engine, which asks again where it does not, and says so.
      const index = tirek.load('search/start.js').catch(() => undefined);
      parts.push(tirek.load('assets/search/engine.js'), index);
    }
    await Promise.all(parts);
    return tirekSearch.engine({ lang: page, load: (name) => tirek.load(`search/${name}`) });
  }

  /**
   * @param {string} sentence
   * @param {Tirek.Values} values
   * @returns {string}
   */
  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (all, place) => String(values[place] ?? all));
  }

  /**
   * @param {string} key
   * @param {Tirek.Values} [values]
   * @returns {string}
   */
  function say(key, values = {}) {
    const words = tirek.words?.[key];
    return typeof words === 'string' ? filled(words, values) : '';
  }

  /**
   * @param {string} key
   * @param {number} n
   * @param {Tirek.Values} [values]
   * @returns {string}
   */
  function counted(key, n, values = {}) {
    const words = tirek.words?.[key] ?? '';
    const sentence = typeof words === 'string' ? words : words[form(n)];
    return filled(sentence, { n: spoken.format(n), ...values });
  }

  /**
   * @param {TirekSearch.Hit} hit
   * @returns {string}
   */
  function address(hit) {
    const url = new URL(hit.url, tirek.root);
    if (hit.words.length) url.search = `?marks=${hit.words.map(encodeURIComponent).join(',')}`;
    return url.href;
  }

  /**
   * Units are of three kinds, each with an icon and colour of its own; their folders tell which.
   *
   * @param {TirekSearch.Hit} hit
   * @returns {string}
   */
  function kindOf(hit) {
    const folder = hit.kind === 'unit' ? /\/(centre|cabinet|site)s\//.exec(hit.url) : null;
    return folder ? folder[1] : hit.kind;
  }

  /**
   * @param {TirekSearch.Hit} hit
   * @returns {SVGSVGElement}
   */
  function icon(hit) {
    const space = 'http://www.w3.org/2000/svg';
    const drawn = document.createElementNS(space, 'svg');
    drawn.setAttribute('class', 'i');
    drawn.setAttribute('aria-hidden', 'true');
    const kind = kindOf(hit);
    const own = kind === 'clause' || kind === 'term' || kind === 'page' ? OWN_ICONS[kind] : '';
    const inner = document.createElementNS(space, own ? 'path' : 'use');
    if (own) {
      drawn.setAttribute('viewBox', '0 0 24 24');
      inner.setAttribute('fill-rule', 'evenodd');
      inner.setAttribute('d', own);
    } else {
      inner.setAttribute('href', `#k-${kind}`);
    }
    drawn.append(inner);
    return drawn;
  }

  /**
   * @param {TirekSearch.Hit} hit
   * @param {string} name of the element
   * @returns {HTMLElement}
   */
  function kind(hit, name) {
    const made = document.createElement(name);
    made.className = `kind kind-${kindOf(hit)}`;
    made.append(icon(hit), say(`kind_${kindOf(hit)}`));
    if (hit.told !== page) {
      const chip = document.createElement('span');
      chip.className = 'search-other';
      chip.textContent = say('other_language');
      made.append(' ', chip);
    }
    return made;
  }

  /**
   * @param {TirekSearch.Hit} hit
   * @param {string} element
   * @param {number} [room] characters there are for it; of parts that are longer together the first stays
   * @returns {HTMLElement | null}
   */
  function facts(hit, element, room = Number.POSITIVE_INFINITY) {
    // What the icon says already is not said again.
    const kind = say(`kind_${kindOf(hit)}`).toLowerCase();
    const parts = hit.line.split(' · ').filter((part) => part && part.toLowerCase() !== kind);
    if (!parts.length) return null;
    const made = document.createElement(element);
    made.className = 'search-line';
    made.lang = hit.lang;
    const whole = parts.join(' · ');
    made.textContent = whole.length > room ? parts[0] : whole;
    return made;
  }

  /**
   * @param {string} text
   * @param {readonly TirekSearch.Range[]} marks
   * @returns {DocumentFragment}
   */
  function marked(text, marks) {
    const made = document.createDocumentFragment();
    let at = 0;
    for (const [begin, end] of marks) {
      if (begin < at || end <= begin) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(begin, end);
      made.append(text.slice(at, begin), mark);
      at = end;
    }
    made.append(text.slice(at));
    return made;
  }

  /**
   * @param {TirekSearch.Answer} answer
   * @returns {Tirek.Notice[]}
   */
  function notices(answer) {
    /** @type {Tirek.Notice[]} */
    const made = [];
    const { query, layout, corrected, total, other, whole } = answer;
    if (layout !== null)
      made.push({
        kind: 'layout',
        text: say('layout', { query: layout }),
        action: say('exactly', { query }),
        query,
        verbatim: true,
      });
    if (corrected?.applied)
      made.push({
        kind: 'corrected',
        text: say('corrected', { typed: query, query: corrected.query }),
        action: '',
      });
    else if (corrected)
      made.push({
        kind: 'hint',
        text: say('meant'),
        action: corrected.query,
        query: corrected.query,
      });
    if (total && other === total) made.push({ kind: 'other', text: say('only_other'), action: '' });
    else if (total && whole === 0) made.push({ kind: 'some', text: say('only_some'), action: '' });
    if (answer.failed.length) {
      const where = location.protocol === 'file:' ? 'damaged_copy' : 'damaged';
      made.push({ kind: 'failed', text: say(where), action: say('retry') });
    }
    return made;
  }

  tirek.answers = {
    engine() {
      if (!engine) engine = prepared();
      engine.catch(() => {
        engine = undefined;
      });
      return engine;
    },
    forget() {
      engine = undefined;
    },
    say,
    counted,
    number: (n) => spoken.format(n),
    address,
    kind,
    facts,
    marked,
    notices,
    askable: (query) => /[\p{L}\p{N}]/u.test(query),
  };
})();
