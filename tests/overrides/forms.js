/**
 * Runs the form's scripts, which lie in the folder that is named, without a page: takes JSON from standard input,
 * `{forms, ids, cases: [{kind, id, typed}]}`, and prints for each case the YAML it becomes and the problems found.
 */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const [folder] = process.argv.slice(2);
for (const name of ['text', 'record', 'yaml', 'package', 'filling'])
  vm.runInThisContext(fs.readFileSync(path.join(folder, `${name}.js`), 'utf8'), name);

const { forms, ids, cases, texts } = JSON.parse(fs.readFileSync(0, 'utf8'));
const [record, yaml, text] = vm.runInThisContext('[TirekRecord, TirekYaml, TirekText]');
const known = Object.fromEntries(
  Object.entries(ids ?? {}).map(([key, all]) => [key, new Set(all)]),
);

const results = (cases ?? []).map(({ kind, id, typed }) => {
  const { types, root } = forms[kind];
  const plain = record.plain(types, root, typed);
  const has = (target, name) => known[target].has(name);
  return { yaml: yaml.written(plain), problems: record.problems(types, root, plain, { id, has }) };
});
const folded = (texts ?? []).map((one) => ({
  normal: record.normal(one),
  slug: text.slug(one),
  personal: text.hasPersonalNumber(one),
  yaml: yaml.written({ text: record.normal(one), list: [record.normal(one)] }),
}));
process.stdout.write(JSON.stringify({ results, texts: folded }));
