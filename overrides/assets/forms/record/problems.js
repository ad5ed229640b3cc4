/**
 * What is wrong with a record by itself. Knows no page: tests run it in Node.
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
 * @typedef {{id: string, has: (target: string, id: string) => boolean, lacks?: string, mayLack?: boolean}} TirekKnown what references may
 *   name; which language's texts may be missing, and whether the record could say so
 */

const TirekRecord = (() => {
  'use strict';
  const { RULES } = TirekRules;
  const { MARK } = TirekPlain;

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
          .filter((lang) => value[lang] === undefined && lang !== known.lacks)
          .map((lang) => ({
            path: `${path}.${lang}`,
            code: known.mayLack ? 'translation-missing' : 'language-missing',
          }));
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
    if (!inside) {
      const mayLack = types[type].fields.some(({ name }) => name === MARK);
      known = { ...known, mayLack, lacks: mayLack ? value[MARK] : undefined };
    }
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

  return { problems };
})();
