/**
 * Where the words of a hit stand on the opened page: the words come as stems, and the page knows nothing of the index.
 */
(() => {
  'use strict';

  /** @type {TirekSearch.Global['ranges']} */
  function ranges(text, words) {
    /** @param {string} begin */
    const like = (begin) => {
      // Before a vowel Kazakh says мектебі for мектеп, оқулығы for оқулық.
      const soft = begin.replace(/[пк]$/, (last) => (last === 'п' ? 'б' : 'г'));
      // Russian says площадок for площадка, and списка for список.
      const full = ['о', 'е'].map((vowel) => begin.replace(/[кц]$/, (last) => vowel + last));
      const spelt = [begin, soft, ...full];
      const most = begin.length + Math.min(9, begin.length * 2);
      return (/** @type {string} */ word) =>
        word.length <= most && spelt.some((each) => word.startsWith(each));
    };
    const alone = words.filter((word) => word.length > 1 && !word.includes('+')).map(like);
    const phrases = words.filter((word) => word.includes('+'));
    return tirekSearchParts.ranges(
      text,
      (word) => alone.some((is) => is(word)),
      phrases.map((phrase) => phrase.split('+').map(like)),
    );
  }

  tirekSearchParts.rangesLike = ranges;
})();
