/**
 * Scores of documents: BM25F with the weights of the index (`tirek/search/index.py`), words of one meaning counted once.
 */
(() => {
  'use strict';

  /** A synonym counts nearly as much as the word itself. */
  const SYNONYM = 0.8;

  /**
   * How much it says that a document holds a word: little where many do.
   *
   * @param {number} count documents that hold it
   * @param {number} all
   */
  const rarity = (count, all) => Math.log(1 + (all - Math.min(all, count) + 0.5) / (count + 0.5));

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
     */
    function addWord(unit, touched) {
      const matches = unit.matches[lexicon];
      const counts = matches.map(({ list }) => list.length / 2);
      const common = Math.max(0, ...counts);
      const weight = rarity(common, documents);
      /** @type {number[]} */
      const seen = [];
      matches.forEach(({ list, weight: share }, i) => {
        // An expansion is never worth more than the most usual of its kind: rarity alone proves nothing.
        const worth =
          (share * (weight + rarity(counts[i], documents))) / 2 / tirekSearchParts.LEVELS;
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
        if (!unit.extra) covered[n] += weight;
      }
      return unit.extra ? 0 : weight;
    }

    /**
     * @param {TirekSearchUnit[]} members
     * @param {Int32Array | null} list
     */
    function addGroup(members, list) {
      /** @type {number[]} */
      const touched = [];
      let weight = 0;
      for (const unit of members) weight += addWord(unit, touched);
      if (list) {
        const worth =
          (SYNONYM * Math.max(rarity(list.length / 2, documents), weight / 2)) /
          tirekSearchParts.LEVELS;
        for (let k = 0; k < list.length; k += 2) {
          const n = list[k];
          const value = worth * (list[k + 1] + 0.5);
          if (!part[n]) touched.push(n);
          if (value > part[n]) part[n] = value;
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

    const inSpan = new Set(spans.flatMap((span) => span.units));
    units.forEach((unit, i) => {
      if (!inSpan.has(i)) addGroup([unit], null);
    });
    for (const span of spans)
      addGroup(
        span.units.map((i) => units[i]),
        span.lists[lexicon],
      );
    for (const n of numbers) {
      cover[n] = mass ? Math.min(1, cover[n] / mass) : 0;
      total[n] *= Math.sqrt(cover[n]);
    }
    return { numbers, score: total, cover };
  }

  tirekSearchParts.score = score;
})();
