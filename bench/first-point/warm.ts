/** Clicks in a window in which the exercise has run before: by the key, which goes the same way through the window. */
import * as vscode from 'vscode';
import { endOfRun, moveInto, openPanel, panelState } from '../../test/vscode/extension.ts';
import { webview, workbench } from '../../test/vscode/window.ts';
import { HEADING, openExercise } from '../panel/exercise.ts';
import { lastPress, watchKeys } from '../panel/keys.ts';
import type { Samples } from './samples.ts';

const CLICKS = 25;
/** Not counted: the first runs compile what later ones use. */
const WARM_UP = 5;

/** Runs in the panel's page: notes for each run when its first point arrives and when a canvas is painted after it. */
function watchPanel(): void {
  const page = globalThis as unknown as { moments: Record<string, number> };
  page.moments = {};
  const now = (): number => performance.timeOrigin + performance.now();
  window.addEventListener(
    'message',
    ({ data }: MessageEvent<{ event?: { type: string } }>) => {
      const type = data.event?.type;
      if (type === 'started') page.moments = { started: now() };
      if (type === 'points') page.moments['points'] ??= now();
    },
    true,
  );
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    if ('points' in page.moments) page.moments['painted'] ??= now();
    clearRect.apply(this, area);
  };
}

async function click(): Promise<Readonly<Record<string, number>>> {
  const before = (await panelState()).run;
  await workbench.press('Control+Alt+Enter');
  await endOfRun(before);
  // The page paints in the frame after the message.
  await new Promise((resolve) => setTimeout(resolve, 150));
  const pressed = await lastPress();
  const moments = (await webview.evaluate('moments')) as Readonly<Record<string, number>>;
  const at = (what: string): number => (moments[what] ?? NaN) - pressed;
  return {
    'to the start of the run': at('started'),
    'to the first point in the panel': at('points'),
    'to the chart that shows it': at('painted'),
  };
}

export async function timeWarmClicks(): Promise<Samples> {
  await workbench.resize(1440, 900);
  await openPanel('d2l.openPanel');
  const editor = await openExercise();
  await watchKeys();
  await webview.evaluate(`(${watchPanel.toString()})()`);
  const samples: Record<string, number[]> = {};
  for (let index = 0; index < WARM_UP + CLICKS; index += 1) {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    moveInto(editor, HEADING);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const parts = await click();
    if (index < WARM_UP) continue;
    for (const [label, milliseconds] of Object.entries(parts)) (samples[label] ??= []).push(milliseconds);
  }
  return samples;
}
