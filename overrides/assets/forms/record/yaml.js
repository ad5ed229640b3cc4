/**
 * Writes plain data as YAML that the catalogue's strict reader reads back exactly: dicts, lists, and scalars that are all strings.
 * Knows no page: tests run it in Node.
 *
 * Non-goals: reading; numbers, booleans, anchors, tags.
 */
const TirekYaml = (() => {
  'use strict';

  const WIDTH = 100;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  // Begins with a letter and holds nothing that YAML could take for anything but words.
  const WORDS = /^[A-Za-z\u0400-\u04ff«№][A-Za-z0-9\u0400-\u04ff«»№„“”()+,;.!?/ –—_-]*$/;
  // Other readers than ours would take these for something else than text.
  const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
  // YAML's printable characters: https://yaml.org/spec/1.2.2/#51-character-set
  const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

  /**
   * @param {string} text
   * @returns {string}
   */
  function quoted(text) {
    return JSON.stringify(text).replace(
      /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }

  /**
   * A scalar on one line.
   *
   * @param {string} text
   * @returns {string}
   */
  function scalar(text) {
    const plain = WORDS.test(text) && !TAKEN.test(text) && !/ $/.test(text);
    return plain || DATE.test(text) ? text : quoted(text);
  }

  /**
   * A long text, folded at its spaces; '' where it cannot be folded without loss.
   *
   * @param {string} text
   * @param {string} indent
   * @returns {string}
   */
  function folded(text, indent) {
    if (text.length < WIDTH || !/^\S(?:.*\S)?$/.test(text)) return '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    if (/ {2}|[\x00-\x1f\x85]/.test(text) || UNPRINTABLE.test(text)) return '';
    /** @type {string[]} */
    const rows = [];
    for (const word of text.split(' ')) {
      const last = rows.length - 1;
      if (last >= 0 && indent.length + rows[last].length + 1 + word.length <= WIDTH)
        rows[last] += ` ${word}`;
      else rows.push(word);
    }
    return `>-\n${rows.map((row) => indent + row).join('\n')}`;
  }

  /**
   * @param {any} value
   * @param {string} indent of what stands inside
   * @returns {string} what follows a key or a dash, with the space or line break before it
   */
  function after(value, indent) {
    if (typeof value === 'string') return ` ${folded(value, indent) || scalar(value)}`;
    if (Array.isArray(value)) {
      if (!value.length) return ' []';
      const inside = `${indent}  `;
      return value.map((item) => `\n${indent}-${afterDash(item, inside)}`).join('');
    }
    const keys = Object.keys(value);
    if (!keys.length) return ' {}';
    return `\n${mapping(value, indent)}`;
  }

  /**
   * @param {any} item
   * @param {string} indent
   * @returns {string}
   */
  function afterDash(item, indent) {
    const isMapping = typeof item === 'object' && !Array.isArray(item) && Object.keys(item).length;
    return isMapping ? ` ${mapping(item, indent).slice(indent.length)}` : after(item, indent);
  }

  /**
   * @param {any} fields
   * @param {string} indent
   * @returns {string}
   */
  function mapping(fields, indent) {
    const inside = `${indent}  `;
    return Object.keys(fields)
      .map((key) => `${indent}${scalar(key)}:${after(fields[key], inside)}`)
      .join('\n');
  }

  /**
   * @param {any} data a mapping
   * @returns {string} with a line break at its end
   */
  function written(data) {
    return Object.keys(data).length ? `${mapping(data, '')}\n` : '{}\n';
  }

  return { written };
})();
