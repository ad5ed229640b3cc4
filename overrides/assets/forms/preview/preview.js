/**
 * The page as it will be, drawn from a draft in the shape and words of the real one. A test compares the two.
 *
 * Non-goals: what the rest of the catalogue adds to a page (events, materials, disagreements): that comes with publication.
 */

const TirekPreview = (() => {
  'use strict';
  const { el } = TirekDom;

  /**
   * The sheet of real pages comes with the first preview.
   *
   * @param {string} address
   * @returns {void}
   */
  function dress(address) {
    if (!address || document.querySelector('link[data-preview-sheet]')) return;
    document.head.append(
      el('link', { rel: 'stylesheet', href: address, 'data-preview-sheet': true }),
    );
  }

  /**
   * @param {TirekDraft} draft
   * @param {TirekEnv} env
   * @param {string} sheet address of the style sheet of records' pages
   * @returns {HTMLElement}
   */
  function draw(draft, env, sheet) {
    dress(sheet);
    const { words } = env.words;
    const part = TirekNames.main(draft);
    const form = env.forms[part.kind];
    const said = TirekFilling.plain(draft, part, env);
    /** @param {string} scheme @param {string} id */
    const label = (scheme, id) =>
      form.schemes[`vocabularies/${scheme}`]?.find((one) => one[0] === id)?.[1] ?? id;
    // Where the page's language is not written yet, the other one is shown, as on the page.
    const lent = said[TirekPlain.MARK] === env.lang ? TirekPlain.OTHER[env.lang] : '';
    /** @type {TirekSeen} */
    const sight = {
      env,
      lang: env.lang,
      form,
      said,
      t: (key, values = {}) =>
        (env.words.shown[key] ?? key).replace(/\{(\w+)\}/g, (place, name) =>
          name in values ? String(values[name]) : place,
        ),
      text: (both) => both?.[env.lang] || both?.[lent] || '',
      lent,
      label,
      labels: (scheme, ids) => ids.map((id) => label(scheme, id)).join(', '),
    };
    const pages = {
      units: TirekUnitPage.unit,
      organisations: TirekOrganisationPage.organisation,
      materials: TirekMaterialPage.material,
      events: TirekEventLine.event,
    };
    const drawn = /** @type {any} */ (pages)[part.kind](sight, draft);
    return el(
      'section',
      { 'aria-labelledby': 'preview' },
      el('h4', { id: 'preview' }, words.preview),
      el(
        'div',
        { class: 'preview-page', 'data-preview': true },
        el('p', { class: 'preview-mark' }, words.preview_mark),
        ...(lent ? [TirekSight.notTranslated(sight)] : []),
        ...drawn,
      ),
      el('p', { class: 'help' }, words.preview_rest),
    );
  }

  return { draw };
})();
