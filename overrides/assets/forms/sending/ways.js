/**
 * The ways to send it, each with what it does.
 */

const TirekWays = (() => {
  'use strict';
  const { el } = TirekDom;
  const { filled } = TirekText;
  const { copied, download } = TirekTaking;

  /**
   * @param {TirekDesk} desk
   * @returns {HTMLElement}
   */
  function ways(desk) {
    const { draft, env, data } = desk;
    const { words } = env.words;
    const entries = TirekFilling.entries(draft, env);
    const part = TirekNames.main(draft);
    const id = part ? TirekNames.idOf(draft, part, env) : 'feedback';
    const name = `${['tirek', draft.mode, id === draft.mode ? '' : id, env.today].filter(Boolean).join('-')}.zip`;
    const status = el('p', { class: 'status', role: 'status' });
    const tell = (/** @type {string} */ text) => {
      status.textContent = text;
    };
    const save = el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-save': true,
        onclick: async () => {
          try {
            if (!(/** @type {any} */ (window).fflate)) await TirekData.loaded(data.fflate ?? '');
            const blob = await TirekPackage.zipped(/** @type {any} */ (window).fflate, entries);
            download(blob, name);
            tell(filled(words.saved, { what: name }));
          } catch {
            tell(words.save_failed);
          }
        },
      },
      words.save,
    );
    const rows = [way(save, words.save_what)];
    if (data.mail) rows.push(letter(desk, entries, name, data.mail));
    const { repository = '', branch = 'main' } = data;
    if (repository && draft.mode !== 'feedback')
      rows.push(github(desk, entries, { repository, branch }, tell));
    rows.push(copying(desk, entries, tell));
    return el(
      'section',
      { class: 'ways', 'aria-labelledby': 'ways' },
      el('h4', { id: 'ways' }, words.ways),
      ...(data.mail || repository ? [] : [el('p', { class: 'no-way' }, words.no_way)]),
      el('ul', { class: 'ways-list' }, ...rows),
      status,
      el('p', {}, words.after),
      el(
        'p',
        {},
        words.sent,
        ' ',
        el(
          'button',
          { type: 'button', class: 'button quiet', onclick: anewTwice(desk) },
          words.draft_anew,
        ),
      ),
    );
  }

  /**
   * What was typed goes only when the button is pressed twice.
   *
   * @param {TirekDesk} desk
   * @returns {(event: Event) => void}
   */
  function anewTwice(desk) {
    let sure = false;
    return (event) => {
      const button = /** @type {HTMLElement} */ (event.currentTarget);
      if (sure) desk.anew();
      sure = true;
      button.textContent = desk.env.words.words.draft_anew_sure;
    };
  }

  /** @param {HTMLElement} button @param {string} what @param {...HTMLElement} more */
  const way = (button, what, ...more) => el('li', {}, button, el('p', {}, what), ...more);

  /**
   * @param {TirekDesk} desk
   * @param {TirekEntry[]} entries
   * @param {string} file
   * @param {string} mail
   * @returns {HTMLElement}
   */
  function letter(desk, entries, file, mail) {
    const { draft, env } = desk;
    const { words } = env.words;
    const mode = /** @type {any} */ (words)[`mode_${draft.mode}`];
    const title = draft.title || titleOf(desk);
    const sender = ['role', 'organisation', 'mail']
      .map((key) => draft.sender?.[key])
      .filter(Boolean)
      .join(', ');
    const isFeedback = draft.mode === 'feedback';
    const body = filled(isFeedback ? words.letter_feedback : words.letter_body, {
      mode,
      what: title,
      file,
      note: (draft.note ?? '').slice(0, 1200),
      about: draft.page ?? '',
      sender,
    });
    const subject = filled(words.letter_subject, {
      what: [mode, title].filter(Boolean).join(' – '),
    });
    const href = TirekPackage.letter(mail, subject, body.replace(/\n{3,}/g, '\n\n'));
    return way(
      el('a', { class: 'button quiet', href, 'data-letter': true }, words.letter),
      isFeedback ? mail : filled(words.letter_what, { mail }),
      ...(entries.length ? [] : []),
    );
  }

  /**
   * @param {TirekDesk} desk
   * @returns {string} what the record is called
   */
  function titleOf(desk) {
    const { draft, env } = desk;
    const part = TirekNames.main(draft);
    if (!part) return '';
    const name = part.typed.short ?? part.typed.title ?? draft.story?.[env.lang];
    return name?.[env.lang] ?? name?.title ?? TirekNames.idOf(draft, part, env);
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekEntry[]} entries
   * @param {{repository: string, branch: string}} where
   * @param {(text: string) => void} tell
   * @returns {HTMLElement}
   */
  function github(desk, entries, where, tell) {
    const { draft, env } = desk;
    const { words } = env.words;
    const rows = entries
      .filter(({ path }) => path !== env.words.manifest)
      .map((entry) => {
        const { address, paste } = TirekPackage.proposal(where, entry, !(entry.path in draft.base));
        const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
        const label =
          entry.text === undefined ? filled(words.github_file, { what: name }) : entry.path;
        return el(
          'li',
          {},
          el(
            'a',
            {
              href: address,
              target: '_blank',
              rel: 'external noopener',
              onclick: async () => {
                if (paste && (await copied(entry.text ?? ''))) tell(words.github_copied);
              },
            },
            label,
          ),
        );
      });
    return el(
      'li',
      { 'data-github': true },
      el('p', {}, el('b', {}, words.github)),
      el('p', {}, words.github_what),
      el('ul', {}, ...rows),
    );
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekEntry[]} entries
   * @param {(text: string) => void} tell
   * @returns {HTMLElement}
   */
  function copying(desk, entries, tell) {
    const { words } = desk.env.words;
    const text = TirekPackage.asText(entries);
    const box = el('textarea', {
      class: 'input',
      rows: '10',
      readonly: true,
      'aria-label': words.copy,
      hidden: true,
    });
    box.value = text;
    const button = el(
      'button',
      {
        type: 'button',
        class: 'button quiet',
        'data-copy': true,
        onclick: async () => {
          if (await copied(text)) {
            tell(words.copied);
            return;
          }
          tell(words.copy_failed);
          box.hidden = false;
          box.focus();
          box.select();
        },
      },
      words.copy,
    );
    return way(button, words.copy_what, box);
  }

  return { ways, anewTwice, titleOf };
})();
