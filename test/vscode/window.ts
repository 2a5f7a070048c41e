/**
 * Sees and touches VS Code's window from a test.
 *
 * Only the served VS Code can be reached this way (its browser is driven by the adapter in test-host/). In desktop
 * VS Code {@link windowIsReachable} is false, and a test uses what the extension itself offers for tests.
 */
import type { SuiteResults } from './results.ts';

const address = process.env['D2L_TEST_UI'];

export const windowIsReachable = address !== undefined;

/** Whether extensions run in the browser, and no machine stands behind it. */
export const inBrowser = process.env['D2L_TEST_WEB'] === 'yes';

async function ask(command: string, fields: Record<string, unknown> = {}): Promise<unknown> {
  if (!address) throw new Error('the window of desktop VS Code cannot be reached from its extension host');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify({ command, ...fields }) });
  const answer = (await response.json()) as { value?: unknown; error?: string };
  if (answer.error !== undefined) throw new Error(`${command}: ${answer.error}`);
  return answer.value;
}

/** Tells whoever started VS Code in a browser what the tests have come to. */
export async function report(results: SuiteResults): Promise<void> {
  await ask('report', { results });
}

/** What a view of the extension shows; `selector` is CSS, the first match counts. */
export const webview = {
  text: async (selector: string): Promise<string> => String(await ask('webviewText', { selector })),
  attribute: async (selector: string, name: string): Promise<string | null> =>
    (await ask('webviewAttribute', { selector, name })) as string | null,
  count: async (selector: string): Promise<number> => Number(await ask('webviewCount', { selector })),
  click: async (selector: string): Promise<void> => void (await ask('webviewClick', { selector })),
  width: async (): Promise<number> => Number(await ask('webviewWidth')),
  /** The panel alone, as high as its content where the window has room for it. */
  screenshot: async (file: string): Promise<void> => void (await ask('webviewScreenshot', { file })),
  /** Value of an expression in the panel's page, as JSON holds it. */
  evaluate: async (expression: string): Promise<unknown> => ask('webviewEvaluate', { expression }),
  /** Within an element, from one part of its width to another, 0 to 1. */
  drag: async (selector: string, from: number, to: number): Promise<void> =>
    void (await ask('webviewDrag', { selector, from, to })),
  fill: async (selector: string, text: string): Promise<void> =>
    void (await ask('webviewFill', { selector, text })),
};

/** From the next load of the window on {@link shownTexts} tells what the panel's page showed. */
export async function watchWebviews(): Promise<void> {
  await ask('watchWebviews');
}

/** What the panel's page showed since it was loaded, frame by frame, each text once in a row. */
export async function shownTexts(): Promise<string[]> {
  return (await ask('shownTexts')) as string[];
}

export interface AccessibilityProblem {
  /** axe-core's name of the rule. */
  readonly rule: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  /** Markup of each element with what is wrong with it. */
  readonly elements: readonly string[];
}

/** What axe-core finds in the panel; all of its rules, or those named. */
export async function accessibilityProblems(rules?: readonly string[]): Promise<AccessibilityProblem[]> {
  return (await ask('accessibilityProblems', { rules })) as AccessibilityProblem[];
}

/** What the system asks of pages; null: nothing in particular. */
export interface Media {
  readonly colorScheme?: 'light' | 'dark' | null;
  readonly reducedMotion?: 'reduce' | null;
  readonly forcedColors?: 'active' | null;
}

export async function emulateMedia(media: Media): Promise<void> {
  await ask('emulateMedia', { media });
}

export interface FileProblems {
  readonly problems: readonly AccessibilityProblem[];
  /** CSS pixels by which the page is wider than its window. */
  readonly overflow: number;
  /** Of the expression that was asked for. */
  readonly value?: unknown;
}

/** What axe-core finds in a page that is opened from a file, in a window of its own, and the value of an expression there. */
export async function fileProblems(
  file: string,
  width: number,
  media: Media = {},
  expression?: string,
): Promise<FileProblems> {
  return (await ask('fileProblems', { file, width, media, expression })) as FileProblems;
}

/** What the browser holds for the window and its webviews, after a collection of garbage. */
export interface WindowMemory {
  /** Bytes of script objects. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function windowMemory(): Promise<WindowMemory> {
  return (await ask('memory')) as WindowMemory;
}

/** What webviews wrote to the browser's console since the last call. */
export async function takeConsole(): Promise<string[]> {
  return (await ask('takeConsole')) as string[];
}

/** A part of the window, in pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The rest of the window. */
export const workbench = {
  text: async (selector: string): Promise<string> => String(await ask('workbenchText', { selector })),
  /** Texts of all matches; empty when there is none. */
  texts: async (selector: string): Promise<string[]> =>
    (await ask('workbenchTexts', { selector })) as string[],
  click: async (selector: string): Promise<void> => void (await ask('workbenchClick', { selector })),
  /** Value of an expression in the window's own page, as JSON holds it. */
  evaluate: async (expression: string): Promise<unknown> => ask('workbenchEvaluate', { expression }),
  press: async (keys: string): Promise<void> => void (await ask('press', { keys })),
  type: async (text: string): Promise<void> => void (await ask('type', { text })),
  /** Drags the left edge of a part of the window, in pixels to the right. */
  dragLeftEdge: async (selector: string, by: number): Promise<void> =>
    void (await ask('dragLeftEdge', { selector, by })),
  resize: async (width: number, height: number): Promise<void> =>
    void (await ask('resize', { width, height })),
  /** Of the part `clip`, of the whole window without it. */
  screenshot: async (file: string, clip?: Clip): Promise<void> =>
    void (await ask('screenshot', { file, ...(clip && { clip }) })),
};

/** Asks again until `read` gives what `accept` wants; the last value is in the error. */
export async function eventually<T>(
  what: string,
  read: () => T | Promise<T>,
  accept: (value: T) => boolean,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end)
      throw new Error(`${what}: not within ${seconds} s, last seen ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
