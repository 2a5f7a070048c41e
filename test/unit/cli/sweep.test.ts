import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

const FILES = {
  'a.py': ['# %% Set-up', 'w = [2, -3.4]', '# %% [3.4.6] Rates', 'fit(lr=0.03, epochs=3, shuffle=True)'].join(
    '\n',
  ),
};

const FIT = [
  { type: 'started', seed: 0 },
  { type: 'fitStarted', fit: 0, model: 'Model', epochs: 2 },
  { type: 'points', fit: 0, curves: [{ label: 'val_loss', points: [[1, 0.25]] }] },
  {
    type: 'fitEnded',
    fit: 0,
    epochs: 2,
    weights: [{ name: 'w', shape: [1], learned: [2.5], true: [2], difference: [0.5] }],
  },
] as const;

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly environment: RecordedEnvironment;
}

async function sweep(words: string, engine = new ReplayedEngine(FIT), isTerminal = false): Promise<Outcome> {
  const environment = new RecordedEnvironment(FILES, engine, isTerminal);
  const status = await main(['sweep', 'a.py', ...words.split(' ')], environment);
  return { status, environment, out: environment.stdout.text, err: environment.stderr.text };
}

describe('a sweep', () => {
  it('runs the exercise with every value and seed', async () => {
    const { status, environment } = await sweep('--exercise 6 --parameter lr --values 0.1,1 --seeds 2');
    expect(status).toBe(0);
    const requests = environment.engine.requests.map(({ cells, seed }) => [
      cells.at(-1)?.source.trim(),
      seed,
    ]);
    expect(requests).toEqual([
      ['fit(lr=0.1, epochs=3, shuffle=True)', 0],
      ['fit(lr=1.0, epochs=3, shuffle=True)', 0],
      ['fit(lr=0.1, epochs=3, shuffle=True)', 1],
      ['fit(lr=1.0, epochs=3, shuffle=True)', 1],
    ]);
    expect(environment.engine.isDisposed).toBe(true);
  });

  it('takes an element of a vector, and other values for other parameters', async () => {
    const { environment } = await sweep(
      '--exercise 6 --parameter w[1] --range=-1:1:2 --set lr=5 --threads 3',
    );
    const sources = environment.engine.requests.map(({ cells }) => cells.map(({ source }) => source.trim()));
    expect(sources.map(([first]) => first)).toEqual(['w = [2, -1.0]', 'w = [2, 1.0]']);
    expect(sources[0]?.[1]).toContain('lr=5');
    expect(environment.stdout.text).toContain('2 values, 3 at a time');
  });

  it('prints a table, a chart and the best value', async () => {
    const { out } = await sweep('--exercise 6 --parameter lr --range 0.01:10:4:log');
    expect(out).toMatch(/ +lr +val_loss +weight error +time\n/);
    expect(out).toMatch(/\n +0\.1 +0\.25 +0\.5 +12\.3 ms\n/);
    expect(out).toContain('Lowest val_loss 0.25 at lr 0.01.');
    expect(out).toMatch(/1e-2 +1e-1 +1e0/);
    expect(out).toContain('4 runs done in');
  });

  it('shows its progress on a terminal', async () => {
    const { err } = await sweep('--exercise 6 --parameter lr --values 0.1,1', undefined, true);
    expect(err).toContain('1 of 2 runs');
  });

  it('gives every run and the rows as JSON', async () => {
    const { out } = await sweep('--exercise 6 --parameter shuffle --values True,False --json');
    const messages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(messages.slice(0, 2)).toMatchObject([
      { type: 'sweepRun', value: true, seed: 0, status: 'ok', weightError: 0.5 },
      { type: 'sweepRun', value: false, seed: 0, status: 'ok' },
    ]);
    expect(messages.at(-1)).toMatchObject({
      type: 'sweepEnded',
      status: 'ok',
      parameter: 'shuffle',
      seeds: 1,
      threads: 2,
      rows: [{ value: true, runs: 1, losses: [{ label: 'val_loss', spread: { mean: 0.25 } }] }, {}],
    });
  });

  it('ends with 1 when every run raised, and says what', async () => {
    const error = { type: 'ValueError', message: 'no', line: 1, column: 1, traceback: '', frames: [] };
    const engine = new ReplayedEngine(FIT, { status: 'error', error });
    const { status, out } = await sweep('--exercise 6 --parameter lr --values 0.1,1', engine);
    expect(status).toBe(1);
    expect(out).toMatch(/0\.1 .* ValueError: no\n/);
  });

  it('ends with 3 when the engine failed', async () => {
    const error = { type: 'EngineError', message: 'gone', line: 1, column: 1, traceback: '', frames: [] };
    const engine = new ReplayedEngine([], { status: 'error', error });
    expect((await sweep('--exercise 6 --parameter lr --values 0.1,1', engine)).status).toBe(3);
  });

  it('stops all runs at Ctrl+C', async () => {
    const engine = new ReplayedEngine([], 'waits');
    const environment = new RecordedEnvironment(FILES, engine);
    const done = main('sweep a.py --parameter lr --values 0.1,1'.split(' '), environment);
    while (engine.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    environment.interrupt();
    expect(await done).toBe(130);
    expect(engine.stops).toBe(2);
    expect(environment.stdout.text).toContain('2 runs stopped after');
  });
});

describe('what is wrong with a sweep', () => {
  it.each([
    ['--values 1,2', 'sweep needs --parameter NAME'],
    ['--parameter lr', 'sweep needs --values LIST or --range'],
    ['--parameter lr --values 1,2 --range 1:2:3', 'not both'],
    ['--parameter lr --range 1:2', '--range takes FROM:TO:COUNT'],
    ['--parameter lr --values 1,fast', '"fast", value 2 of the list, is not a number'],
    ['--parameter lr --range 0:2:3:log', 'above zero'],
    ['--parameter rate --values 1,2', '--parameter: There is no parameter "rate"'],
    ['--parameter w --values 1,2', 'Choose one of the elements w[0] to w[1]'],
    ['--parameter lr --values 1,2 --seeds 101', '202 runs: 200 at most'],
    ['--parameter lr --values 1,2 --threads 0', '--threads takes a whole number'],
  ])('%s', async (words, message) => {
    const { status, err, environment } = await sweep(words);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(environment.engine.requests).toEqual([]);
  });

  it('other commands do not take its options', async () => {
    const environment = new RecordedEnvironment(FILES);
    expect(await main(['run', 'a.py', '--seeds', '2'], environment)).toBe(2);
    expect(environment.stderr.text).toContain('run does not take --seeds');
  });
});
