/**
 * What all pages of a preview look at: the record, the words of the real pages, labels; and how fresh a record is.
 */

/**
 * @typedef {{env: TirekEnv, lang: string, form: TirekForm, said: any, t: (key: string, values?: Record<string, any>) => string,
 *   text: (both: any) => string, label: (scheme: string, id: string) => string, labels: (scheme: string, ids: string[]) => string,
 *   lent: string}} TirekSeen
 */

const TirekSight = (() => {
  'use strict';
  const { el, icon } = TirekDom;
  const { capital, date } = TirekVoice;

  /**
   * How fresh a record is: said first.
   *
   * @param {TirekSeen} sight
   * @returns {HTMLElement}
   */
  function asOf({ env, said, t, label }) {
    if (said.status === 'unconfirmed' || !said.confirmed)
      return el(
        'div',
        { class: 'note' },
        icon('i-clock'),
        el(
          'p',
          {},
          el('b', {}, t('as_of', { date: date(env, said.as_of ?? '') })),
          ' ',
          t('not_confirmed'),
        ),
      );
    return el(
      'div',
      { class: 'note note-good' },
      icon('i-yes'),
      el(
        'p',
        {},
        el('b', {}, t('confirmed', { date: date(env, said.confirmed) })),
        ` ${capital(label('statuses', said.status))}.`,
      ),
    );
  }

  /**
   * That the page's language is not written yet.
   *
   * @param {TirekSeen} sight
   * @returns {HTMLElement}
   */
  function notTranslated({ t }) {
    return el(
      'div',
      { class: 'note note-calm' },
      icon('i-unknown'),
      el('p', {}, el('b', {}, t('not_translated')), ' ', t('not_translated_shown')),
    );
  }

  /**
   * @param {TirekSeen} sight
   * @param {TirekDraft} draft
   * @param {string} id
   * @returns {string} short name of an organisation
   */
  function organisationName({ env, text }, draft, id) {
    const own = draft.hostNew ? text(draft.parts[1].typed.short) : '';
    return (
      (draft.hostNew && id === TirekNames.idOf(draft, draft.parts[1], env) && own) ||
      TirekRecords.name('organisations', id)
    );
  }

  return { asOf, notTranslated, organisationName };
})();
