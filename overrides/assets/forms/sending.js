/**
 * The last step: what is still wrong, what is missing, the page as it will be, and the ways to send it.
 *
 * Non-goals: sending by itself; nothing leaves the reader's device but what they send.
 */
const TirekSending = (() => {
  'use strict';
  const { el, say } = TirekDom;
  const { filled } = TirekText;

  /**
   * @param {TirekDesk} desk
   * @param {TirekStage[]} steps
   * @returns {HTMLElement[]}
   */
  function draw(desk, steps) {
    const { draft, env } = desk;
    const { words } = env.words;
    const faults = TirekFilling.faults(draft, env);
    /** @type {HTMLElement[]} */
    const parts = [];
    if (faults.length) parts.push(wrong(desk, steps, faults));
    else
      parts.push(
        el(
          'div',
          { class: 'note note-good' },
          TirekDom.icon('i-yes'),
          el('p', {}, words.all_right),
        ),
      );
    if (draft.mode !== 'feedback') {
      const missing = TirekFilling.missing(draft, env);
      parts.push(
        el(
          'section',
          { 'aria-labelledby': 'missing' },
          el('h4', { id: 'missing' }, missing.length ? words.missing : words.missing_none),
          ...(missing.length
            ? [
                el('ul', {}, ...missing.map((one) => el('li', {}, one))),
                el('p', { class: 'help' }, words.missing_why),
              ]
            : []),
        ),
        TirekPreview.draw(draft, env, desk.data.sheet ?? ''),
      );
    }
    if (!faults.length) parts.push(ways(desk));
    return parts;
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekStage[]} steps
   * @param {TirekFault[]} faults
   * @returns {HTMLElement}
   */
  function wrong(desk, steps, faults) {
    const { words } = desk.env.words;
    const byStep = steps.filter((step) => faults.some((fault) => fault.step === step.id));
    return el(
      'section',
      { class: 'summary', 'aria-labelledby': 'still-wrong' },
      el('h4', { id: 'still-wrong' }, words.still_wrong),
      el(
        'ul',
        {},
        ...byStep.map((step) => {
          const messages = new Set(
            faults
              .filter((fault) => fault.step === step.id)
              .map((fault) => `${labelOf(desk, fault)}: ${fault.message}`),
          );
          return el(
            'li',
            {},
            el(
              'a',
              {
                href: `#${desk.base}&step=${step.id}`,
                onclick: () => {
                  // There each place is to say what is wrong with it.
                  if (!desk.draft.tried.includes(step.id)) desk.draft.tried.push(step.id);
                },
              },
              step.title,
            ),
            el('ul', {}, ...[...messages].map((message) => el('li', {}, message))),
          );
        }),
      ),
    );
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekFault} fault
   * @returns {string}
   */
  function labelOf(desk, fault) {
    const { draft, env } = desk;
    const { words } = env.words;
    const part = draft.parts.find((one) => one.part === fault.part);
    const [name] = fault.path.split('.');
    if (part && name === 'id') return words.id;
    const form = part && env.forms[part.kind];
    const said = form?.said[`${form.root}.${name}`];
    if (said) return said.label;
    const own = {
      role: words.sender_role,
      organisation: words.sender_organisation,
      note: words.note,
      status: words.mode_confirm,
    };
    const story = { title: words.title_story, body: words.story, description: words.description };
    const last = fault.path.split('.').pop() ?? '';
    if (draft.mode === 'feedback' && name === 'note') return words.message;
    return /** @type {any} */ (own)[name] ?? /** @type {any} */ (story)[last] ?? fault.path;
  }

  /**
   * @param {TirekDesk} desk
   * @returns {HTMLElement}
   */
  function ways(desk) {
    const { draft, env, data } = desk;
    const { words } = env.words;
    const entries = TirekFilling.entries(draft, env);
    const part = TirekFilling.main(draft);
    const id = part ? TirekFilling.idOf(draft, part, env) : 'feedback';
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
    if (data.repository && draft.mode !== 'feedback')
      rows.push(github(desk, entries, data.repository, tell));
    rows.push(copying(desk, entries, tell));
    return el(
      'section',
      { class: 'ways', 'aria-labelledby': 'ways' },
      el('h4', { id: 'ways' }, words.ways),
      ...(data.mail || data.repository ? [] : [el('p', { class: 'no-way' }, words.no_way)]),
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
   * @param {Blob} blob
   * @param {string} name
   * @returns {void}
   */
  function download(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // Some browsers start the download only after this turn of the event loop.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

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
    const part = TirekFilling.main(draft);
    if (!part) return '';
    const name = part.typed.short ?? part.typed.title ?? draft.story?.[env.lang];
    return name?.[env.lang] ?? name?.title ?? TirekFilling.idOf(draft, part, env);
  }

  /**
   * @param {TirekDesk} desk
   * @param {TirekEntry[]} entries
   * @param {string} repository
   * @param {(text: string) => void} tell
   * @returns {HTMLElement}
   */
  function github(desk, entries, repository, tell) {
    const { draft, env } = desk;
    const { words } = env.words;
    const rows = entries
      .filter(({ path }) => path !== env.words.manifest)
      .map((entry) => {
        const { address, paste } = TirekPackage.proposal(
          repository,
          entry,
          !(entry.path in draft.base),
        );
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

  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether it is on the clipboard
   */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = el('textarea', { class: 'hush', 'aria-hidden': 'true' });
      box.value = text;
      document.body.append(box);
      box.select();
      // Old, but it works where the page is a file and the browser keeps the newer way to itself.
      const done = document.execCommand('copy');
      box.remove();
      if (!done) say('');
      return done;
    }
  }

  return { draw, anewTwice, titleOf };
})();
