/**
 * What opens below the search box: a line of what was done, options to walk through, and a line that is read aloud.
 *
 * Non-goals: asking, and what the options are (box.js).
 */
const TirekSearchPopup = (() => {
  'use strict';

  const { element } = tirek;
  /** What is read aloud waits until typing has stopped, and does not interrupt each letter. */
  const SPEAK_AFTER = 800;

  let boxes = 0;

  /**
   * Make the popup of a field and the field its combobox.
   *
   * @param {HTMLInputElement} field
   */
  function popupOf(field) {
    boxes += 1;
    const root = element('div', 'search-popup');
    const said = element('p', 'search-said');
    const list = element('div', 'search-options');
    const live = element('p', 'hush');
    list.id = `search-options-${boxes}`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.getAttribute('aria-label') ?? '');
    live.setAttribute('role', 'status');
    // Firefox takes what scrolls for a stop of Tab, and the popup closes when the field is left.
    root.tabIndex = -1;
    root.hidden = true;
    said.hidden = true;
    root.append(said, list);
    field.after(root, live);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', list.id);

    /** @type {HTMLAnchorElement | undefined} */
    let active;
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
      root.hidden = !open;
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

    /** @param {number} step 1 for down, -1 for up; past the ends comes the field itself */
    const walk = (step) => {
      const all = options();
      if (root.hidden || !all.length) return;
      const at = active ? all.indexOf(active) : step > 0 ? -1 : all.length;
      choose(all[at + step]);
    };

    return {
      root,
      said,
      list,
      options,
      active: () => active,
      choose,
      show,
      speak,
      tell,
      walk,
      remove() {
        root.remove();
        live.remove();
      },
    };
  }

  return { popupOf };
})();
