/** Whatever an exercise says, the terminal only shows it. */
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { FORBIDDEN, HOSTILE } from '../text/hostile.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

const EMPTY_FIGURE = { series: [], xscale: 'linear', yscale: 'linear', xlim: null, ylim: null } as const;

async function call(engine: ReplayedEngine, isTerminal: boolean): Promise<{ out: string; err: string }> {
  const environment = new RecordedEnvironment({ 'a.py': 'x = 1\n' }, engine, isTerminal);
  await main(['run', 'a.py'], environment);
  return { out: environment.stdout.text, err: environment.stderr.text };
}

describe('a run for people', () => {
  it.each([true, false])('says nothing that a terminal would obey (terminal: %s)', async (isTerminal) => {
    const text = HOSTILE.join('\n');
    const curves = HOSTILE.map((label) => ({ label, points: [[0, 1]] as const }));
    const learned = [1];
    const events = [
      { type: 'output', stream: 'stdout', text: `${text}\n` },
      { type: 'output', stream: 'stderr', text },
      { type: 'output', stream: 'displayed', text },
      { type: 'fitStarted', fit: 0, model: text, epochs: 1 },
      { type: 'points', fit: 0, curves },
      {
        type: 'fitEnded',
        fit: 0,
        epochs: 1,
        weights: [{ name: text, shape: [1], learned, true: null, difference: null }],
      },
      ...HOSTILE.map((title) => ({
        type: 'figure' as const,
        figure: { ...EMPTY_FIGURE, title, xlabel: title, ylabel: title },
      })),
    ] as const;
    const error = { type: text, message: text, line: 1, column: 1, traceback: `${text}\n`, frames: [] };
    const engine = new ReplayedEngine(events, { status: 'error', error } as never);
    const { out, err } = await call(engine, isTerminal);
    // What the line of progress tells the terminal is our own.
    const foreign = (out + err).replaceAll('\r\x1b[K', '');
    expect(foreign).not.toMatch(FORBIDDEN);
    expect(foreign).toContain('␛]0;title␇');
  });

  it('shows a line that is written over as it ends', async () => {
    const events = ['\r 0%', '\r 50%', '\r100%', '\nnext\r\n', 'a\rb'].map((text) => ({
      type: 'output' as const,
      stream: 'stdout' as const,
      text,
    }));
    const { out } = await call(new ReplayedEngine(events), false);
    expect(out.split('\n').slice(0, 3)).toEqual(['100%', 'next', 'b']);
  });
});
