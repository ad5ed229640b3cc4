/**
 * Who sends it, and what else they say.
 */

const TirekSender = (() => {
  'use strict';

  /**
   * Who sends it, and what else they say.
   *
   * @param {TirekDesk} desk
   * @param {string} step
   * @param {Map<string, TirekPlace>} places
   * @param {() => void} changed
   * @param {(path: string) => void} left
   * @returns {HTMLElement[]}
   */
  function senderFields(desk, step, places, changed, left) {
    const { draft, env } = desk;
    const { words } = env.words;
    draft.sender = draft.sender ?? {};
    const own = TirekSheets.sheetOf(desk, 'sender', draft.sender, undefined, places, changed, left);
    const whole = TirekSheets.sheetOf(desk, 'sender', draft, undefined, places, changed, left);
    /** @param {TirekSheet} sheet @param {string} path @param {string} label @param {string} help @param {boolean} required @param {any} more */
    const text = (sheet, path, label, help, required, more = {}) =>
      TirekBoxes.text(sheet, path, { label, help, private: more.rows > 3 }, required, more);
    if (step === 'message')
      return [
        text(whole, 'note', words.message, words.message_help, true, { rows: 8 }),
        text(whole, 'page', words.about_page, words.about_page_help, false),
      ];
    const needed = draft.mode === 'confirm';
    const fields = [
      text(own, 'role', words.sender_role, words.sender_role_help, needed),
      text(own, 'organisation', words.sender_organisation, '', needed),
      text(own, 'mail', words.sender_mail, words.sender_mail_help, false, {
        type: 'email',
        autocomplete: 'email',
      }),
    ];
    if (draft.mode !== 'feedback')
      fields.push(text(whole, 'note', words.note, words.note_help, false, { rows: 5 }));
    return fields;
  }

  return { senderFields };
})();
