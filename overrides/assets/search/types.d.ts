/**
 * What the search engine (`engine.js`) gives to the page: the contract between engine and user interface.
 *
 *     const engine = tirekSearch.engine({ lang: 'kk', load });
 *     const answer = await engine.find('мугалим', { limit: 10, prefix: true });
 *
 * The engine knows no DOM: `load` is the page's, and adds a classic script (`<script src>`) below the folder `search/` of the site.
 * It never rejects for a damaged or missing file: the rest is searched, and `answer.failed` names what could not be read.
 *
 * Changes after the first version are listed here:
 * - Hits come by relevance: one that holds only some of the words may stand before one that holds all.
 * - The values of the facet `kinds` are kinds of hits, but units are told apart: `centre`, `cabinet`, `site`.
 */
declare namespace TirekSearch {
  type Language = 'kk' | 'ru';

  /** What a hit is. */
  type Kind = 'material' | 'unit' | 'organisation' | 'event' | 'clause' | 'term' | 'page';

  interface Options {
    /** Language of the page: its hits come first where relevance is alike. */
    lang: Language;
    /**
     * Add the script `search/<name>` (for example `kk/start.js`), settle when it has run.
     * Reject where it cannot be loaded.
     */
    load(name: string): Promise<void>;
  }

  interface FindOptions {
    /** Hits wanted, 10 if not said. */
    limit?: number;
    /** Hits to leave out first, for «show more»; 0 if not said. */
    offset?: number;
    /** The last word is still being typed: match what begins with it. False if not said. */
    prefix?: boolean;
    /** Chosen values by facet id; several values of one facet widen it, facets narrow each other. */
    choices?: Choices;
    /** Search exactly what was typed: no correction, no other keyboard layout. False if not said. */
    verbatim?: boolean;
  }

  type Choices = { [facet: string]: readonly string[] };

  /** Begin and end of a marked piece, in UTF-16 units as `slice` takes them. */
  type Range = readonly [number, number];

  interface Hit {
    /** Number of the record, the same in both languages. */
    n: number;
    /** Stable id, for example `materials/half-year-report` or `pages/study/method.html#how`. */
    id: string;
    kind: Kind;
    /** Language of the text found; put it on the elements that show it. */
    lang: Language;
    /** Language of title and snippet: another one where the record is not translated yet. */
    told: Language;
    title: string;
    titleMarks: readonly Range[];
    /** Address from the site's root, with language folder and anchor: `ru/catalogue/x.html`. */
    url: string;
    /** What it is, in its own language: type and audience, place of a unit, page of a section; may be "". */
    line: string;
    /** The passage that shows the words best; may be "". */
    snippet: string;
    snippetMarks: readonly Range[];
    /** Words to mark on the opened page, for `tirekSearch.ranges`: stems, and phrases of stems with «+»; no space or comma. */
    words: readonly string[];
  }

  interface Answer {
    /** What was asked. */
    query: string;
    /** What was searched in the end: after correction and change of layout. */
    searched: string;
    /** How many records match, all of them. */
    total: number;
    hits: readonly Hit[];
    /** Of `total`, how many match only in the language that is not the page's. */
    other: number;
    /**
     * A likelier spelling of the query. `applied`: a word was found nowhere as typed, so the hits are those of `query`;
     * otherwise every word is known, but nothing holds them all: the hits are those of both, and this is only a hint
     * («мүмкін … деп іздедіңіз бе»).
     */
    corrected: { query: string; applied: boolean } | null;
    /** The query as the other keyboard layout gives it (ghbdtn → привет), where that is what was searched. */
    layout: string | null;
    /**
     * How many of `total` hold all words of the query that weigh something. With ten or more there are no others among the hits;
     * 0 with `total` > 0: none holds all.
     */
    whole: number;
    /** Number of all matching records, best first. */
    numbers: readonly number[];
    /** Exact counts by facet and value, once `facets()` has loaded; of one facet under the choices of the others. */
    counts: { [facet: string]: { [value: string]: number } } | null;
    /** Files that are damaged or missing; hits may be missing because of them. */
    failed: readonly string[];
  }

  interface Value {
    id: string;
    label: string;
    /** Steps below the top of its vocabulary. */
    depth: number;
  }

  interface Facet {
    id: string;
    label: string;
    values: readonly Value[];
  }

  interface Engine {
    /** Answer a query; "" and a query without a word or number give no hits. */
    find(query: string, options?: FindOptions): Promise<Answer>;
    /** Load the facets (once); afterwards answers bear `counts`. Choices load them too. */
    facets(): Promise<readonly Facet[]>;
    /** Load what every query needs, for example when the search box gets the focus. */
    warm(): Promise<void>;
  }

  /** A file of the index: name, checksum, content. */
  type File = [string, string, string];

  interface Global {
    /** Files that came before the engine: whoever loads both at once puts an object with these and `put` in its place. */
    early?: File[];
    engine(options: Options): Engine;
    /** Where `words` of a hit stand in any text, inflected as they may be: for marking on the opened page. */
    ranges(text: string, words: readonly string[]): Range[];
    /** Called by the files of the index, never by the page. */
    put(...file: File): void;
  }
}

declare var tirekSearch: TirekSearch.Global;
