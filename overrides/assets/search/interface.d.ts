/** What the scripts of the search interface share: one global, filled by the files as they load. */
declare namespace Tirek {
  /** A sentence with {places}, or its forms by number. */
  type Words = { [key: string]: string | { one: string; few: string; many: string } };

  interface Global {
    /** Address of the site's root, with a slash at the end. */
    root: string;
    /** Add a classic script, by its path from the root; by site.js. */
    load(path: string): Promise<void>;
    /** Make an element; by site.js. */
    element(name: string, className?: string, text?: string): HTMLElement;
    /** Words of the page's language, by words-kk.js or words-ru.js. */
    words?: Words;
    /** How answers are said and shown, by answer.js. */
    answers?: Answers;
    /** Facets as seen, by choices.js. */
    choices?: Choices;
    /** Make a combobox of a field, by box.js. */
    box?(field: HTMLInputElement, door: HTMLAnchorElement): void;
  }

  interface Facet {
    id: string;
    label: string;
    values: readonly { id: string; label: string; depth?: number }[];
  }

  /** Chosen values of each facet, by position. */
  type Choice = Map<string, Set<number>>;

  /** `remove` holds %what. */
  type AppliedWords = { remove: string; clear: string };

  interface Choices {
    /** Make a fold of checkboxes of each facet. */
    draw(holder: HTMLElement, facets: readonly Facet[]): void;
    /** Show what is chosen, and how many each value would find. */
    show(holder: HTMLElement, choice: Choice, count: (facet: string, position: number) => number): void;
    /** List what is chosen, each a button that takes it away; with several, one that takes all away. */
    applied(
      list: HTMLElement,
      facets: readonly Facet[],
      choice: Choice,
      words: AppliedWords,
      remove: (facet: string, position: number) => void,
      clear: () => void,
    ): void;
  }

  /** Values put into the places of a sentence. */
  type Values = { [place: string]: string | number };

  interface Notice {
    kind: 'corrected' | 'hint' | 'layout' | 'other' | 'some' | 'failed';
    text: string;
    /** What a press on its button does; '' where there is none. */
    action: string;
    /** What to search then; undefined to try the same again. */
    query?: string;
    /** Search it exactly as written. */
    verbatim?: boolean;
  }

  interface Answers {
    /** The engine with all that it needs; rejects where something does not load. */
    engine(): Promise<TirekSearch.Engine>;
    /** Forget the engine and what it could not read, so that all is asked for anew. */
    forget(): void;
    say(key: string, values?: Values): string;
    /** Say something of `n` things, in the right plural form. */
    counted(key: string, n: number, values?: Values): string;
    number(n: number): string;
    /** Address of a hit, with the words to mark there. */
    address(hit: TirekSearch.Hit): string;
    /** What a hit is: icon and word, and its language where that is not the page's. */
    kind(hit: TirekSearch.Hit, element: string): HTMLElement;
    /** What else is known of a hit: place, day of the data; null where nothing is. */
    facts(hit: TirekSearch.Hit, element: string, room?: number): HTMLElement | null;
    /** `text` with `marks` as <mark>; nothing in it becomes markup. */
    marked(text: string, marks: readonly TirekSearch.Range[]): DocumentFragment;
    /** All there is to say of an answer besides its number of hits. */
    notices(answer: TirekSearch.Answer): Notice[];
    /** A parsed query is worth asking: it has a letter or a digit. */
    askable(query: string): boolean;
  }
}

declare var tirek: Tirek.Global;
