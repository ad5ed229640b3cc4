/**
 * Dates, numbers and lists as the site's pages write them, in both languages.
 */

const TirekVoice = (() => {
  'use strict';
  const { el, icon } = TirekDom;
  const SPACE = '\u00a0';

  /**
   * @param {TirekEnv} env
   * @param {string} value 2016, 2016-10 or 2016-10-01
   * @returns {string} as pages write it
   */
  function date(env, value) {
    const [year, month, day] = String(value).split('-');
    const mark = env.lang === 'kk' ? 'ж.' : 'г.';
    const { months, alone } = env.words;
    if (!month) return `${year}${SPACE}${mark}`;
    const index = Number(month) - 1;
    if (day) return `${Number(day)}${SPACE}${months[index]} ${year}${SPACE}${mark}`;
    return env.lang === 'kk'
      ? `${year}${SPACE}${mark} ${alone[index]}`
      : `${alone[index]} ${year}${SPACE}${mark}`;
  }

  /**
   * @param {TirekEnv} env
   * @param {string} value 2016, 2016-10 or 2016-10-01
   * @returns {string} as it stands inside a sentence
   */
  function when(env, value) {
    const [year, month, day] = String(value).split('-');
    const kk = env.lang === 'kk';
    if (!month) return kk ? `${year}${SPACE}жылы` : `в ${year}${SPACE}году`;
    const index = Number(month) - 1;
    const inside = env.words.inside[index];
    if (!day) return kk ? `${year}${SPACE}жылғы ${inside}` : `в ${inside} ${year}${SPACE}года`;
    return kk
      ? `${year}${SPACE}жылғы ${Number(day)}${SPACE}${inside}`
      : `${Number(day)}${SPACE}${env.words.months[index]} ${year}${SPACE}года`;
  }

  /**
   * Whom a unit helps, as the middle of a sentence; places of the same kind together.
   *
   * @param {any[]} serves
   * @param {(one: any) => string} whatOf
   * @param {(one: any) => string} whom
   * @returns {string}
   */
  function helped(serves, whatOf, whom) {
    /** @type {Map<string, string[]>} */
    const groups = new Map();
    for (const one of serves) {
      const what = whatOf(one);
      const count = one.count ? [number(one.count)] : [];
      const key = count.length || !what ? `${what} ${whom(one)}` : what;
      const group = groups.get(key) ?? (what ? [what, ...count] : [whom(one)]);
      if (what) group.push(whom(one));
      groups.set(key, group);
    }
    return [...groups.values()]
      .map(([first, ...rest]) => (rest.length ? `${first} (${rest.join(', ')})` : first))
      .join('; ');
  }

  /**
   * @param {string} value
   * @returns {string}
   */
  function number(value) {
    const [whole, part] = String(value).replace('-', '−').split('.');
    const digits = whole.length > 4 ? whole.replace(/\B(?=(?:[0-9]{3})+$)/g, SPACE) : whole;
    return part ? `${digits},${part}` : digits;
  }

  /** @param {string} word */
  const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

  /** @param {string} term @param {any} value */
  const row = (term, value) => el('div', {}, el('dt', {}, term), el('dd', {}, value));

  /** @param {string} title @param {...any} content */
  const section = (title, ...content) => el('section', {}, el('h5', {}, title), ...content);

  /** @param {string} kind @param {string} word */
  const kindLine = (kind, word) =>
    el('p', { class: `kind kind-${kind}` }, ...(word ? [icon(`k-${kind}`), capital(word)] : []));

  return { capital, date, helped, kindLine, number, row, section, when };
})();
