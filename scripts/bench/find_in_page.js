// Run inside a page of the built site: loads the search as its box does, and times it.
//
//   await findInPage(root, lang, query, keys): { cold, loaded, shown, total, first, again }
//
// cold: milliseconds from nothing loaded to ten results; loaded: paths of the scripts that took;
// first, again: milliseconds of each key when the query is typed letter by letter, twice.
'use strict';
// biome-ignore lint/correctness/noUnusedVariables: called by the page that this is put into
async function findInPage(root, lang, query, keys) {
  const loaded = [];
  const script = (path) =>
    new Promise((resolve, reject) => {
      const made = document.createElement('script');
      loaded.push(path);
      made.src = root + path;
      made.onload = () => resolve();
      made.onerror = () => reject(new Error(path));
      document.head.append(made);
    });
  const begun = performance.now();
  if (!window.tirekSearch?.engine) {
    const early = [];
    window.tirekSearch = { early, put: (...file) => early.push(file) };
    await Promise.all(['assets/search/engine.js', 'search/start.js'].map(script));
  }
  const engine = tirekSearch.engine({ lang, load: (name) => script(`search/${name}`) });
  const answer = await engine.find(query, { limit: 10 });
  const cold = performance.now() - begun;
  const took = [...loaded];
  const typed = async () => {
    const times = [];
    for (let end = 1; end <= query.length; end += 1) {
      const pressed = performance.now();
      await engine.find(query.slice(0, end), { limit: 7, prefix: true });
      times.push(performance.now() - pressed);
    }
    return times;
  };
  return {
    cold,
    loaded: took,
    shown: answer.hits.length,
    total: answer.total,
    failed: answer.failed,
    first: keys ? await typed() : [],
    again: keys ? await typed() : [],
  };
}
