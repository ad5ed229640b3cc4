/**
 * The page of a unit as it will be.
 */

const TirekUnitPage = (() => {
  'use strict';
  const { el, icon } = TirekDom;
  const { date, helped, kindLine, number, row, section, when } = TirekVoice;
  const { asOf, organisationName } = TirekSight;

  /**
   * @param {TirekSeen} sight
   * @param {TirekDraft} draft
   * @returns {HTMLElement[]}
   */
  function unit(sight, draft) {
    const { env, said, t, text, label } = sight;
    const then = said.status === 'unconfirmed' ? '_then' : '';
    const host = organisationName(sight, draft, said.host ?? '');
    const serves = said.serves ?? [];
    /** @param {any} one */
    const whom = (one) =>
      one.region
        ? label('regions', one.region)
        : organisationName(sight, draft, one.organisation ?? '');
    const began = said.opened || said.period?.from;
    const lead = [
      t(`unit_is_${said.kind ?? 'centre'}${then}`, {
        host,
        when: began ? `${when(env, began)} ` : '',
      }),
    ];
    const who = helped(serves, (one) => (one.what ? text(one.what) : ''), whom);
    lead.push(serves.length ? t(`unit_helps${then}`, { who }) : t('unit_helps_unknown'));
    const own = draft.story?.[env.lang];
    const story = (sight.lent && !own?.body ? draft.story?.[sight.lent] : own) ?? {};
    const facts = [
      row(t('host'), host),
      row(t('region_2016'), label('regions', said.region_2016 ?? '')),
      row(t('region_now'), said.region ? label('regions', said.region) : t('region_unsure')),
    ];
    if (said.level) facts.push(row(t('unit_level'), label('unit-levels', said.level)));
    if (said.opened) facts.push(row(t('opened'), date(env, said.opened)));
    if (said.period?.from) facts.push(row(t('period'), period(sight)));
    facts.push(
      row(t('basis'), text(said.basis) || t('unknown')),
      row(t('coordinating_body'), text(said.coordinating_body) || t('unknown')),
    );
    for (const figure of said.figures ?? [])
      facts.push(row(text(figure.label), number(figure.value ?? '')));
    facts.push(
      row(t('contacts'), contacts(sight)),
      row(t('facts_for'), date(env, said.as_of ?? '')),
    );
    const parts = [
      kindLine(said.kind ?? 'centre', label('unit-kinds', said.kind ?? '')),
      el('p', { class: 'preview-title' }, story.title ?? ''),
      asOf(sight),
      el('p', { class: 'lead' }, lead.join(' ')),
      el('div', { class: 'story' }, ...TirekMarkdown.markdown(story.body ?? '')),
      el('dl', { class: 'rows' }, ...facts),
    ];
    if (serves.length)
      parts.push(
        section(
          t(`helps${then}`),
          el(
            'ul',
            { class: 'helps' },
            ...serves.map((/** @type {any} */ one) =>
              el(
                'li',
                {},
                ...(one.count ? [el('b', { class: 'helps-count' }, number(one.count))] : []),
                el(
                  'span',
                  {},
                  one.what ? `${text(one.what)}, ` : '',
                  whom(one),
                  ...(one.note ? [' ', el('small', {}, text(one.note))] : []),
                ),
              ),
            ),
          ),
        ),
      );
    const directions = said.directions?.[env.lang] ?? said.directions?.[sight.lent] ?? [];
    if (directions.length)
      parts.push(
        section(
          t(`directions${then}`),
          el(
            'ul',
            { class: 'ticks' },
            ...directions.map((/** @type {string} */ one) => el('li', {}, one)),
          ),
        ),
      );
    if (said.kind === 'centre') parts.push(section(t('requirements'), requirements(sight)));
    return parts;
  }

  /**
   * @param {TirekSeen} sight
   * @returns {string}
   */
  function period({ env, said, t }) {
    const start = date(env, said.period.from);
    if (said.period.long_term) return t('period_open', { start });
    return said.period.to
      ? t('period_closed', { start, end: date(env, said.period.to) })
      : t('period_from', { start });
  }

  /**
   * @param {TirekSeen} sight
   * @returns {string | HTMLElement}
   */
  function contacts({ env, said, t, text }) {
    const own = said.contacts;
    if (!own) return t('contacts_unknown');
    const lines = [own.phone, own.mail, own.website, text(own.address)].filter(Boolean);
    return el(
      'span',
      {},
      ...lines.flatMap((line) => [line, el('br')]),
      el('small', {}, t('contacts_checked', { date: date(env, own.checked ?? '') })),
    );
  }

  /**
   * @param {TirekSeen} sight
   * @returns {HTMLElement}
   */
  function requirements({ said, label }) {
    return el(
      'ul',
      { class: 'checklist' },
      ...['2.1', '2.2', '2.3'].map((clause) => {
        const state = said.requirements?.[clause] ?? 'unknown';
        const sign = state === 'met' ? 'i-yes' : state === 'not_met' ? 'i-no' : 'i-unknown';
        return el(
          'li',
          { class: `state-${state}` },
          icon(sign),
          el('span', {}, el('b', {}, clause), ` ${label('requirement-states', state)}`),
        );
      }),
    );
  }

  return { unit };
})();
