/**
 * Places in what is typed: `serves.0.what.kk`.
 */

const TirekPath = (() => {
  'use strict';

  // A field's name may hold a dot (clause 2.1); in a path this stands for it.
  const DOT = '\u2024';
  /** @param {string} path */
  const stepsOfPath = (path) => path.split('.').map((step) => step.replace(DOT, '.'));

  /**
   * @param {any} data
   * @param {string} path
   * @returns {any}
   */
  function got(data, path) {
    return stepsOfPath(path).reduce((inside, step) => inside?.[step], data);
  }

  /**
   * @param {any} data
   * @param {string} path
   * @param {any} value
   * @returns {void}
   */
  function put(data, path, value) {
    const steps = stepsOfPath(path);
    let inside = data;
    steps.slice(0, -1).forEach((step, i) => {
      inside[step] = inside[step] ?? (/^[0-9]+$/.test(steps[i + 1]) ? [] : {});
      inside = inside[step];
    });
    inside[steps[steps.length - 1]] = value;
  }

  return { got, put };
})();
