/**
 * The story of a unit, both languages side by side.
 */

const TirekStory = (() => {
  'use strict';
  const { el } = TirekDom;

  /**
   * The story of a unit, both languages side by side.
   *
   * @param {TirekDesk} desk
   * @param {Map<string, TirekPlace>} places
   * @param {() => void} changed
   * @param {(path: string) => void} left
   * @returns {HTMLElement[]}
   */
  function storyFields(desk, places, changed, left) {
    const { draft, env } = desk;
    const { words, titles } = env.words;
    draft.story = draft.story ?? {};
    const kind = TirekNames.main(draft).typed.kind;
    const host =
      draft.parts[1]?.typed.short ??
      TirekData.arrived('organisations', TirekNames.main(draft).typed.host)?.plain.short;
    for (const lang of ['kk', 'ru']) {
      draft.story[lang] = draft.story[lang] ?? {};
      const label = titles[lang][kind] ?? '';
      if (!draft.story[lang].title && host?.[lang])
        draft.story[lang].title =
          `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${host[lang]}`;
    }
    const sheet = TirekSheets.sheetOf(desk, 'story', draft.story, undefined, places, changed, left);
    const required = draft.mode === 'new';
    /** @type {[string, string, string, number, boolean][]} */
    const rows = [
      ['title', words.title_story, words.title_story_help, 2, required],
      ['description', words.description, words.description_help, 3, false],
      ['body', words.story, words.story_help, 14, required],
    ];
    return rows.map(([name, label, help, lines, needed]) =>
      TirekFrame.group(sheet, name, { label, help, private: name === 'body' }, needed, () => [
        el(
          'div',
          { class: 'pair' },
          ...['kk', 'ru'].map((lang) => {
            const path = `${lang}.${name}`;
            const id = TirekFrame.idOf(sheet, path);
            const word = lang === 'kk' ? words.in_kk : words.in_ru;
            const error = el('p', { class: 'field-error', id: `${id}-error`, hidden: true });
            const control = TirekBoxes.box(sheet, path, {
              id,
              lang,
              rows: lines,
              'aria-describedby': `${id}-error`,
            });
            TirekFrame.place(sheet, path, `${label}, ${word}`, error, () => [control]);
            const called = TirekBoxes.languageLabel(sheet, lang);
            return el(
              'div',
              { class: 'field' },
              el('label', { for: id }, ...called),
              error,
              control,
            );
          }),
        ),
      ]),
    );
  }

  return { storyFields };
})();
