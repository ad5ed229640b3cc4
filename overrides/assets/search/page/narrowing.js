/**
 * Facets on the page of search: they load when the panel is opened, or when the address chooses something.
 *
 * Non-goals: drawing them (`choices.js`), counting (engine.js).
 */
const TirekSearchNarrowing = (() => {
  'use strict';

  const { appliedList, choicesHolder, countLine } = TirekSearchPage;

  /** @type {readonly TirekSearch.Facet[]} */
  let facets = [];

  /**
   * @param {TirekSearch.Engine} engine
   * @param {TirekAsked} asked
   * @returns {Promise<void>}
   */
  async function load(engine, asked) {
    if (!tirek.choices) await tirek.load('assets/choices.js');
    const given = await engine.facets();
    if (!choicesHolder.childElementCount) tirek.choices?.draw(choicesHolder, given);
    facets = given;
    // What the address names and no facet knows would narrow without being seen.
    for (const [name, values] of [...asked.chosen]) {
      const facet = facets.find((each) => each.id === name);
      const known = values.filter((id) => facet?.values.some((value) => value.id === id));
      if (known.length) asked.chosen.set(name, known);
      else asked.chosen.delete(name);
    }
  }

  /**
   * @param {TirekAsked} asked
   * @returns {Tirek.Choice}
   */
  function positions(asked) {
    return new Map(
      facets.map((facet) => {
        const chosen = asked.chosen.get(facet.id) ?? [];
        const places = chosen.map((id) => facet.values.findIndex((value) => value.id === id));
        return [facet.id, new Set(places)];
      }),
    );
  }

  /**
   * @param {TirekSearch.Answer} answer
   * @param {TirekAsked} asked
   * @param {() => void} ask anew, with what is chosen now
   * @returns {void}
   */
  function show(answer, asked, ask) {
    const choices = tirek.choices;
    if (!choices || !facets.length) return;
    const choice = positions(asked);
    choices.show(choicesHolder, choice, (name, position) => {
      const value = facets.find((each) => each.id === name)?.values[position];
      return (value && answer.counts?.[name]?.[value.id]) ?? 0;
    });
    choices.applied(
      appliedList,
      facets,
      choice,
      { remove: tirek.answers?.say('remove') ?? '%what', clear: tirek.answers?.say('clear') ?? '' },
      (name, position) => {
        if (choose(asked, name, position, false)) ask();
        countLine.focus();
      },
      () => {
        asked.chosen.clear();
        ask();
        countLine.focus();
      },
    );
  }

  /**
   * @param {TirekAsked} asked
   * @param {string} name
   * @param {number} position
   * @param {boolean} wanted
   * @returns {boolean} whether there is such a value
   */
  function choose(asked, name, position, wanted) {
    const value = facets.find((facet) => facet.id === name)?.values[position];
    if (!value) return false;
    const rest = (asked.chosen.get(name) ?? []).filter((id) => id !== value.id);
    const next = wanted ? [...rest, value.id] : rest;
    if (next.length) asked.chosen.set(name, next);
    else asked.chosen.delete(name);
    return true;
  }

  return { load, show, choose, known: () => facets.length > 0 };
})();
