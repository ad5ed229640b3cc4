/**
 * Elements made from script, and the line that is read aloud.
 *
 * Non-goals: HTML from text (every text is a text node).
 */
const TirekDom = (() => {
  'use strict';

  /**
   * Make an element. Properties that begin with "on" are listeners; `class` and other names are attributes; true is an empty one,
   * false and undefined none.
   *
   * @param {string} name
   * @param {Record<string, any>} [properties]
   * @param {...(Node | string)} children
   * @returns {any}
   */
  function el(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (value === undefined || value === false) continue;
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value === true ? '' : String(value));
    }
    made.append(...children);
    return made;
  }

  /**
   * A symbol of the page's sprite.
   *
   * @param {string} name
   * @returns {SVGElement}
   */
  function icon(name) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS(space, 'use');
    use.setAttribute('href', `#${name}`);
    svg.append(use);
    return svg;
  }

  /** @type {HTMLElement | undefined} */
  let line;

  /**
   * Have a screen reader say something without moving the focus.
   *
   * @param {string} text
   * @returns {void}
   */
  function say(text) {
    if (!line) {
      line = el('p', { class: 'hush', role: 'status' });
      document.body.append(/** @type {HTMLElement} */ (line));
    }
    /** @type {HTMLElement} */ (line).textContent = text;
  }

  /**
   * Put `children` in place of what `holder` holds; Chromium 80 has no replaceChildren.
   *
   * @param {Element} holder
   * @param {...(Node | string)} children
   * @returns {void}
   */
  function refill(holder, ...children) {
    holder.textContent = '';
    holder.append(...children);
  }

  return { el, icon, refill, say };
})();
