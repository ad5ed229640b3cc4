/** What the scripts of the panel for weak sight share. */
interface Window {
  /** The panel's HTML in the page's language, by panel-kk.js or panel-ru.js. */
  tirekSightPanel?: string;
  /** Opens the panel and gives the focus back to what opened it; by sight.js. */
  tirekSight?: (opener: HTMLElement) => Promise<void>;
}
