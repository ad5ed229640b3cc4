/** Narrows by columns as the browser does: reads `{size, labels, columns, numbers, choices}`, writes what is left and the counts. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const [folder] = process.argv.slice(2);
for (const name of ['words.js', 'codes.js', 'store.js', 'facets.js'])
  vm.runInThisContext(readFileSync(join(folder, name), 'utf8'), name);

const { size, labels, columns, numbers, choices } = JSON.parse(readFileSync(0, 'utf8'));
const files = { start: { size }, 'facets-kk': labels, columns };
const store = { file: async (name) => files[name] };
const facets = globalThis.tirekSearchParts.facets(store, 'kk');
facets.load().then(() => {
  process.stdout.write(JSON.stringify(facets.narrow(numbers, choices)));
});
