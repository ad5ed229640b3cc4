/**
 * The page of a material as it will be.
 */

const TirekMaterialPage = (() => {
  'use strict';
  const { el } = TirekDom;
  const { capital, date, kindLine, row, section } = TirekVoice;

  /**
   * @param {TirekSeen} sight
   * @param {TirekDraft} draft
   * @returns {HTMLElement[]}
   */
  function material(sight, draft) {
    const { env, said, t, text, label, labels } = sight;
    /** @param {string} key @param {string} scheme @param {string[] | undefined} ids */
    const glance = (key, scheme, ids) => {
      if (!ids?.length) return [];
      const more = ids.length > 3 ? ` ${t('and_more', { n: ids.length - 3 })}` : '';
      return [row(t(key), labels(scheme, ids.slice(0, 3)) + more)];
    };
    const rows = TirekNames.main(draft).typed.files ?? [];
    const files = (said.files ?? []).map((/** @type {any} */ file, /** @type {number} */ index) => {
      const own = env.files.get(rows[index]?.local ?? '');
      const size = own ? ` · ${TirekFiles.sizeOf(own.size)}` : '';
      const words = `${label('languages', file.language ?? '')}${size}`;
      return el(
        'li',
        {},
        el('b', {}, capital(label('formats', file.format))),
        ' ',
        el('small', {}, words),
      );
    });
    if (said.link)
      files.push(
        el(
          'li',
          {},
          el('b', {}, said.link.url),
          ' ',
          el('small', {}, t('link_checked', { date: date(env, said.link.checked ?? '') })),
        ),
      );
    const own = !said.provided_by || said.provided_by === 'project';
    const access = said.accessibility;
    const accessText = [
      access?.modes ? `${t('access_modes')} ${labels('access-modes', access.modes)}.` : '',
      access?.features
        ? `${t('access_features')} ${labels('access-features', access.features)}.`
        : '',
      access?.hazards ? `${t('access_hazards')} ${labels('access-hazards', access.hazards)}.` : '',
    ].filter(Boolean);
    const review = said.review;
    const facts = [
      row(t('type'), label('resource-types', said.type ?? '')),
      row(t('audience'), labels('audiences', said.audience ?? [])),
      ...(said.needs ? [row(t('need'), labels('needs', said.needs))] : []),
      ...(said.levels ? [row(t('level'), labels('education-levels', said.levels))] : []),
      ...(said.specialists ? [row(t('specialist'), labels('specialists', said.specialists))] : []),
      row(t('language'), labels('languages', said.languages ?? [])),
      ...(said.date || said.year ? [row(t('issued'), date(env, said.date ?? said.year))] : []),
      row(
        t('licence'),
        said.licence && said.licence !== 'unknown'
          ? label('licences', said.licence)
          : t('licence_unknown'),
      ),
      ...(said.clauses ? [row(t('clauses'), said.clauses.join(', '))] : []),
    ];
    return [
      kindLine('material', label('resource-types', said.type ?? '')),
      el('p', { class: 'preview-title' }, text(said.title)),
      el(
        'dl',
        { class: 'glance' },
        ...glance('audience', 'audiences', said.audience),
        ...glance('need', 'needs', said.needs),
        ...glance('level_short', 'education-levels', said.levels),
        ...(files.length ? [] : glance('language', 'languages', said.languages)),
      ),
      section(
        said.files || !said.link ? t('files') : t('open_elsewhere'),
        files.length
          ? el('ul', { class: 'links' }, ...files)
          : el('p', { class: 'empty' }, t('no_file')),
      ),
      section(t('about_material'), el('p', {}, text(said.summary))),
      section(
        t('provided_by'),
        el('p', {}, own ? t('provided_by_project') : TirekRecords.name('units', said.provided_by)),
      ),
      section(
        t('accessibility'),
        el(
          'p',
          { class: accessText.length ? '' : 'unknown' },
          accessText.join(' ') || t('accessibility_unknown'),
        ),
        el(
          'p',
          { class: review ? '' : 'unknown' },
          review
            ? t('reviewed', { by: text(review.by), date: date(env, review.date ?? '') })
            : t('not_reviewed'),
        ),
      ),
      el('dl', { class: 'rows' }, ...facts),
    ];
  }

  return { material };
})();
