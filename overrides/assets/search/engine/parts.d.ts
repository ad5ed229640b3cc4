/** What the engine's own scripts give each other. The page sees `types.d.ts` only. */

/** Letters that may end what remains; letters before that one; letters that must remain; next state; harmony. */
type TirekSearchRule = [string, string, number, string, boolean | null];

interface TirekSearchKazakh {
  rules: Record<string, Record<string, TirekSearchRule[]>>;
  roots: string[];
  short: string[];
  weak: Record<string, string>;
  longest: number;
}

/** A file of terms; `read` keeps lists that were asked for, by language and term. */
interface TirekSearchShard {
  /** By term, in order: its list in each language, then in each language the phrases that begin with it, as `tirek/search/concepts.py` writes them. */
  rows: Map<string, string[]>;
  read: Map<string, Int32Array>;
}

/** What files say of terms; both languages share them. */
interface TirekSearchTerms {
  /** First letters that terms have. */
  letters: Set<string>;
  /** The list of a term, or null. */
  list(lang: TirekSearch.Language, term: string): Promise<Int32Array | null>;
  /** Phrases that begin with a term. */
  notes(lang: TirekSearch.Language, term: string): Promise<string[]>;
  /** Terms that begin with letters, and whether the list of each is a file of its own. */
  beginning(lang: TirekSearch.Language, head: string): Promise<{ term: string; long: boolean }[]>;
  /** Stems that begin with a letter. */
  heads(lang: TirekSearch.Language, letter: string): Promise<string[]>;
  /** Stems that end like one, and others. */
  tails(lang: TirekSearch.Language, stem: string): Promise<string[]>;
}

interface TirekSearchCard {
  kind: TirekSearch.Kind;
  id: string;
  uri: string;
  title: string;
  line: string;
  text: string;
  /** Language of title and text, where it is not the index's. */
  told?: TirekSearch.Language;
}

interface TirekSearchStore {
  file<T>(name: string, read: (content: string) => T): Promise<T | null>;
  card(lang: string, n: number): Promise<TirekSearchCard | null>;
  failed: Set<string>;
}

/** What the index was made with; the content of `start.js`. */
interface TirekSearchStart {
  /** Numbers of documents are below this. */
  size: number;
  kazakh: TirekSearchKazakh;
  russian: Record<string, string[]>;
  /** Documents of each language that the edition has. */
  documents: Partial<Record<TirekSearch.Language, number>>;
  /** Words that people ask with, folded, a space between. */
  asking: string;
  /** Letters that name the files of terms, a space between. */
  terms: string;
}

/** One way to match a piece of the query: the list of a term, and how much it counts. */
interface TirekSearchMatch {
  term: string;
  list: Int32Array;
  weight: number;
}

interface TirekSearchLexicon {
  lang: TirekSearch.Language;
  documents: number;
  stem(word: string): string;
  /** Whether people ask with a word, in either language. */
  asks(word: string): boolean;
  /** The list of a term, or null. */
  exact(term: string): Promise<Int32Array | null>;
  /** Whether the list of a term that `beginning` gave is a file of its own. */
  isLong(term: string): boolean;
  /** Terms that begin with letters; files are loaded. */
  beginning(letters: string): Promise<string[]>;
  /** Terms near a misspelt word, best first, with the number of errors. */
  near(word: string, typing: boolean): Promise<{ term: string; cost: number }[]>;
  /** Phrases that begin with a stem: the other stems, and the concept they name. */
  named(stem: string): Promise<{ rest: string[]; concept: number; short: boolean }[]>;
  /** A concept's phrases, each as stems. */
  phrasesOf(concept: number): Promise<string[][]>;
}

/** A word of the query. */
interface TirekSearchUnit {
  word: string;
  /** How many words before it are its parts, where it is a word with hyphens written as one: it stands for them, and need not be found. */
  extra: number;
  /** Whether people ask with it: it says little of what is looked for. */
  asking: boolean;
  /** What it matches, by lexicon. */
  matches: TirekSearchMatch[][];
  /** Whether a lexicon knows it, or words that begin with it: nothing derived, nothing mended. */
  sure: boolean[];
  /** Words that were searched in its place, if it was misspelt. */
  instead: string[];
  /** The likeliest of these; */
  meant: string;
  /** or of what it will be, if it is not finished. */
  coming: string;
}

/** Words of the query that name a concept. */
interface TirekSearchSpan {
  units: number[];
  concepts: number[];
  /** Whether they are an abbreviation: elsewhere its letters may be another word. */
  short: boolean;
  /** The concept's list, by lexicon. */
  lists: (Int32Array | null)[];
}

interface TirekSearchScores {
  numbers: number[];
  /** By number of the document. */
  score: Float32Array;
  /** Share of the query that a document holds, by number: 0 to 1. */
  cover: Float32Array;
}

interface TirekSearchRanked {
  /** Best first. */
  numbers: number[];
  /** Language by number: 0 is the page's. */
  language: Uint8Array;
  /** Share of the query that a document holds, by number. */
  cover: Float32Array;
  /** How many documents of the page's language hold all of it. */
  proper: number;
  /** Score by number. */
  value: Float64Array;
  /** Numbers are below this. */
  size: number;
}

/** What the index says of a query; joints are words that stand apart in it and as one in the index. */
interface TirekSearchLooked {
  units: TirekSearchUnit[];
  spans: TirekSearchSpan[];
  joints: { pair: TirekSearchUnit[]; l: number; match: TirekSearchMatch }[];
}

interface TirekSearchFacets {
  load(): Promise<TirekSearch.Facet[]>;
  loaded(): boolean;
  /** Those of `numbers` that the choices let through, and exact counts. */
  narrow(
    numbers: number[],
    choices: TirekSearch.Choices,
  ): { numbers: number[]; counts: NonNullable<TirekSearch.Answer['counts']> };
}

interface TirekSearchParts {
  fold(text: string): string;
  /** Words of each token: its parts, and last all of it as one where it has hyphens between letters. */
  tokens(text: string): string[][];
  isWord(word: string): boolean;
  kazakh(table: TirekSearchKazakh): (word: string) => string;
  russian(table: Record<string, string[]>): (word: string) => string;
  crc32(text: string): number;
  /** Numbers of documents and levels, one after the other. */
  postings(text: string): Int32Array;
  put(name: string, check: string, content: string): void;
  store(load: (name: string) => Promise<void>): TirekSearchStore;
  LEVELS: number;
  /** Digits of the alphabet. */
  BASE: number;
  digit(text: string, i: number): number;
  lexicon(
    lang: TirekSearch.Language,
    start: TirekSearchStart,
    terms: TirekSearchTerms,
    asking: Set<string>,
  ): TirekSearchLexicon;
  terms(start: TirekSearchStart, store: TirekSearchStore): TirekSearchTerms;
  /** Which of `terms` a misspelt word may stand for, best first, with what the errors cost: 1 is an error like any other. */
  near(
    word: string,
    terms: Set<string>,
    stem: (word: string) => string,
    typing: boolean,
  ): { term: string; cost: number }[];
  /** Everything that one error can have made into `word`, with what the error costs. */
  undone(word: string, each: (word: string, cost: number) => void): void;
  /** Errors between two words. */
  apart(one: string, other: string): number;
  otherLayout(text: string): string[];
  /** Share of neighbouring words of the query that are neighbours in a card; each word as all the terms that match it. */
  together(card: TirekSearchCard, stem: (word: string) => string, wanted: Set<string>[]): number;
  passage(
    card: TirekSearchCard,
    stem: (word: string) => string,
    found: Set<string>,
    phrases: string[][],
  ): { title: TirekSearch.Range[]; snippet: string; marks: TirekSearch.Range[]; words: string[] };
  /** What a word, perhaps not finished, matches in one index; `sure` where it or what begins with it is known there. */
  match(
    word: string,
    lexicon: TirekSearchLexicon,
    typing: boolean,
  ): Promise<{ matches: TirekSearchMatch[]; sure: boolean; coming: string }>;
  /** Adds what a misspelt word may stand for; `most` is the cost of errors allowed in each lexicon, 0 to leave it out; beside a known word it has `shortest` letters or more. */
  mend(
    unit: TirekSearchUnit,
    lexicons: TirekSearchLexicon[],
    typing: boolean,
    most: number[],
    shortest: number,
  ): Promise<void>;
  /** The cost of about one error. */
  ONE: number;
  /** The pieces of the query that name a concept, longest first, none over another. */
  spans(units: TirekSearchUnit[], lexicons: TirekSearchLexicon[]): Promise<TirekSearchSpan[]>;
  /** Terms of the same root as a stem. */
  family(stem: string, lexicon: TirekSearchLexicon): Promise<string[]>;
  /** What a Kazakh word is a form of, if its endings are not finished. */
  uninflected(word: string, lexicon: TirekSearchLexicon): Promise<TirekSearchMatch[]>;
  /** What a word may be derived from, where nothing else was found. */
  baseOf(word: string, lexicon: TirekSearchLexicon): Promise<TirekSearchMatch[]>;
  /** Combines what the words of a query match into scores. */
  score(units: TirekSearchUnit[], spans: TirekSearchSpan[], lexicon: number, documents: number, size: number): TirekSearchScores;
  facets(store: TirekSearchStore, lang: TirekSearch.Language): TirekSearchFacets;
  /** Where words that `hit` accepts stand in a text, and phrases, each word by itself. Words come folded. */
  ranges(
    text: string,
    hit: (word: string) => boolean,
    phrases?: ((word: string) => boolean)[][],
  ): TirekSearch.Range[];
}

interface TirekSearchParts {
  /** Share of a query from which a document counts as holding all of it. */
  WHOLE: number;
  isFound(unit: TirekSearchUnit): boolean;
  looked(query: string, lexicons: TirekSearchLexicon[], typing: boolean): Promise<TirekSearchLooked>;
  /** What another keyboard layout makes of a query, where the index knows all of that. */
  retypedAs(
    query: string,
    lexicons: TirekSearchLexicon[],
    typing: boolean,
  ): Promise<(TirekSearchLooked & { layout: string }) | null>;
  rank(
    units: TirekSearchUnit[],
    spans: TirekSearchSpan[],
    lexicons: TirekSearchLexicon[],
    size: number,
  ): TirekSearchRanked;
  /** Adds what misspelt words may stand for; whether there were any. */
  mendAll(
    lang: TirekSearch.Language,
    query: string,
    units: TirekSearchUnit[],
    spans: TirekSearchSpan[],
    lexicons: TirekSearchLexicon[],
    typing: boolean,
  ): Promise<boolean>;
  /** What is found where a word that is known is taken for a misspelt one, or null. */
  doubt(
    typing: boolean,
    units: TirekSearchUnit[],
    spans: TirekSearchSpan[],
    lexicons: TirekSearchLexicon[],
    ranked: TirekSearchRanked,
  ): Promise<TirekSearchRanked | null>;
  /** One page's hits in a better order. */
  nearest(
    hits: TirekSearch.Hit[],
    units: TirekSearchUnit[],
    ranked: TirekSearchRanked,
    lexicons: TirekSearchLexicon[],
    store: TirekSearchStore,
  ): Promise<TirekSearch.Hit[]>;
  hitOf(
    n: number,
    ranked: TirekSearchRanked,
    lexicons: TirekSearchLexicon[],
    terms: Set<string>,
    phrases: string[][][],
    store: TirekSearchStore,
  ): Promise<TirekSearch.Hit | null>;
  /** The query with misspelt words as the best hits spell them. */
  correction(
    query: string,
    units: TirekSearchUnit[],
    hits: TirekSearch.Hit[],
    lexicons: TirekSearchLexicon[],
    applied: boolean,
  ): TirekSearch.Answer['corrected'];
  rangesLike: TirekSearch.Global['ranges'];
}

declare var tirekSearchParts: TirekSearchParts;
