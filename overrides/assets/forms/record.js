/**
 * What a record that somebody types is worth: its plain data, and what is wrong with it. Knows no page: tests run it in Node.
 *
 * The model arrives as data (`tirek/model/shape.py` and `tirek/model/rules.py` tell it): types with their fields, shapes and rules. What
 * is checked here is what `tirek check` checks of one record by itself; what holds between records it alone knows.
 *
 * Non-goals: messages (the page has words for every code), reading YAML.
 */

/**
 * @typedef {{t: string, of?: any, to?: string, also?: string[], pattern?: string, longest?: number, code?: string, full?: boolean,
 *   least?: number, keys?: string[]}} TirekShape
 * @typedef {{name: string, required: boolean, seen: boolean, shape: TirekShape}} TirekField
 * @typedef {{rule: string, field: string, other: string, code: string, blamed?: string, equals?: string}} TirekRule
 * @typedef {Record<string, {fields: TirekField[], rules: TirekRule[]}>} TirekTypes
 * @typedef {{path: string, code: string, value?: string, nearest?: string}} TirekProblem
 * @typedef {{id: string, has: (target: string, id: string) => boolean}} TirekKnown what references may name
 */

const TirekRecord = (() => {
  'use strict';

  // Python's white space; JavaScript's own class differs in a few characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are white space to Python.
  const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const LONE_SURROGATE = /\p{Cs}/gu;

  /**
   * One line of words: NFC, single spaces.
   *
   * @param {any} text
   * @returns {string}
   */
  function normal(text) {
    return String(text ?? '')
      .replace(LONE_SURROGATE, '\ufffd')
      .normalize('NFC')
      .split(SPACES)
      .filter(Boolean)
      .join(' ');
  }

  /**
   * Plain data of what was typed: without what is empty, fields in the model's order.
   *
   * @param {TirekTypes} types
   * @param {TirekShape} shape
   * @param {any} value
   * @returns {any} undefined where nothing is left
   */
  function pruned(types, shape, value) {
    if (value === undefined || value === null) return undefined;
    switch (shape.t) {
      case 'both':
      case 'either':
        return kept({ kk: normal(value.kk) || undefined, ru: normal(value.ru) || undefined });
      case 'lists':
        return kept({ kk: lines(value.kk), ru: lines(value.ru) });
      case 'list': {
        const items = Array.from(value, (/** @type {any} */ item) => pruned(types, shape.of, item));
        const full = items.filter((item) => item !== undefined);
        return full.length ? full : undefined;
      }
      case 'map':
        return kept(
          Object.fromEntries(
            (shape.keys ?? []).map((key) => [key, pruned(types, shape.of, value[key])]),
          ),
        );
      case 'record':
        return prunedRecord(types, shape.of, value, false);
      case 'yesno':
        return value === 'true' ? 'true' : undefined;
      default:
        return normal(value) || undefined;
    }
  }

  /**
   * @param {TirekTypes} types
   * @param {string} type
   * @param {any} value
   * @param {boolean} whole whether what the model requires is written even where it is empty
   * @returns {any}
   */
  function prunedRecord(types, type, value, whole) {
    /** @type {any} */
    const result = {};
    for (const field of types[type].fields) {
      let found = pruned(types, field.shape, value[field.name]);
      if (found === undefined && whole && field.required) {
        if (field.shape.t === 'list') found = [];
        else if (field.shape.t === 'record') found = {};
      }
      if (found !== undefined) result[field.name] = found;
    }
    return whole ? result : kept(result);
  }

  /**
   * @param {any} texts
   * @returns {string[] | undefined}
   */
  function lines(texts) {
    const full = (texts ?? []).map(normal).filter(Boolean);
    return full.length ? full : undefined;
  }

  /**
   * @param {any} fields
   * @returns {any}
   */
  function kept(fields) {
    const full = Object.entries(fields).filter(([, value]) => value !== undefined);
    return full.length ? Object.fromEntries(full) : undefined;
  }

  /**
   * @param {string} value
   * @param {boolean} full
   * @returns {string} the problem's code, or ''
   */
  function dateProblem(value, full) {
    const parts = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(value);
    if (!parts) return 'value-not-date';
    const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    if (!year || !days || day < 1 || day > days) return 'value-not-date';
    return full && !parts[3] ? 'value-not-full-date' : '';
  }

  /**
   * @param {TirekTypes} types
   * @param {TirekShape} shape
   * @param {any} value pruned
   * @param {string} path
   * @param {TirekKnown} known
   * @returns {TirekProblem[]}
   */
  function shapeProblems(types, shape, value, path, known) {
    /** @param {string} code @returns {TirekProblem[]} */
    const blame = (code) => [{ path, code, value: String(value) }];
    switch (shape.t) {
      case 'text':
      case 'number':
        if (!shape.pattern) return [];
        return new RegExp(`^(?:${shape.pattern})$`, 'u').test(value) &&
          !(shape.longest && [...value].length > shape.longest)
          ? []
          : blame(shape.code ?? '');
      case 'date': {
        const code = dateProblem(value, Boolean(shape.full));
        return code ? blame(code) : [];
      }
      case 'choice':
        return shape.of.includes(value) ? [] : blame('value-not-allowed');
      case 'ref':
        if (shape.also?.includes(value) || known.has(shape.to ?? '', value)) return [];
        return blame(
          shape.to?.startsWith('vocabularies/') ? 'concept-unknown' : 'reference-unknown',
        );
      case 'both':
        return ['kk', 'ru']
          .filter((lang) => value[lang] === undefined)
          .map((lang) => ({ path: `${path}.${lang}`, code: 'language-missing' }));
      case 'list':
        if (value.length < (shape.least ?? 0)) return [{ path, code: 'list-too-short' }];
        return value.flatMap((/** @type {any} */ item, /** @type {number} */ index) =>
          shapeProblems(types, shape.of, item, `${path}.${index}`, known),
        );
      case 'map':
        return Object.keys(value).flatMap((key) =>
          shapeProblems(types, shape.of, value[key], `${path}.${key}`, known),
        );
      case 'record':
        return problems(types, shape.of, value, known, path);
      default:
        return [];
    }
  }

  /** @type {Record<string, (rule: TirekRule, value: any, other: any, id: string) => Partial<TirekProblem> | undefined>} */
  const RULES = {
    NotBefore: (_, value, other) =>
      value && other && value < other ? { value, nearest: other } : undefined,
    Inside: (_, value, other) =>
      value && other && !value.startsWith(other) ? { value } : undefined,
    Without: (rule, value, other) => {
      const both = value && value !== 'false' && other && (other.length ?? 1) > 0;
      return both ? { path: rule.blamed ?? '' } : undefined;
    },
    OneOfTwo: (_, value, other) =>
      other !== undefined && (other === null) === (value === null) ? {} : undefined,
    OnlyWhere: (rule, value, other) =>
      value !== null && (other ?? null) !== null && other !== rule.equals
        ? { value: other }
        : undefined,
    UnlessOther: (rule, value, other) =>
      (other ?? null) !== null && (other === rule.equals) !== (value === null)
        ? { value: other, path: rule.other }
        : undefined,
    NamesRecord: (_, value, other, id) =>
      (other ?? null) !== null && id !== `${value}-${other}`
        ? { value: id, nearest: `${value}-${other}`, path: 'id' }
        : undefined,
    NotItself: (rule, value, _, id) => {
      const index = (value ?? []).indexOf(id);
      return index < 0 ? undefined : { value: id, path: `${rule.field}.${index}` };
    },
  };

  /**
   * Every problem of a record by itself, in the order of the model's fields.
   *
   * @param {TirekTypes} types
   * @param {string} type
   * @param {any} value plain, as `plain` gives it
   * @param {TirekKnown} known
   * @param {string} [inside] path of the record, '' for a whole one
   * @returns {TirekProblem[]}
   */
  function problems(types, type, value, known, inside = '') {
    /** @param {string} name */
    const at = (name) => (inside ? `${inside}.${name}` : name);
    /** @type {Map<string, TirekProblem[]>} */
    const found = new Map();
    for (const { name, required, shape } of types[type].fields) {
      const given = value[name];
      if (given === undefined)
        found.set(name, required ? [{ path: at(name), code: 'field-missing' }] : []);
      else found.set(name, shapeProblems(types, shape, given, at(name), known));
    }
    for (const rule of types[type].rules) {
      const field = types[type].fields.find((one) => one.name === rule.field);
      const mine = found.get(rule.field);
      if (!field || !mine || mine.length) continue; // what is wrong itself is not compared
      const given = value[rule.field] ?? null;
      if (given === null && !field.seen) continue;
      const other = found.get(rule.other)?.length ? undefined : (value[rule.other] ?? null);
      const broken = RULES[rule.rule](rule, given, other, known.id);
      if (broken) mine.push({ code: rule.code, ...broken, path: at(broken.path || rule.field) });
    }
    return [...found.values()].flat();
  }

  /**
   * The record as its YAML will hold it.
   *
   * @param {TirekTypes} types
   * @param {string} type
   * @param {any} typed
   * @returns {any}
   */
  const plain = (types, type, typed) => prunedRecord(types, type, typed, true);

  return { normal, plain, problems, RULES };
})();
