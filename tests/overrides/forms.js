/**
 * Runs the form's scripts, which are named, without a page: takes JSON from standard input,
 * `{forms, ids, cases: [{kind, id, typed}]}`, and prints for each case the YAML it becomes and the problems found.
 */
const fs = require('node:fs');
const vm = require('node:vm');

// Without those that need a page: only what they know is asked here.
for (const name of process.argv.slice(2)) vm.runInThisContext(fs.readFileSync(name, 'utf8'), name);

const { forms, ids, cases, texts } = JSON.parse(fs.readFileSync(0, 'utf8'));
const [made, record, yaml, text, personal] = vm.runInThisContext(
  '[TirekPlain, TirekRecord, TirekYaml, TirekText, TirekPersonal]',
);
const known = Object.fromEntries(
  Object.entries(ids ?? {}).map(([key, all]) => [key, new Set(all)]),
);

const results = (cases ?? []).map(({ kind, id, typed }) => {
  const { types, root } = forms[kind];
  const plain = made.plain(types, root, typed);
  const has = (target, name) => known[target].has(name);
  return { yaml: yaml.written(plain), problems: record.problems(types, root, plain, { id, has }) };
});
const folded = (texts ?? []).map((one) => ({
  normal: made.normal(one),
  slug: text.slug(one),
  personal: personal.hasPersonalNumber(one),
  yaml: yaml.written({ text: made.normal(one), list: [made.normal(one)] }),
}));
process.stdout.write(JSON.stringify({ results, texts: folded }));
