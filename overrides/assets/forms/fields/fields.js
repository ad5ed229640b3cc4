/**
 * Draws the fields of a form from the shapes of the model.
 *
 * Non-goals: what fields there are (the form's data says it), what is right (`record.js`), keeping (`draft.js`).
 */

const TirekFields = (() => {
  'use strict';
  const { both, lines, text } = TirekBoxes;
  const { date } = TirekDates;
  const { options, languages, reference } = TirekChoices;
  const { group } = TirekFrame;

  /**
   * All fields of a record that lies inside another.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {string} path
   * @param {boolean} must whether the record itself is there, so that its fields may be required
   * @returns {HTMLElement[]}
   */
  function record(sheet, type, path, must) {
    return sheet.types[type].fields
      .filter((field) => !(type === 'Figure' && field.name === 'id'))
      .map((field) =>
        draw(sheet, type, must ? field : { ...field, required: false }, `${path}.${field.name}`),
      );
  }

  /**
   * One field of the model.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {TirekField} field
   * @param {string} path
   * @returns {HTMLElement}
   */
  function draw(sheet, type, { name, required, shape }, path) {
    const said = sheet.said(`${type}.${name}`);
    switch (shape.t) {
      case 'both':
      case 'either':
        return both(sheet, path, said, required, false);
      case 'lists':
        return both(sheet, path, said, required, true);
      case 'date':
        return date(sheet, path, said, required, Boolean(shape.full));
      case 'yesno':
        return options(
          sheet,
          path,
          { ...said, label: said.label },
          required,
          [
            ['true', sheet.words.yes],
            ['', sheet.words.unsaid],
          ],
          false,
        );
      case 'choice':
        if (name === TirekPlain.MARK) return languages(sheet, path, said);
        return options(
          sheet,
          path,
          said,
          required,
          [
            ...shape.of.map((/** @type {string} */ one) => [
              one,
              one === 'kk' ? sheet.words.in_kk : sheet.words.in_ru,
            ]),
            ['', sheet.words.unsaid],
          ],
          false,
        );
      case 'ref':
        return reference(sheet, path, said, required, shape, false);
      case 'map':
        return group(sheet, path, said, required, () =>
          (shape.keys ?? []).map((key) => {
            const label =
              (sheet.schemes['vocabularies/clauses'] ?? []).find((row) => row[0] === key)?.[1] ??
              key;
            return reference(
              sheet,
              `${path}.${key.replace('.', '\u2024')}`,
              { label, help: '' },
              true,
              shape.of,
              false,
            );
          }),
        );
      case 'record':
        return group(sheet, path, said, required, () => record(sheet, shape.of, path, required));
      case 'list': {
        const item = shape.of;
        if (item.t === 'record') return TirekRepeated.records(sheet, path, said, required, item.of);
        if (item.t === 'either') return TirekRepeated.texts(sheet, path, said, required);
        if (item.t === 'ref')
          return reference(sheet, path, said, required || Boolean(shape.least), item, true);
        return lines(sheet, path, said, required);
      }
      default:
        return text(
          sheet,
          path,
          said,
          required,
          shape.t === 'number' ? { inputmode: 'decimal', size: '10' } : {},
        );
    }
  }

  /**
   * A field of the record itself, marked with its name.
   *
   * @param {TirekSheet} sheet
   * @param {string} type
   * @param {TirekField} field
   * @param {string} path
   * @returns {HTMLElement}
   */
  function drawn(sheet, type, field, path) {
    const made = draw(sheet, type, field, path);
    made.dataset.name = field.name;
    return made;
  }

  return { draw: drawn, record };
})();
