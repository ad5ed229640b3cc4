/**
 * What somebody has typed so far: kept in this browser, so that nothing is lost when the page is closed or reloads.
 *
 * One draft a form and record, under `tirek:draft:<what>`. Where storage is off or full, `kept` says so and the page tells it.
 *
 * Non-goals: files that were chosen (a browser gives them only to the page that was open), drafts on other devices.
 */

/**
 * @typedef {{kind: string, id: string, typed: any, part: string}} TirekPart a record that is filled in
 * @typedef {{v: number, mode: string, kind: string, id: string, parts: TirekPart[], base: Record<string, string>, begun: any, story: any,
 *   sender: any, note: string, page: string, title: string, step: number, saved: string, hostNew: boolean, tried: string[]}} TirekDraft
 */

const TirekDrafts = (() => {
  'use strict';
  const PREFIX = 'tirek:draft:';
  const VERSION = 1;
  let works = true;

  /**
   * @param {string} what
   * @returns {TirekDraft | undefined}
   */
  function read(what) {
    try {
      const draft = JSON.parse(localStorage.getItem(PREFIX + what) ?? 'null');
      return draft && draft.v === VERSION ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * @param {string} what
   * @param {TirekDraft} draft
   * @returns {boolean} whether it is kept
   */
  function keep(what, draft) {
    try {
      localStorage.setItem(
        PREFIX + what,
        JSON.stringify({ ...draft, v: VERSION, saved: new Date().toISOString() }),
      );
      works = true;
    } catch {
      works = false;
    }
    return works;
  }

  /**
   * @param {string} what
   * @returns {void}
   */
  function drop(what) {
    try {
      localStorage.removeItem(PREFIX + what);
    } catch {
      // What could not be kept need not be dropped.
    }
  }

  /**
   * @returns {[string, TirekDraft][]} the newest first
   */
  function all() {
    /** @type {[string, TirekDraft][]} */
    const found = [];
    try {
      for (let i = 0; i < localStorage.length; i += 1) {
        const key = localStorage.key(i) ?? '';
        const draft = key.startsWith(PREFIX) ? read(key.slice(PREFIX.length)) : undefined;
        if (draft) found.push([key.slice(PREFIX.length), draft]);
      }
    } catch {
      return [];
    }
    return found.sort(([, a], [, b]) => (a.saved < b.saved ? 1 : -1));
  }

  return { read, keep, drop, all, works: () => works };
})();
