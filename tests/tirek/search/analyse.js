/**
 * What the browser's code makes of texts, for comparison with Python.
 *
 * `node analyse.js FOLDER`: reads `{start, texts}` from standard input; writes for each text its words, their Kazakh and their
 * Russian stems, and its CRC-32.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const [folder] = process.argv.slice(2);
for (const name of ['words.js', 'stems.js', 'codes.js'])
  vm.runInThisContext(readFileSync(join(folder, name), 'utf8'), name);

const parts = globalThis.tirekSearchParts;
const { start, texts } = JSON.parse(readFileSync(0, 'utf8'));
const kazakh = parts.kazakh(start.kazakh);
const russian = parts.russian(start.russian);
const made = texts.map((text) => {
  const words = parts.tokens(text).flat();
  const stems = [kazakh, russian].map((stem) =>
    words.map((word) => (parts.isWord(word) ? stem(word) : word)),
  );
  return [words, ...stems, parts.crc32(text)];
});
process.stdout.write(JSON.stringify(made));
