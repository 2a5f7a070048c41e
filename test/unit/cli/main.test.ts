import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { EndedMessage, RunError } from '../../../src/training/protocol/protocol.ts';
import { ENDED, RecordedEnvironment, ReplayedEngine, type Files } from './stand-ins.ts';

const PROGRAM = [
  'import d2l',
  '# %% [3.4.1] Start',
  'first = 1',
  '# %% [3.4.6] Rates',
  'model = Model(lr=0.03)',
  'Trainer(max_epochs=3)',
].join('\n');
const FILES: Files = {
  'a.py': PROGRAM,
  'plain.py': 'x = 1\n',
  'empty.py': '# nothing\n',
  'prose.md': '# Title\n',
  'latin.py': new Uint8Array([0x23, 0xe9, 0x0a]),
  'binary.py': new Uint8Array([0x78, 0, 0x0a]),
  'bom.py': '\ufeffx = 1\n',
  'folder.py': { code: 'EISDIR' },
  'secret.py': { code: 'EACCES' },
  'odd.py': { code: 'EMFILE' },
  'broken.ipynb': '{',
  'a.txt': 'x = 1',
};
const ERROR: RunError = {
  type: 'RuntimeError',
  message: 'boom',
  line: 3,
  column: 1,
  traceback: 'Traceback (most recent call last):\nRuntimeError: boom',
  frames: [],
};
const FIT = [
  { type: 'started', seed: 0 },
  { type: 'fitStarted', fit: 0, model: 'Model', epochs: 2 },
  {
    type: 'points',
    fit: 0,
    curves: [
      {
        label: 'train_loss',
        points: [
          [0.5, 4],
          [1, 2],
        ],
      },
    ],
  },
  { type: 'output', stream: 'stdout', text: 'half ' },
  { type: 'points', fit: 0, curves: [{ label: 'train_loss', points: [[1.5, 'inf']] }] },
  {
    type: 'fitEnded',
    fit: 0,
    epochs: 2,
    weights: [{ name: 'w', shape: [1], learned: [2.5], true: [2], difference: [0.5] }],
  },
  { type: 'output', stream: 'stdout', text: 'line' },
] as const;

interface Outcome {
  readonly status: number;
  readonly environment: RecordedEnvironment;
  readonly out: string;
  readonly err: string;
}

async function call(words: string, engine = new ReplayedEngine([]), isTerminal = false): Promise<Outcome> {
  const environment = new RecordedEnvironment(FILES, engine, isTerminal);
  const status = await main(words.split(' '), environment);
  return { status, environment, out: environment.stdout.text, err: environment.stderr.text };
}

describe('what cannot be run', () => {
  it.each<[string, RegExp]>([
    ['run missing.py', /missing\.py cannot be read: there is no such file/],
    ['run folder.py', /it is a folder/],
    ['run secret.py', /permission denied/],
    ['run odd.py', /odd\.py cannot be read: cannot/],
    ['run a.txt', /a\.txt is not a supported kind of file: it is \.py, \.md or \.ipynb/],
    ['run latin.py', /latin\.py is not UTF-8/],
    ['run binary.py', /binary\.py is a binary file/],
    ['run broken.ipynb', /broken\.ipynb is not a notebook/],
    ['run empty.py --exercise 1', /empty\.py: There is nothing to run: no Python code was found/],
    ['list prose.md', /prose\.md holds no Python code/],
    ['run a.py --exercise 7', /a\.py: There is no exercise 7: the exercises here are 3\.4\.1, 3\.4\.6\./],
    ['run a.py --line 99', /a\.py has 6 lines: there is no line 99/],
    ['run a.py --set lr', /--set: "lr" is not of the form NAME=VALUE/],
    [
      'run a.py --set rl=1',
      /There is no parameter "rl"\..* The parameters are first, Model\.lr, Trainer\.max_epochs/,
    ],
    ['run a.py --set Trainer.max_epochs=x', /Trainer\.max_epochs is an integer \(line 6\), "x" is not/],
    ['run a.py --exercise 1 --set lr=1', /There is no parameter "lr"/],
    ['run a.py --line 1 --exercise 1', /not both/],
  ])('%s', async (words, message) => {
    const { status, out, err, environment } = await call(words);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/^d2l-exercises: .*\nSee d2l-exercises --help\.\n$/);
    expect(out).toBe('');
    expect(environment.engine.requests).toEqual([]);
  });
});

describe('what is handed to the engine', () => {
  it('is the plan with the overrides, the seed and the limits', async () => {
    const words = 'run a.py --exercise 6 --set lr=2 --seed 7 --timeout 1.5 --backend js';
    const { environment, status } = await call(words);
    expect(status).toBe(0);
    expect(environment.engine.isDisposed).toBe(true);
    expect(environment.engine.requests).toEqual([
      {
        cells: [
          { source: 'import d2l\n', document: 'a.py', firstLine: 1 },
          { source: 'model = Model(lr=2.0)\nTrainer(max_epochs=3)\n', document: 'a.py', firstLine: 5 },
        ],
        seed: 7,
        backend: 'js',
        limits: { seconds: 1.5, outputCharacters: 1_000_000 },
      },
    ]);
  });

  it('is the whole document without a target, and no byte order mark', async () => {
    expect((await call('run a.py')).environment.engine.requests[0]?.cells).toHaveLength(3);
    expect((await call('run bom.py')).environment.engine.requests[0]?.cells[0]?.source).toBe('x = 1\n');
  });
});

describe('the exit status', () => {
  it.each<[Partial<EndedMessage>, number]>([
    [{}, 0],
    [{ status: 'error', error: ERROR }, 1],
    [{ status: 'error', error: { ...ERROR, type: 'EngineError' } }, 3],
    [{ status: 'timeout' }, 124],
    [{ status: 'stopped' }, 130],
  ])('of %j', async (end, status) => {
    expect((await call('run a.py', new ReplayedEngine([], end))).status).toBe(status);
    expect((await call('run a.py --json', new ReplayedEngine([], end))).status).toBe(status);
  });

  it('is 3 when the engine cannot even start', async () => {
    const engine = new ReplayedEngine([]);
    engine.start = () => {
      throw new Error('no worker');
    };
    const { status, err } = await call('run a.py', engine);
    expect(status).toBe(3);
    expect(err).toContain('no worker');
    expect(engine.isDisposed).toBe(true);
  });
});

describe('Ctrl+C', () => {
  it('stops the run at first and ends the process when pressed again', async () => {
    const engine = new ReplayedEngine([], 'waits');
    const environment = new RecordedEnvironment(FILES, engine);
    const status = main(['run', 'a.py'], environment);
    while (engine.requests.length === 0) await Promise.resolve();
    const { interrupt } = environment;
    interrupt();
    expect([engine.stops, environment.exits]).toEqual([1, []]);
    interrupt();
    expect([engine.stops > 0, environment.exits]).toEqual([true, [130]]);
    expect(await status).toBe(130);
    expect(environment.stderr.text).toContain('stopped after');
  });
});

describe('a run for people', () => {
  it('prints the output, the chart, the table and how it ended', async () => {
    const { out, err } = await call('run a.py --exercise 6', new ReplayedEngine(FIT));
    expect(out).toMatch(/^half line\n\nModel, 2 epochs\n/);
    expect(out).toContain('* train_loss');
    expect(out).toContain('train_loss: 1 point cannot be drawn, the first at epoch 1.5: inf');
    expect(out).toContain('  weight  learned  true  difference\n  w           2.5     2         0.5\n');
    expect(out).toMatch(/\n3\.4\.6 Rates: diverged, in 12\.3 ms, backend js, seed 0\n$/);
    expect(err).toBe('');
  });

  it('says in one line that nothing was trained', async () => {
    const events = [{ type: 'output', stream: 'displayed', text: '3' }] as const;
    const { out } = await call('run plain.py', new ReplayedEngine(events));
    expect(out).toBe('3\nNothing was trained: this run has no fit.\n\nok in 12.3 ms, backend js, seed 0\n');
  });

  it('prints the traceback on standard error, after what was learned until then', async () => {
    const { out, err } = await call('run a.py', new ReplayedEngine(FIT, { status: 'error', error: ERROR }));
    expect(err).toBe(`${ERROR.traceback}\nfailed after 12.3 ms, backend js, seed 0\n`);
    expect(out).toContain('* train_loss');
  });

  it('names the time limit', async () => {
    const { err } = await call('run a.py --timeout 2', new ReplayedEngine([], { status: 'timeout' }));
    expect(err).toContain('the time limit of 2 s ended the run');
  });

  it('says how much output was left out', async () => {
    const { out } = await call('run a.py', new ReplayedEngine([], { outputDropped: 9_000_000 }));
    expect(out).toContain('9,000,000 characters of output left out');
  });

  it('updates one line on a terminal and takes it away for output and at the end', async () => {
    const { err } = await call('run a.py', new ReplayedEngine(FIT), true);
    expect(err.split('\r\x1b[K')).toEqual([
      '',
      'Model  epoch 1/2',
      'Model  epoch 2/2  train_loss 2',
      '',
      'Model  epoch 2/2  train_loss inf',
      '',
    ]);
  });
});

describe('a run as JSON', () => {
  it('is one message to a line, the result last', async () => {
    const { out, err } = await call('run a.py --json', new ReplayedEngine(FIT));
    const messages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(messages.slice(0, -1)).toEqual(FIT.map((event) => ({ ...event, run: 1 })));
    expect(messages.at(-1)).toEqual({
      ...ENDED,
      stdout: 'half line',
      fits: [
        {
          model: 'Model',
          epochs: 2,
          curves: {
            train_loss: [
              [0.5, 4],
              [1, 2],
              [1.5, 'inf'],
            ],
          },
          weights: [{ name: 'w', shape: [1], learned: [2.5], true: [2], difference: [0.5] }],
        },
      ],
      figures: [],
      advice: [],
    });
    expect(err).toBe('');
  });
});

describe('list', () => {
  it('shows blocks and parameters', async () => {
    const { out, status } = await call('list a.py');
    expect(status).toBe(0);
    expect(out).toBe(
      [
        'a.py: 3 blocks',
        '',
        'set-up  (lines 1-1)',
        '',
        'exercise 3.4.1  Start  (lines 3-3)',
        '  first = 1  (line 3)',
        '',
        'exercise 3.4.6  Rates  (lines 5-6)',
        '  Model.lr = 0.03  (line 5)',
        '  Trainer.max_epochs = 3  (line 6)',
        '',
      ].join('\n'),
    );
  });

  it('gives the same as JSON', async () => {
    const { out } = await call('list a.py --json');
    expect(out.endsWith('}\n')).toBe(true);
    expect(JSON.parse(out)).toMatchObject({
      document: 'a.py',
      blocks: [
        { index: 0, exercise: null, parameters: [] },
        { exercise: '3.4.1', parameters: [{ key: 'first', kind: 'integer', value: 1 }] },
        {
          exercise: '3.4.6',
          title: 'Rates',
          headingLine: 4,
          firstLine: 5,
          lastLine: 6,
          parameters: [
            { key: 'Model.lr', name: 'lr', group: 'Model', kind: 'float', value: 0.03, line: 5 },
            { key: 'Trainer.max_epochs', kind: 'integer', value: 3, line: 6 },
          ],
        },
      ],
    });
  });
});

it('has help and a version', async () => {
  expect((await call('--help')).out).toContain('d2l-exercises run FILE');
  expect((await call('--version')).out).toBe('1.2.3\n');
});
