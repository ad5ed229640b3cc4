/**
 * Scores of documents: BM25F with the weights of the index (`tirek/search/index.py`), words of one meaning counted once.
 */
(() => {
  'use strict';

  /** What a synonym counts beside the word itself. */
  const SYNONYM = 0.7;
  /** Words of a phrase that do not stand together, for each after the first: alone they say the less the longer it is. */
  const SCATTERED = 0.65;
  /** A word that people ask with. */
  const ASKING = 0.2;
  /** A word with the letters of an abbreviation. */
  const LETTERS = 0.5;

  /**
   * How much it says that a document holds a word: little where many do.
   *
   * @param {number} count documents that hold it
   * @param {number} all
   */
  const rarity = (count, all) => Math.log(1 + (all - Math.min(all, count) + 0.5) / (count + 0.5));

  /**
   * Words that are reckoned together: those that name a concept, and a word with hyphens with its parts.
   *
   * @param {TirekSearchUnit[]} units
   * @param {TirekSearchSpan[]} spans
   * @param {number} lexicon
   */
  function groupsOf(units, spans, lexicon) {
    /**
     * Words of a phrase that are not only there for grammar; one at least.
     *
     * @param {number[]} places
     */
    const weighty = (places) => Math.max(1, places.filter((i) => !units[i].asking).length);
    const groups = spans.map((span) => ({
      members: [...span.units].sort((a, b) => a - b),
      list: span.lists[lexicon],
      apart: span.short ? LETTERS : SCATTERED ** (weighty(span.units) - 1),
    }));
    const inSpan = new Set(spans.flatMap((span) => span.units));
    units.forEach((unit, i) => {
      if (inSpan.has(i)) return;
      const parts = groups.filter(({ members }) =>
        members.some((j) => j < i && j >= i - unit.extra),
      );
      if (parts.length === 1) parts[0].members.push(i);
      else if (parts.length && parts.every(({ list }) => !list)) {
        for (const { members } of parts.slice(1)) parts[0].members.push(...members.splice(0));
        parts[0].members.push(i);
      } else groups.push({ members: [i], list: null, apart: 1 });
    });
    return groups.filter(({ members }) => members.length > 0);
  }

  /** @type {TirekSearchParts['score']} */
  function score(units, spans, lexicon, documents, size) {
    const total = new Float32Array(size);
    const cover = new Float32Array(size);
    /** @type {number[]} */
    const numbers = [];
    const part = new Float32Array(size);
    const covered = new Float32Array(size);
    const best = new Float32Array(size);
    let mass = 0;

    /**
     * Add a word's best match in each document to `part`; return how much the word weighs.
     *
     * @param {TirekSearchUnit} unit
     * @param {number[]} touched
     * @param {number} parts how much the words weigh that it stands for
     */
    function addWord(unit, touched, parts) {
      const matches = unit.matches[lexicon];
      const counts = matches.map(({ list }) => list.length / 2);
      const common = Math.max(0, ...counts);
      const asking = unit.asking ? ASKING : 1;
      const weight = asking * rarity(common, documents);
      /** @type {number[]} */
      const seen = [];
      matches.forEach(({ list, weight: share }, i) => {
        // An expansion is never worth more than the most usual of its kind: rarity alone proves nothing.
        const worth =
          (share * (weight + asking * rarity(counts[i], documents))) / 2 / tirekSearchParts.LEVELS;
        for (let k = 0; k < list.length; k += 2) {
          const n = list[k];
          const value = worth * (list[k + 1] + 0.5);
          if (!best[n]) seen.push(n);
          if (value > best[n]) best[n] = value;
        }
      });
      for (const n of seen) {
        if (!part[n]) touched.push(n);
        part[n] += best[n];
        best[n] = 0;
        covered[n] = unit.extra ? Math.max(covered[n], parts) : covered[n] + weight;
      }
      return unit.extra ? 0 : weight;
    }

    /**
     * @param {TirekSearchUnit[]} members
     * @param {Int32Array | null} list
     * @param {number} apart what their words count in a document that is not in the list
     */
    function addGroup(members, list, apart) {
      /** @type {number[]} */
      const touched = [];
      let weight = 0;
      /** @type {number[]} */
      const weights = [];
      for (const unit of members) {
        const parts = unit.extra ? weights.slice(-unit.extra).reduce((a, b) => a + b, 0) : 0;
        weights.push(addWord(unit, touched, parts));
        weight += weights[weights.length - 1];
      }
      if (list) {
        for (const n of touched) {
          part[n] *= apart;
          // Who types an abbreviation has not been answered by a word with its letters.
          if (apart === LETTERS) covered[n] *= apart;
        }
        const worth =
          (SYNONYM * Math.max(rarity(list.length / 2, documents), weight / 2)) /
          tirekSearchParts.LEVELS;
        for (let k = 0; k < list.length; k += 2) {
          const n = list[k];
          const value = worth * (list[k + 1] + 0.5);
          if (!part[n]) touched.push(n);
          part[n] = Math.max(part[n] / apart, value);
          covered[n] = Math.max(covered[n], weight * 0.95);
        }
      }
      for (const n of touched) {
        if (!total[n]) numbers.push(n);
        total[n] += part[n];
        cover[n] += covered[n];
        part[n] = 0;
        covered[n] = 0;
      }
      mass += weight;
    }

    for (const { members, list, apart } of groupsOf(units, spans, lexicon))
      addGroup(
        members.map((i) => units[i]),
        list,
        apart,
      );
    for (const n of numbers) {
      cover[n] = mass ? Math.min(1, cover[n] / mass) : 0;
      total[n] *= Math.sqrt(cover[n]);
    }
    return { numbers, score: total, cover };
  }

  tirekSearchParts.score = score;
})();
