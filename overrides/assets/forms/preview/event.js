/**
 * The line of an event as it will be.
 */

const TirekEventLine = (() => {
  'use strict';
  const { el } = TirekDom;
  const { date, kindLine } = TirekVoice;
  const { organisationName } = TirekSight;

  /**
   * @param {TirekSeen} sight
   * @param {TirekDraft} draft
   * @returns {HTMLElement[]}
   */
  function event(sight, draft) {
    const { env, said, t, text, label, labels } = sight;
    const host =
      (said.unit && TirekRecords.name('units', said.unit)) ||
      (said.organisation ? organisationName(sight, draft, said.organisation) : '');
    const line = [
      said.date ? date(env, said.date) : t('date_unknown'),
      host,
      text(said.audience),
      said.regions ? labels('regions', said.regions) : '',
    ];
    const original = said.title_original ? t(`title_from_${said.title_original}`) : '';
    return [
      kindLine('event', label('event-kinds', said.kind ?? '')),
      el(
        'p',
        { class: 'event-title' },
        text(said.title),
        ...(original ? [' ', el('small', {}, original)] : []),
      ),
      el('p', { class: 'event-line' }, line.filter(Boolean).join(' · ')),
      ...(said.note ? [el('p', { class: 'event-note' }, text(said.note))] : []),
    ];
  }

  return { event };
})();
