/**
 * The page of an organisation as it will be.
 */

const TirekOrganisationPage = (() => {
  'use strict';
  const { el } = TirekDom;
  const { kindLine, number, row } = TirekVoice;
  const { asOf } = TirekSight;

  /**
   * @param {TirekSeen} sight
   * @returns {HTMLElement[]}
   */
  function organisation(sight) {
    const { said, t, text, label, labels } = sight;
    const names = said.names ?? {};
    const facts = [];
    if (said.place) facts.push(row(t('place'), text(said.place)));
    if (said.region_2016) facts.push(row(t('region_2016'), label('regions', said.region_2016)));
    facts.push(
      row(t('region_now'), said.region ? label('regions', said.region) : t('region_unsure')),
    );
    facts.push(row(t('name_today'), text(names.today) || t('unknown')));
    if (names.variants)
      facts.push(
        row(
          t('name_variants'),
          names.variants
            .map((/** @type {any} */ one) => [one.kk, one.ru].filter(Boolean).join(' / '))
            .join('; '),
        ),
      );
    if (said.levels) facts.push(row(t('levels_taught'), labels('education-levels', said.levels)));
    for (const name of ['inclusive_classes', 'special_classes'])
      facts.push(row(t(name), said[name] ? number(said[name]) : t('unknown')));
    facts.push(
      row(
        t('specialists'),
        said.specialists ? labels('specialists', said.specialists) : t('unknown'),
      ),
    );
    facts.push(row(t('building_access'), text(said.building_access) || t('unknown')));
    return [
      kindLine('organisation', label('organisation-kinds', said.kind ?? '')),
      el('p', { class: 'preview-title' }, text(said.short)),
      asOf(sight),
      ...(names.official_2016
        ? [el('p', { class: 'lead' }, `${t('name_2016')} ${text(names.official_2016)}.`)]
        : []),
      el('dl', { class: 'rows' }, ...facts),
    ];
  }

  return { organisation };
})();
