/** What the files of the faceted browser hold, once read; data.js says how they hold it. */
declare namespace TirekFacets {
  interface Value {
    id: string;
    label: string;
    /** Records that have it. */
    n: number;
    depth?: number;
  }

  interface Facet {
    id: string;
    label: string;
    multiple: boolean;
    values: Value[];
  }

  interface Index {
    dataset: string;
    total: number;
    order_note: string;
    chunk: number;
    version?: string;
    facets: Facet[];
  }

  interface Column {
    /** Sets of values that occur. */
    combos: number[][];
    /** Number of its set, for each record. */
    codes: Uint16Array;
  }

  type Card = [id: string, title: string, word: string, line: string, note: string, lang?: string];

  /** What the files call. */
  interface Receiver {
    index(index: Index): void;
    column(facet: string, column: { combos: number[][]; codes: string }): void;
    cards(chunk: number, cards: Card[]): void;
  }
}

declare var tirekFacets: TirekFacets.Receiver;
