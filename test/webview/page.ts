/**
 * A page for the panel in happy-dom: the real parts and the real uPlot on a canvas that records what is drawn. The toolkit's
 * elements are not defined (their style sheets need more CSSOM than happy-dom has), so that they are plain elements
 * here; the suite in a real VS Code presses the real ones.
 */

import { vi } from 'vitest';
import type { WebviewToHost } from '../../src/webview/protocol/messages.ts';
import type { PanelState } from '../../src/run-model/state.ts';

/** A call on a 2D context: its name and arguments. */
export interface Drawn {
  readonly name: string;
  readonly words: readonly unknown[];
}

export const drawn: Drawn[] = [];

/** happy-dom has no canvas: a context whose methods are recorded and whose properties are kept. */
function recordingContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const kept: Record<string | symbol, unknown> = { canvas };
  return new Proxy(kept, {
    get: (target, name) => {
      if (name in target) return target[name];
      return (...words: unknown[]) => {
        drawn.push({ name: String(name), words });
        if (name === 'measureText') return { width: 10 };
        if (name !== 'createImageData') return undefined;
        const [width, height] = words as [number, number];
        return { width, height, data: new Uint8ClampedArray(4 * width * height) };
      };
    },
  }) as unknown as CanvasRenderingContext2D;
}

class RecordingPath {
  moveTo(...words: unknown[]): void {
    drawn.push({ name: 'path.moveTo', words });
  }
  lineTo(...words: unknown[]): void {
    drawn.push({ name: 'path.lineTo', words });
  }
  rect(): void {
    return;
  }
  arc(): void {
    return;
  }
  closePath(): void {
    return;
  }
  addPath(): void {
    return;
  }
}

vi.stubGlobal('Path2D', RecordingPath);
HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
  return recordingContext(this);
} as unknown as HTMLCanvasElement['getContext'];
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 400 });

// These read the globals above when they load.
const { App } = await import('../../src/webview/ui/app.ts');
const { Host } = await import('../../src/webview/ui/host.ts');
const { ThemeSource } = await import('../../src/webview/ui/theme.ts');

export interface Page {
  readonly root: HTMLElement;
  /** Messages to the host, oldest first. */
  readonly sent: WebviewToHost[];
  /** What `vscode.setState` was last given. */
  remembered(): unknown;
  show(state: PanelState): Promise<void>;
  /** The one visible element with this accessible name (aria-label, else text) among buttons and links. */
  press(name: string): void;
  section(id: string): HTMLElement;
}

/** A new page; `remembered` is what an earlier one left with `vscode.setState`. */
export function openPage(remembered?: unknown, hasEditor = true): Page {
  document.body.replaceChildren();
  drawn.length = 0;
  const sent: WebviewToHost[] = [];
  let kept = remembered;
  const api = {
    postMessage: (message: WebviewToHost) => sent.push(message),
    getState: () => kept,
    setState: (state: unknown) => {
      kept = state;
    },
  };
  const host = new Host(api, hasEditor);
  const root = document.createElement('main');
  document.body.append(root);
  const app = new App(root, host, new ThemeSource());
  return {
    root,
    sent,
    remembered: () => kept,
    show: async (state) => {
      app.update(state);
      await settled();
    },
    press: (name) => buttonNamed(root, name).click(),
    section: (id) => {
      const found = root.querySelector<HTMLElement>(`section.${id}`);
      if (found === null) throw new Error(`no section ${id}`);
      return found;
    },
  };
}

export function isShown(element: Element | null): boolean {
  for (let at = element; at !== null; at = at.parentElement) if ((at as HTMLElement).hidden) return false;
  return element !== null;
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? element.textContent.trim();
}

export function buttonNamed(root: ParentNode, name: string): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('vscode-button, button')];
  const found = all.filter((element) => isShown(element) && nameOf(element) === name);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${String(found.length)} buttons named ${name}: ${all.map(nameOf).join(' | ')}`);
  return found[0];
}

/** Lets frames, microtasks and custom elements finish. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
}
