/** The colours and fonts that a canvas needs, from VS Code's theme variables. */

export interface Theme {
  readonly foreground: string;
  /** Axis labels. */
  readonly dim: string;
  readonly grid: string;
  readonly error: string;
  readonly background: string;
  /** Colours of series, in the order in which they are given out. */
  readonly series: readonly string[];
  /** CSS font shorthand for axis labels. */
  readonly font: string;
}

/** VS Code's chart colours; the first two are training and validation. (Its orange is a translucent highlight by default.) */
const SERIES = ['blue', 'yellow', 'green', 'purple', 'red'] as const;

/** Reads the theme once and again after each change of it. */
export class ThemeSource {
  #theme: Theme | undefined;
  readonly #listeners = new Set<() => void>();

  constructor() {
    const observer = new MutationObserver(() => this.#changed());
    observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  }

  get current(): Theme {
    this.#theme ??= readTheme();
    return this.#theme;
  }

  /** Calls `listener` after each change of the theme, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.#theme = undefined;
    for (const listener of this.#listeners) listener();
  }
}

export interface SeriesLook {
  /** Index into the series' colours; counts on from there. */
  readonly color: number;
  readonly pinned?: boolean;
  /** From 0 to 1, instead of a colour of its own: the place among values that have an order. */
  readonly shade?: number | undefined;
}

/** Colour of a series by its place; one of a pinned run steps back behind the others. */
export function seriesColor(theme: Theme, { color, pinned = false, shade }: SeriesLook): string {
  if (shade !== undefined) return shadeColor(theme, shade);
  const { series, foreground } = theme;
  const full = series[color % series.length] ?? foreground;
  return pinned ? `color-mix(in srgb, ${full} 60%, transparent)` : full;
}

/** The series' colours in an order in which neighbours mix well, from the first value to the last. */
const SHADES = ['blue', 'purple', 'red', 'yellow'] as const;

function shadeColor({ series, foreground }: Theme, shade: number): string {
  const place = Math.min(1, Math.max(0, shade)) * (SHADES.length - 1);
  const before = Math.min(SHADES.length - 2, Math.floor(place));
  const [from, to] = [before, before + 1].map(
    (at) => series[SERIES.indexOf(SHADES[at] ?? 'blue')] ?? foreground,
  );
  const share = Math.round(100 * (place - before));
  return share === 0 ? `${from}` : `color-mix(in oklab, ${from} ${100 - share}%, ${to})`;
}

/** Plot takes the name of a system's colour for the name of a column: such a name becomes the colour that it stands for. */
function resolved(color: string): string {
  if (!/^[A-Z]\w+$/.test(color)) return color;
  const probe = document.createElement('i');
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.setProperty('color', color);
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value === '' ? color : value;
}

function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (name: string, fallback: string): string =>
    resolved(style.getPropertyValue(`--vscode-${name}`).trim() || fallback);
  const foreground = read('foreground', 'CanvasText');
  const dim = read('descriptionForeground', foreground);
  return {
    foreground,
    dim,
    grid: `color-mix(in srgb, ${dim} 22%, transparent)`,
    error: read('editorError-foreground', read('errorForeground', foreground)),
    background: read('editor-background', 'Canvas'),
    series: SERIES.map((name) => read(`charts-${name}`, foreground)),
    font: `11px ${read('font-family', 'sans-serif')}`,
  };
}
