/**
 * Runs the site's own search engine in Node on an index in a folder.
 *
 * `node run.js ENGINE INDEX`: reads `{lang, query, options}` a line from standard input, writes the answer a line. The engine
 * and the files of the index are classic scripts, so each is run in one context, as a page runs them.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const vm = require('node:vm');

const [engine, folder] = process.argv.slice(2);
vm.runInThisContext(readFileSync(engine, 'utf8'), engine);

const load = async (name) => {
  const path = join(folder, name);
  vm.runInThisContext(readFileSync(path, 'utf8'), path);
};

const engines = new Map();

async function main() {
  for await (const line of createInterface({ input: process.stdin })) {
    const { lang, query, options } = JSON.parse(line);
    if (!engines.has(lang)) engines.set(lang, globalThis.tirekSearch.engine({ lang, load }));
    const answer = await engines.get(lang).find(query, options);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

main();
