/**
 * The page as it will be, drawn from a draft in the shape and words of the real one. A test compares the two.
 *
 * Non-goals: what the rest of the catalogue adds to a page (events, materials, disagreements): that comes with publication.
 */
const TirekPreview = (() => {
  'use strict';
  const { el, icon } = TirekDom;
  const SPACE = '\u00a0';

  /**
   * @typedef {{env: TirekEnv, lang: string, form: TirekForm, said: any, t: (key: string, values?: Record<string, any>) => string,
   *   text: (both: any) => string, label: (scheme: string, id: string) => string, labels: (scheme: string, ids: string[]) => string}} TirekSight
   */

  /**
   * @param {TirekEnv} env
   * @param {string} value 2016, 2016-10 or 2016-10-01
   * @returns {string} as pages write it
   */
  function date(env, value) {
    const [year, month, day] = String(value).split('-');
    const mark = env.lang === 'kk' ? 'ж.' : 'г.';
    const { months, alone } = env.words;
    if (!month) return `${year}${SPACE}${mark}`;
    const index = Number(month) - 1;
    if (day) return `${Number(day)}${SPACE}${months[index]} ${year}${SPACE}${mark}`;
    return env.lang === 'kk'
      ? `${year}${SPACE}${mark} ${alone[index]}`
      : `${alone[index]} ${year}${SPACE}${mark}`;
  }

  /**
   * @param {TirekEnv} env
   * @param {string} value 2016, 2016-10 or 2016-10-01
   * @returns {string} as it stands inside a sentence
   */
  function when(env, value) {
    const [year, month, day] = String(value).split('-');
    const kk = env.lang === 'kk';
    if (!month) return kk ? `${year}${SPACE}жылы` : `в ${year}${SPACE}году`;
    const index = Number(month) - 1;
    const inside = env.words.inside[index];
    if (!day) return kk ? `${year}${SPACE}жылғы ${inside}` : `в ${inside} ${year}${SPACE}года`;
    return kk
      ? `${year}${SPACE}жылғы ${Number(day)}${SPACE}${inside}`
      : `${Number(day)}${SPACE}${env.words.months[index]} ${year}${SPACE}года`;
  }

  /**
   * Whom a unit helps, as the middle of a sentence; places of the same kind together.
   *
   * @param {any[]} serves
   * @param {(one: any) => string} whatOf
   * @param {(one: any) => string} whom
   * @returns {string}
   */
  function helped(serves, whatOf, whom) {
    /** @type {Map<string, string[]>} */
    const groups = new Map();
    for (const one of serves) {
      const what = whatOf(one);
      const count = one.count ? [number(one.count)] : [];
      const key = count.length || !what ? `${what} ${whom(one)}` : what;
      const group = groups.get(key) ?? (what ? [what, ...count] : [whom(one)]);
      if (what) group.push(whom(one));
      groups.set(key, group);
    }
    return [...groups.values()]
      .map(([first, ...rest]) => (rest.length ? `${first} (${rest.join(', ')})` : first))
      .join('; ');
  }

  /**
   * @param {string} value
   * @returns {string}
   */
  function number(value) {
    const [whole, part] = String(value).replace('-', '−').split('.');
    const digits = whole.length > 4 ? whole.replace(/\B(?=(?:[0-9]{3})+$)/g, SPACE) : whole;
    return part ? `${digits},${part}` : digits;
  }

  /** @param {string} word */
  const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

  /** @param {string} term @param {any} value */
  const row = (term, value) => el('div', {}, el('dt', {}, term), el('dd', {}, value));

  /** @param {string} title @param {...any} content */
  const section = (title, ...content) => el('section', {}, el('h5', {}, title), ...content);

  /** @param {string} kind @param {string} word */
  const kindLine = (kind, word) =>
    el('p', { class: `kind kind-${kind}` }, icon(`k-${kind}`), capital(word));

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
    const part = TirekFilling.main(draft);
    const form = env.forms[part.kind];
    const said = TirekFilling.plain(draft, part, env);
    /** @param {string} scheme @param {string} id */
    const label = (scheme, id) =>
      form.schemes[`vocabularies/${scheme}`]?.find((one) => one[0] === id)?.[1] ?? id;
    /** @type {TirekSight} */
    const sight = {
      env,
      lang: env.lang,
      form,
      said,
      t: (key, values = {}) =>
        (env.words.shown[key] ?? key).replace(/\{(\w+)\}/g, (place, name) =>
          name in values ? String(values[name]) : place,
        ),
      text: (both) => both?.[env.lang] ?? '',
      label,
      labels: (scheme, ids) => ids.map((id) => label(scheme, id)).join(', '),
    };
    const pages = { units: unit, organisations: organisation, materials: material, events: event };
    const drawn = /** @type {any} */ (pages)[part.kind](sight, draft);
    return el(
      'section',
      { 'aria-labelledby': 'preview' },
      el('h4', { id: 'preview' }, words.preview),
      el(
        'div',
        { class: 'preview-page', 'data-preview': true },
        el('p', { class: 'preview-mark' }, words.preview_mark),
        ...drawn,
      ),
      el('p', { class: 'help' }, words.preview_rest),
    );
  }

  /**
   * How fresh a record is: said first.
   *
   * @param {TirekSight} sight
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
   * @param {TirekSight} sight
   * @param {TirekDraft} draft
   * @param {string} id
   * @returns {string} short name of an organisation
   */
  function organisationName({ env, text }, draft, id) {
    const own = draft.hostNew ? text(draft.parts[1].typed.short) : '';
    return (
      (draft.hostNew && id === TirekFilling.idOf(draft, draft.parts[1], env) && own) ||
      (env.listed('organisations')?.find((one) => one[0] === id)?.[1] ?? id)
    );
  }

  /**
   * @param {TirekSight} sight
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
    const story = draft.story?.[env.lang] ?? {};
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
      el('div', { class: 'story' }, ...markdown(story.body ?? '')),
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
    const directions = said.directions?.[env.lang] ?? [];
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
   * @param {TirekSight} sight
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
   * @param {TirekSight} sight
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
   * @param {TirekSight} sight
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

  /**
   * @param {TirekSight} sight
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

  /**
   * @param {TirekSight} sight
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
    const rows = TirekFilling.main(draft).typed.files ?? [];
    const files = (said.files ?? []).map((/** @type {any} */ file, /** @type {number} */ index) => {
      const own = env.files.get(rows[index]?.local ?? '');
      const size = own ? ` · ${TirekSteps.sizeOf(own.size)}` : '';
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
    const unitRow = env.listed('units')?.find((one) => one[0] === said.provided_by);
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
      section(t('provided_by'), el('p', {}, unitRow?.[1] ?? t('provided_by_project'))),
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

  /**
   * @param {TirekSight} sight
   * @param {TirekDraft} draft
   * @returns {HTMLElement[]}
   */
  function event(sight, draft) {
    const { env, said, t, text, label, labels } = sight;
    const host =
      env.listed('units')?.find((one) => one[0] === said.unit)?.[1] ??
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

  /**
   * The little of Markdown that stories use: paragraphs, headings, lists, bold, links as words.
   *
   * @param {string} source
   * @returns {HTMLElement[]}
   */
  function markdown(source) {
    return source
      .split(/\n\s*\n/)
      .map((block) => block.trim())
      .filter(Boolean)
      .map((block) => {
        const lines = block.split('\n');
        const heading = /^(#{2,4})\s+(.*)$/.exec(block);
        if (heading) return el('h6', { class: 'preview-heading' }, ...inline(heading[2]));
        const list = /^(?:[-*]|[0-9]+\.)\s+/;
        if (lines.every((one) => list.test(one)))
          return el(
            /^[0-9]/.test(block) ? 'ol' : 'ul',
            {},
            ...lines.map((one) => el('li', {}, ...inline(one.replace(list, '')))),
          );
        return el('p', {}, ...inline(lines.join(' ')));
      });
  }

  /**
   * @param {string} text
   * @returns {(Node | string)[]}
   */
  function inline(text) {
    const words = text.replace(/\[([^\][]+)\]\([^)\s]*\)/g, '$1').replace(/ ?\{[^}]*\}$/, '');
    return words
      .split(/(\*\*[^*]+\*\*)/)
      .map((one) => (one.startsWith('**') && one.length > 4 ? el('b', {}, one.slice(2, -2)) : one));
  }

  return { draw };
})();
