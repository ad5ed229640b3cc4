/**
 * The files of a material: those that the catalogue has, and those chosen here.
 */

const TirekFiles = (() => {
  'use strict';
  const { el, refill, say } = TirekDom;
  const { filled } = TirekText;
  const LARGE = 20 * 1024 * 1024;

  /**
   * The files of a material: those that the catalogue has, and those chosen here.
   *
   * @param {TirekDesk} desk
   * @param {TirekPart} part
   * @param {TirekSheet} sheet
   * @returns {HTMLElement}
   */
  function fileField(desk, part, sheet) {
    const { env } = desk;
    const { words } = env.words;
    const said = sheet.said('Material.files');
    const form = env.forms.materials;
    const made = TirekFrame.group(sheet, 'files', said, false, (id) => {
      const holder = el('div', { class: 'items' });
      const trouble = el('p', { class: 'field-error', hidden: true });
      const chooser = el('input', {
        type: 'file',
        multiple: true,
        id: `${id}-choose`,
        class: 'input',
        'aria-describedby': `${id}-kept`,
      });
      const language = form.types.File.fields.filter(({ name }) => name === 'language');
      const drawRows = () => {
        const rows = sheet.get('files') ?? [];
        refill(
          holder,
          ...rows.map((/** @type {any} */ row, /** @type {number} */ index) => {
            const file = row.local && env.files.get(row.local);
            const name = row.local || row.path;
            const error = el('p', { class: 'field-error', hidden: true });
            const remove = el(
              'button',
              {
                type: 'button',
                class: 'button quiet',
                onclick: () => {
                  env.files.delete(row.local);
                  sheet.set(
                    'files',
                    rows.filter((/** @type {any} */ one) => one !== row),
                  );
                  drawRows();
                  say(filled(words.removed, { what: name }));
                  chooser.focus();
                },
              },
              filled(words.remove, { what: name }),
            );
            TirekFrame.place(sheet, `files.${index}`, name, error, () => [remove]);
            return el(
              'fieldset',
              { class: 'item' },
              el('legend', {}, name),
              el(
                'p',
                { class: 'help' },
                file
                  ? filled(words.file_here, { size: sizeOf(file.size) })
                  : row.path
                    ? words.file_there
                    : '',
              ),
              error,
              ...language.map((field) =>
                TirekFields.draw(sheet, 'File', field, `files.${index}.language`),
              ),
              remove,
            );
          }),
        );
      };
      chooser.addEventListener('change', () => {
        const rows = [...(sheet.get('files') ?? [])];
        /** @type {string[]} */
        const refused = [];
        for (const file of Array.from(/** @type {HTMLInputElement} */ (chooser).files ?? [])) {
          const dot = file.name.lastIndexOf('.');
          const format = formatOf(form, file.name.slice(dot + 1).toLowerCase());
          if (!format || dot < 1) refused.push(filled(words.file_strange, { what: file.name }));
          else if (file.size > LARGE) refused.push(filled(words.file_large, { what: file.name }));
          else {
            const local = `${TirekText.slug(file.name.slice(0, dot), 50) || 'file'}.${file.name.slice(dot + 1).toLowerCase()}`;
            env.files.set(local, file);
            const old = rows.find((row) => row.local === local);
            if (!old)
              rows.push({
                local,
                format,
                language: part.typed.languages?.length === 1 ? part.typed.languages[0] : env.lang,
              });
          }
        }
        trouble.textContent = refused.join(' ');
        trouble.hidden = !refused.length;
        if (refused.length) say(refused.join(' '));
        /** @type {HTMLInputElement} */ (chooser).value = '';
        sheet.set('files', rows);
        drawRows();
      });
      drawRows();
      return [
        holder,
        el('label', { for: chooser.id }, words.file_choose),
        el('p', { class: 'help', id: `${id}-kept` }, words.files_not_kept),
        trouble,
        chooser,
      ];
    });
    made.dataset.name = 'files';
    return made;
  }

  /**
   * @param {TirekForm} form
   * @param {string} extension
   * @returns {string} the id of its format, or ''
   */
  function formatOf(form, extension) {
    const same = { jpg: 'jpeg', jpeg: 'jpg', tif: 'tiff', htm: 'html' };
    const rows = form.schemes['vocabularies/formats'];
    const found = rows.find(
      ([id]) => id === extension || id === /** @type {any} */ (same)[extension],
    );
    return found?.[0] ?? '';
  }

  /**
   * @param {number} bytes
   * @returns {string}
   */
  function sizeOf(bytes) {
    const kilo = bytes / 1024;
    const shown =
      kilo < 1024
        ? [Math.max(1, Math.round(kilo)), 'КБ']
        : [(kilo / 1024).toFixed(1).replace('.', ','), 'МБ'];
    return `${shown[0]}\u00a0${shown[1]}`;
  }

  return { fileField, sizeOf };
})();
