/** `compare`: two runs beside each other on a terminal, as JSON, and in the exit status. */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/cli/environment.ts';
import type { EngineChoice } from '../../../src/cli/engines.ts';
import { main } from '../../../src/cli/main.ts';
import type { EndedMessage, RunError } from '../../../src/training/protocol/protocol.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

const PYTORCH = {
  pytorch: { place: 'process', torch: '2.9.0', python: '3.11.7', cuda: null, d2l: null },
  backend: 'pytorch',
} as const;

const failure = (type: string, message: string): RunError => ({
  type,
  message,
  line: 1,
  column: 1,
  traceback: `${type}: ${message}\n`,
  frames: [],
});

/** A run that trains a weight to `w` and prints `text`. */
const trained = (w: number, text: string, end: Partial<EndedMessage> = {}): ReplayedEngine =>
  new ReplayedEngine(
    [
      { type: 'started', seed: 0 },
      { type: 'output', stream: 'stdout', text },
      { type: 'fitStarted', fit: 0, model: 'Model', epochs: 2 },
      {
        type: 'points',
        fit: 0,
        curves: [
          {
            label: 'train_loss',
            points: [
              [1, 2],
              [2, 1],
            ],
          },
        ],
      },
      {
        type: 'fitEnded',
        fit: 0,
        epochs: 2,
        weights: [{ name: 'w', shape: [1], learned: [w], true: null, difference: null }],
      },
    ],
    end,
  );

class TwoEngines extends RecordedEnvironment {
  readonly choices: EngineChoice[] = [];

  constructor(
    builtIn: ReplayedEngine,
    private readonly pytorch: ReplayedEngine,
  ) {
    super({ 'secret-name.py': 'lr = 0.1\n' }, builtIn);
  }

  override readonly openEngine = (_log?: unknown, choice: EngineChoice = { type: 'built-in' }): Engine => {
    this.choices.push(choice);
    return choice.type === 'built-in' ? this.engine : this.pytorch;
  };
}

const compare = (environment: TwoEngines, ...words: string[]) =>
  main(['compare', 'secret-name.py', ...words], environment);

describe('compare', () => {
  it('says how far two runs agree, and ends well', async () => {
    const environment = new TwoEngines(
      trained(1.5, 'w 1.5000001\n'),
      trained(1.5 + 1e-8, 'w 1.5000002\n', PYTORCH),
    );
    expect(await compare(environment, '--python', '/venv/bin/python', '--set', 'lr=0.2', '--seed', '7')).toBe(
      0,
    );
    expect(environment.choices).toEqual([
      { type: 'built-in' },
      { type: 'python', executable: '/venv/bin/python' },
    ]);
    expect(environment.engine.requests).toHaveLength(1);
    expect(environment.engine.requests[0]).toMatchObject({ seed: 7, cells: [{ source: 'lr = 0.2\n' }] });
    const { text } = environment.stdout;
    expect(text).toContain('PyTorch 2.9.0, Python 3.11.7');
    expect(text).toContain('train_loss, built-in');
    expect(text).toMatch(/w +1\.5 +1\.5/);
    expect(text).toContain('The same to 1e-6.');
  });

  it('marks the first difference of weights, text and errors, and has a status for it', async () => {
    const environment = new TwoEngines(
      trained(1.5, 'alike\none\n', { status: 'error', error: failure('ValueError', 'left') }),
      trained(1.25, 'alike\nother\n', PYTORCH),
    );
    expect(await compare(environment)).toBe(6);
    const { text } = environment.stdout;
    expect(text).toContain('    alike\n≠ < one\n≠ > other\n');
    expect(text).toContain('error: < ValueError: left (line 1)\n       > none');
    expect(text).toMatch(/≠ w at element 1: 1\.5 and 1\.25/);
    expect(text).toMatch(/They part: how it ended: error and ok/);
  });

  it('has a line for a report that holds no name, path or text of the learner’s', async () => {
    const environment = new TwoEngines(trained(1.5, 'my secret\n'), trained(1.5, 'your secret\n', PYTORCH));
    expect(await compare(environment)).toBe(6);
    const line = environment.stdout.text.split('\n').find((each) => each.startsWith('For a report')) ?? '';
    expect(line).toContain('D2L Exercises 1.2.3 and PyTorch 2.9.0');
    expect(line).not.toMatch(/secret/);
  });

  it('gives all of it as one line of JSON', async () => {
    const environment = new TwoEngines(trained(1.5, 'x\n'), trained(2.5, 'x\n', PYTORCH));
    expect(await compare(environment, '--json')).toBe(6);
    const told = JSON.parse(environment.stdout.text) as Record<string, unknown>;
    expect(told).toMatchObject({
      type: 'compared',
      verdict: 'different',
      largest: expect.any(Number) as number,
    });
    expect(told).toMatchObject({ pytorch: PYTORCH, builtIn: { fits: [{ weights: [{ learned: [1.5] }] }] } });
  });

  it('says in a line why there is no PyTorch', async () => {
    const end = { status: 'error', error: failure('EngineError', 'this Python has no PyTorch') } as const;
    const environment = new TwoEngines(trained(1.5, 'x\n'), new ReplayedEngine([], end));
    expect(await compare(environment)).toBe(3);
    expect(environment.stderr.text).toBe('d2l-exercises: this Python has no PyTorch\n');
    expect(environment.stdout.text).toBe('');
  });

  it('compares with another engine than the built-in one', async () => {
    const environment = new TwoEngines(trained(1.5, 'x\n'), trained(1.5, 'x\n'));
    expect(await compare(environment, '--engine', 'built-in')).toBe(2);
    expect(await compare(environment, '--html', 'page.html')).toBe(2);
    expect(environment.choices).toEqual([]);
  });
});
