/**
 * Rules between two fields of a record, by the names that `tirek/model/rules.py` gives them.
 */

const TirekRules = (() => {
  'use strict';

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

  return { RULES };
})();
