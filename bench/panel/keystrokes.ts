/** From the keystroke that changes a learning rate to the chart of the new run. */
import * as vscode from 'vscode';
import { NUMBER_PAUSE } from '../../src/editor/live-runs.ts';
import { closeEditors, endOfRun, panelState } from '../../test/vscode/extension.ts';
import { webview, workbench } from '../../test/vscode/window.ts';
import { summarize } from '../statistics.ts';
import { openExercise } from './exercise.ts';
import { lastPress, watchKeys } from './keys.ts';
import type { Measured } from './measured.ts';

/** Milliseconds at most, in the median, the typing pause included. */
const TARGET = 300;
const KEYSTROKES = 40;
/** Not counted: the first runs compile what later ones use. */
const WARM_UP = 5;

/** Moments in milliseconds of the system's clock, by what happened: the last time that it did. */
type Moments = Readonly<Record<string, number>>;

/** Runs in the panel's page: notes when messages of a kind arrive and when a canvas is painted. */
function watchPanel(): void {
  const page = globalThis as unknown as { moments: Record<string, number> };
  page.moments = {};
  const note = (what: string): void => {
    page.moments[what] = performance.timeOrigin + performance.now();
  };
  window.addEventListener(
    'message',
    ({ data }: MessageEvent<{ type: string; change?: { status?: string }; event?: { type: string } }>) =>
      note(data.event?.type ?? data.change?.status ?? data.type),
    true,
  );
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    note('painted');
    clearRect.apply(this, area);
  };
}

interface Keystroke {
  readonly pressed: number;
  readonly edited: number;
  readonly page: Moments;
}

async function press(editor: vscode.TextEditor, key: string): Promise<Keystroke> {
  const at = editor.document.getText().indexOf('lr=0.0') + 'lr=0.0'.length;
  const digit = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 1));
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: vscode.ViewColumn.One,
    selection: digit,
  });
  // Somebody who types is not that fast, and the window has to learn of the selection.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = (await panelState()).run;
  let edited = NaN;
  const listener = vscode.workspace.onDidChangeTextDocument(() => {
    edited = performance.timeOrigin + performance.now();
  });
  await workbench.press(key);
  await endOfRun(before);
  listener.dispose();
  // The page paints in the frame after the last message.
  await new Promise((resolve) => setTimeout(resolve, 150));
  const pressed = await lastPress();
  return { pressed, edited, page: (await webview.evaluate('moments')) as Moments };
}

/** What each part of the way took, in milliseconds. */
function partsOf({ pressed, edited, page }: Keystroke): Readonly<Record<string, number>> {
  const at = (what: string): number => page[what] ?? NaN;
  return {
    'keystroke -> document changed': edited - pressed,
    'pause after a digit': NUMBER_PAUSE,
    'planning, and the timer being late': at('starting') - edited - NUMBER_PAUSE,
    'Python starts': at('started') - at('starting'),
    'run and its events': at('ended') - at('started'),
    'last frame drawn': at('painted') - at('ended'),
    total: at('painted') - pressed,
  };
}

export async function timeKeystrokes(): Promise<Measured> {
  const editor = await openExercise();
  await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
  await watchKeys();
  await webview.evaluate(`(${watchPanel.toString()})()`);
  const samples: Readonly<Record<string, number>>[] = [];
  for (let index = 0; index < WARM_UP + KEYSTROKES; index += 1) {
    const keystroke = await press(editor, index % 2 === 0 ? '5' : '3');
    if (index >= WARM_UP) samples.push(partsOf(keystroke));
  }
  await closeEditors();
  const rows = Object.keys(samples[0] ?? {}).map((part) => {
    const { median, low, high } = summarize(samples.map((sample) => sample[part] ?? NaN));
    return {
      part,
      median,
      text: `  ${part.padEnd(38)}${[median, low, high].map((ms) => ms.toFixed(0).padStart(7)).join('')}`,
    };
  });
  const total = rows.at(-1)?.median ?? NaN;
  return {
    lines: [
      `keystroke to redrawn chart: section 3.4, 5 epochs, ${KEYSTROKES} keystrokes (ms)`,
      `  ${''.padEnd(38)} median    25%    75%`,
      ...rows.map(({ text }) => text),
    ],
    missed: total <= TARGET ? [] : [`the median of ${total.toFixed(0)} ms is above ${TARGET} ms`],
  };
}
