/**
 * What a look-up chooses from: rows that are there, or records of the catalogue. A kind with few records comes as one list; of a kind with
 * many the site's search engine finds them, so that nobody loads all names to choose one.
 *
 * Non-goals: drawing (`combobox.js`).
 */

/**
 * `pause`: milliseconds without a key after which it is worth asking.
 *
 * @typedef {[id: string, label: string, words: string, line?: string, ...more: any[]]} TirekRow
 * @typedef {{rows: TirekRow[], more: number, said: string}} TirekFound rows to show, how many more there are, what to say besides
 * @typedef {{find: (typed: string) => Promise<TirekFound>, name: (id: string) => string, exact: (typed: string) => TirekRow | undefined,
 *   arrive: (ids: string[]) => Promise<void>, pause: number}} TirekSource
 */

const TirekSources = (() => {
  'use strict';
  const { fold } = TirekText;
  const AT_ONCE = 40;
  /** Hits asked for at a time, and times: other kinds of pages are among them. */
  const HITS = 12;
  const TURNS = 3;
  const SHORTEST = 3;
  const PAUSE = 200;

  /**
   * Rows that hold every word; those first whose label begins as typed.
   *
   * @param {TirekRow[]} rows
   * @param {string} typed
   * @returns {TirekRow[]}
   */
  function matching(rows, typed) {
    const folded = fold(typed);
    const parts = folded.split(/\s+/).filter(Boolean);
    const found = rows.filter((row) => parts.every((part) => row[2].includes(part)));
    if (!parts.length) return found;
    const begins = found.filter((row) => fold(row[1]).startsWith(folded));
    return [...begins, ...found.filter((row) => !begins.includes(row))];
  }

  /**
   * @param {TirekRow[]} rows
   * @param {string} typed
   * @returns {TirekRow | undefined} the one that was typed in full
   */
  function meant(rows, typed) {
    const wanted = fold(typed);
    return rows.find((row) => fold(row[1]) === wanted || row[0] === typed);
  }

  /**
   * @param {TirekRow[]} rows
   * @param {string} [said]
   * @returns {TirekFound}
   */
  const found = (rows, said = '') => ({
    rows: rows.slice(0, AT_ONCE),
    more: Math.max(0, rows.length - AT_ONCE),
    said,
  });

  /**
   * @param {TirekRow[]} rows
   * @returns {TirekSource}
   */
  function ofRows(rows) {
    return {
      find: async (typed) => found(matching(rows, typed)),
      name: (id) => rows.find((row) => row[0] === id)?.[1] ?? id,
      exact: (typed) => meant(rows, typed),
      arrive: async () => undefined,
      pause: 0,
    };
  }

  /**
   * Records by the words of their pages, best first.
   *
   * @param {string[]} kinds
   * @param {string} typed
   * @returns {Promise<TirekRow[]>} ids with the kind before them
   */
  async function searched(kinds, typed) {
    if (!tirek.answers) await tirek.load('assets/search/answer.js');
    const engine = await /** @type {Tirek.Answers} */ (tirek.answers).engine();
    /** @type {TirekRow[]} */
    const rows = [];
    for (let turn = 0; turn < TURNS && rows.length < HITS; turn += 1) {
      const given = { limit: HITS, offset: turn * HITS, prefix: true };
      const { hits, total } = await engine.find(typed, given);
      for (const { id, title, line } of hits)
        if (kinds.some((kind) => id.startsWith(`${kind}/`))) rows.push([id, title, '', line]);
      if (total <= given.offset + HITS) break;
    }
    return rows;
  }

  /**
   * Records of some kinds. Of several kinds the ids have the kind before them: `units/…`.
   *
   * @param {string[]} kinds
   * @param {Record<string, string>} words
   * @param {TirekRow[]} [extra] rows besides
   * @returns {TirekSource}
   */
  function ofRecords(kinds, words, extra = []) {
    const whole = kinds.length > 1;
    const short = kinds.filter(TirekData.isListed);
    const long = kinds.filter((kind) => !short.includes(kind));
    /** @type {Map<string, TirekRow>} every row that was shown */
    const seen = new Map(extra.map((row) => [row[0], row]));

    /** @param {string} id @returns {[kind: string, id: string]} */
    const parted = (id) => {
      const slash = id.indexOf('/');
      return whole ? [id.slice(0, slash), id.slice(slash + 1)] : [kinds[0], id];
    };

    /** @param {string} kind @param {string} id */
    const joined = (kind, id) => (whole ? `${kind}/${id}` : id);

    /** @returns {Promise<TirekRow[]>} */
    async function listed() {
      const lists = await Promise.all(short.map((kind) => TirekData.list(kind)));
      return lists.flatMap((rows, i) =>
        rows.map(([id, ...rest]) => /** @type {TirekRow} */ ([joined(short[i], id), ...rest])),
      );
    }

    /**
     * @param {string} typed
     * @returns {Promise<TirekRow[]>}
     */
    async function byId(typed) {
      const ids = long.map((kind) => joined(kind, parted(typed)[1] || typed));
      await arrive(ids);
      return ids
        .filter((id) => TirekData.arrived(...parted(id)))
        .map((id) => [id, name(id), '', id]);
    }

    /**
     * @param {string} typed
     * @returns {Promise<TirekRow[]>}
     */
    async function sought(typed) {
      const [own, hits] = await Promise.all([
        /^[a-z0-9/-]+$/.test(typed) ? byId(typed) : [],
        searched(long, typed),
      ]);
      const others = hits.map(
        ([id, ...rest]) =>
          /** @type {TirekRow} */ ([whole ? id : id.slice(id.indexOf('/') + 1), ...rest]),
      );
      return [...own, ...others.filter(([id]) => !own.some((row) => row[0] === id))];
    }

    /** @type {TirekSource['find']} */
    async function find(typed) {
      let said = '';
      /** @type {TirekRow[]} */
      let rows = [];
      try {
        rows = matching([...extra, ...(await listed())], typed);
        if (long.length && typed.length < SHORTEST) said = words.type_more;
        else if (long.length) rows = [...rows, ...(await sought(typed))];
      } catch {
        said = words.list_failed;
      }
      for (const row of rows) seen.set(row[0], row);
      return found(rows, said);
    }

    /** @type {TirekSource['name']} */
    function name(id) {
      const row = seen.get(id);
      if (row) return row[1];
      const [kind, own] = parted(id);
      return (
        TirekData.listed(kind)?.find((one) => one[0] === own)?.[1] ?? TirekRecords.name(kind, own)
      );
    }

    /** @type {TirekSource['arrive']} */
    async function arrive(ids) {
      await Promise.all(
        ids.map((id) => {
          const [kind, own] = parted(id);
          const isOne = kinds.includes(kind) && !extra.some((row) => row[0] === id);
          return isOne ? TirekRecords.arrive(kind, [own]) : undefined;
        }),
      );
    }

    /** @type {TirekSource['exact']} */
    const exact = (typed) => meant([...seen.values()], typed);

    return { find, name, exact, arrive, pause: long.length ? PAUSE : 0 };
  }

  return { ofRows, ofRecords };
})();
