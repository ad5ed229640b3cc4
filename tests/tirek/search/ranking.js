/** Ranks as the browser does: reads `{size, scores}`, a score and a share by number for either language, writes what `rank` makes of it. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const [folder] = process.argv.slice(2);
globalThis.tirekSearchParts = {};
vm.runInThisContext(readFileSync(join(folder, 'ranking.js'), 'utf8'), 'ranking.js');

const { size, scores } = JSON.parse(readFileSync(0, 'utf8'));
globalThis.tirekSearchParts.score = (_units, _spans, lexicon) => {
  const of = scores[lexicon];
  const score = new Float32Array(size);
  const cover = new Float32Array(size);
  for (const [n, value, share] of of) [score[n], cover[n]] = [value, share];
  return { numbers: of.map(([n]) => n), score, cover };
};
const { numbers, language, proper } = globalThis.tirekSearchParts.rank([], [], [{}, {}], size);
process.stdout.write(
  JSON.stringify({ numbers, languages: numbers.map((n) => language[n]), proper }),
);
