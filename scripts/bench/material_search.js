// What Material for MkDocs finds: its own search worker, as its wheel brings it, run by Node.
//
//   node material_search.js JAVASCRIPTS < {docs: [{location, title, text}], queries: [text]}
//
// prints, for each query, the locations found, best first. JAVASCRIPTS is the theme's folder
// assets/javascripts. Settings are those that the theme has for a Russian site; it knows no Kazakh.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const folder = path.resolve(process.argv[2]);
const workers = path.join(folder, 'workers');
const worker = fs.readdirSync(workers).find((name) => /^search\..*\.js$/.test(name));
const asked = JSON.parse(fs.readFileSync(0, 'utf8'));

/** The worker's `self`: what it posts goes to whoever waits. */
const scope = { console, TextDecoder, TextEncoder };
scope.self = scope;
scope.globalThis = scope;
let answered;
scope.postMessage = (message) => answered(message);
scope.addEventListener = (type, listener) => {
  scope[`on${type}`] = listener;
};
const context = vm.createContext(scope);
const run = (file) => vm.runInContext(fs.readFileSync(file, 'utf8'), context, { filename: file });
scope.importScripts = (...names) => {
  for (const name of names) run(path.resolve(workers, name));
};
run(path.join(workers, worker));

/** Post a message as the page does and wait for the answer. */
function post(message) {
  return new Promise((resolve) => {
    answered = resolve;
    scope.onmessage({ data: message });
  });
}

async function main() {
  const config = {
    lang: ['ru'],
    separator: '[\\s\\-]+',
    pipeline: ['stopWordFilter'],
    fields: { title: { boost: 1e3 }, text: { boost: 1 }, tags: { boost: 1e6 } },
  };
  await post({ type: 0, data: { config, docs: asked.docs, options: { suggest: false } } });
  const found = [];
  for (const query of asked.queries) {
    const answer = await post({ type: 2, data: query });
    found.push(answer.data.items.map((pages) => pages[0].location));
  }
  process.stdout.write(JSON.stringify(found));
}

main();
