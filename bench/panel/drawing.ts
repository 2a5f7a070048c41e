/** How many frames a second the panel draws while 100,000 points of a training arrive. */
import { webview } from '../../test/vscode/window.ts';
import { summarize } from '../statistics.ts';
import type { Measured } from './measured.ts';

/** Frames a second at least. */
const TARGET = 30;
const POINTS = 100_000;

/**
 * Runs in the panel's page: gives it points by messages like the host's, as many a frame as arrive in 4 s at 60 frames a second, and
 * resolves with the milliseconds between frames.
 */
function drawPoints(points: number): Promise<number[]> {
  const say = (event: object): void => {
    window.dispatchEvent(
      new MessageEvent('message', { data: { type: 'event', event: { run: 1e9, fit: 0, ...event } } }),
    );
  };
  const batch = Math.ceil(points / 240);
  const gaps: number[] = [];
  let sent = 0;
  say({ type: 'started', seed: 0 });
  say({ type: 'fitStarted', model: 'Model', epochs: points });
  const level = (x: number): number => Math.exp((-5 * x) / points) * (1 + 0.3 * Math.sin(x * x));
  return new Promise((resolve) => {
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (sent >= points) return resolve(gaps);
      const xs = Array.from({ length: batch }, (_, index) => sent + index);
      sent += batch;
      say({ type: 'points', curves: [{ label: 'train_loss', points: xs.map((x) => [x, level(x)]) }] });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

export async function timeDrawing(): Promise<Measured> {
  const gaps = (await webview.evaluate(`(${drawPoints.toString()})(${POINTS})`)) as number[];
  const { median, high } = summarize(gaps);
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  const rate = (1000 * gaps.length) / whole;
  const slowest = Math.max(...gaps);
  return {
    lines: [
      `drawing ${POINTS.toLocaleString('en')} points while they arrive`,
      `  ${rate.toFixed(0)} frames a second over ${(whole / 1000).toFixed(1)} s; between frames ${median.toFixed(0)} ms (median), ${high.toFixed(0)} ms (75%), ${slowest.toFixed(0)} ms (longest)`,
    ],
    missed: rate >= TARGET ? [] : [`${rate.toFixed(0)} frames a second are fewer than ${TARGET}`],
  };
}
