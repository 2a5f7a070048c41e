import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { childrenOf } from './processes.ts';
import type { RunResult } from '../../src/training/protocol/protocol.ts';

/** The built program and the real engine, as a terminal starts them. */
const PROGRAM = path.resolve('dist/cli.js');
const WORKBOOK = path.resolve('workbook/3.4-linear-regression-scratch.py');
const folder = mkdtempSync(path.join(tmpdir(), 'd2l-exercises-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function file(source: string, name = 'exercise.py'): string {
  const place = path.join(folder, name);
  writeFileSync(place, source);
  return place;
}

/** Runs the program. @param onPrint called when it first prints */
function program(words: readonly string[], onPrint?: (child: ChildProcess) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    if (onPrint) child.stdout.once('data', () => onPrint(child));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, out, err });
    });
  });
}

async function result(...words: string[]): Promise<RunResult> {
  const { out } = await program(['run', ...words, '--json']);
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as RunResult;
}

describe('a program without a fit', () => {
  it('prints, shows its last expression and ends with 0', async () => {
    const { status, out } = await program(['run', file('print("hello")\n1 + 1')]);
    expect(out).toMatch(
      /^hello\n2\nNothing was trained: this run has no fit\.\n\nok in .*, backend js, seed 0\n$/,
    );
    expect(status).toBe(0);
  });

  it('gives every protocol message on its line with --json', async () => {
    const { out } = await program(['run', file('print("hello")\n1 + 1'), '--json']);
    const messages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    const types = messages.map(({ type }) => type).filter((type) => type !== 'log');
    expect(types).toEqual(['started', ...types.slice(1, -1).map(() => 'output'), 'ended']);
    expect(messages.at(-1)).toMatchObject({
      status: 'ok',
      stdout: 'hello\n',
      displayed: '2',
      fits: [],
      error: null,
    });
  });

  it('takes another value for a parameter', async () => {
    expect(await result(file('x = 3\nprint(x)'), '--set', 'x=-4')).toMatchObject({ stdout: '-4\n' });
  });

  it('runs an exercise after the shared blocks above it only', async () => {
    const source = 'print("a")\n# %% [3.4.1] x\nprint("b")\n# %% [3.4.2] y\nprint("c")\n# %% z\nprint("d")\n';
    expect((await result(file(source), '--exercise', '2')).stdout).toBe('a\nc\n');
  });

  it('runs Markdown and notebooks', async () => {
    const markdown = file('# Title\n\n- list\n\n  ```python\n  if True:\n      print("md")\n  ```\n', 'a.md');
    expect((await result(markdown)).stdout).toBe('md\n');
    const cells = [{ cell_type: 'code', source: ['%matplotlib inline\n', 'print("nb")\n', '1 / 0'] }];
    const { stdout, error } = await result(file(JSON.stringify({ cells }), 'a.ipynb'));
    expect(stdout).toBe('nb\n');
    expect(error).toMatchObject({ type: 'ZeroDivisionError', line: 3 });
    expect(error?.traceback).toContain('a.ipynb#cell1", line 3');
  });
});

describe('bad input', () => {
  it.each<[string, string, number, RegExp]>([
    ['an exception', 'x = 1\nraise ValueError("no")', 1, /line 2, in <module>[^]*ValueError: no\n/],
    ['a syntax error', 'x = 1\ndef f(:', 1, /line 2\n[^]*SyntaxError: invalid syntax\n/],
    ['a busy loop with a time limit', 'while True: pass', 124, /the time limit of 1 s ended the run/],
    ['exit()', 'exit()', 0, /^$|./],
  ])('%s gives the right status', async (_, source, status, message) => {
    const outcome = await program(['run', file(source), '--timeout', '1']);
    expect(outcome.err).toMatch(message);
    expect(outcome.status).toBe(status);
  });

  it('keeps a million of ten million printed characters, from both ends, and says so between', async () => {
    const { out, status } = await program(['run', file('print("x" * 10_000_000)')]);
    const kept = [...out.matchAll(/x{2,}/g)].map(([text]) => text.length);
    expect(kept).toEqual([500_000, 499_999]);
    expect(out).toMatch(/9[ ,]?000[ ,]?001 characters/);
    expect(status).toBe(0);
  });

  it('names what torch does not have, and where', async () => {
    const { err, status } = await program(['run', file('import torch\n\ntorch.no_such_name(1)')]);
    expect(err).toMatch(/line 3[^]*no_such_name/);
    expect(status).toBe(1);
  });

  it('does not run what is no Python file', async () => {
    const { err, out, status } = await program(['run', path.join(folder, 'none.py')]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('none.py cannot be read: there is no such file');
  });
});

// Windows knows no signals: kill() ends the process there.
describe.skipIf(process.platform === 'win32')('Ctrl+C', () => {
  it('stops a busy loop and ends with 130', async () => {
    const { status, err } = await program(['run', file('print("begun")\nwhile True: pass')], (child) =>
      child.kill('SIGINT'),
    );
    expect(err).toContain('stopped after');
    expect(status).toBe(130);
  });
});

describe('section 3.4', () => {
  it('trains, and shows the chart and the table', async () => {
    const { out, err, status } = await program(['run', WORKBOOK, '--exercise', '3.4']);
    expect(err).toBe('');
    expect(out).toMatch(/\nLinearRegressionScratch, 3 epochs\n/);
    expect(out).toContain('* train_loss   o val_loss');
    expect(out).toMatch(/\n {2}weight +learned +true +difference\n {2}w\[0,0\] +[12]\.\d+ +2 +-?0\.\d+\n/);
    expect(out).toMatch(
      /\n3\.4 Linear regression from scratch: ok in .*, backend (js|wasm|tensorflow), seed 0\n$/,
    );
    expect(status).toBe(0);
  });

  it('gives the same numbers for the same seed and others for another', async () => {
    const fits = async (seed: string): Promise<unknown> =>
      (await result(WORKBOOK, '--exercise', '3.4', '--seed', seed)).fits;
    const [first, again, other] = [await fits('3'), await fits('3'), await fits('4')];
    expect(first).not.toEqual([]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('diverges when the learning rate is set to 2.5', async () => {
    const { fits } = await result(WORKBOOK, '--exercise', '3.4', '--set', 'lr=2.5');
    const losses = fits[0]?.curves['train_loss']?.map(([, y]) => y) ?? [];
    expect(losses.some((y) => y === 'inf' || y === 'nan' || (typeof y === 'number' && y > 1e10))).toBe(true);
  });
});

describe('a report', () => {
  it('is one page with all of it, for which the built page parts were taken', async () => {
    const page = path.join(folder, 'report.html');
    const { status } = await program(['run', WORKBOOK, '--exercise', '3.4', '--html', page]);
    expect(status).toBe(0);
    const html = readFileSync(page, 'utf8');
    const state = /id="state">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(state)).toMatchObject({
      status: 'ok',
      results: { fits: [{ model: 'LinearRegressionScratch', completed: 3 }] },
    });
    expect(html).toContain('<th scope="row">model.w</th><td>Tensor</td><td>(2, 1)</td><td>float32</td>');
    expect(html).toMatch(/<td>parameter<\/td><td>\(32\|8, 2\)<\/td>/);
    expect(html).not.toMatch(/(src|href)="/);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  const full = () => openSync('/dev/full', 'w');

  it('for what is told beside the results leaves these', async () => {
    const words = [PROGRAM, 'run', file('import sys\nprint("told", file=sys.stderr)\n1 + 1')];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', full()] });
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    const [status] = (await once(child, 'close')) as [number];
    expect([status, out.split('\n')[0]]).toEqual([0, '2']);
  });

  it('for the results is said, and is no success', async () => {
    const words = [PROGRAM, 'run', file('1 + 1')];
    const child = spawn(process.execPath, words, { stdio: ['ignore', full(), 'pipe'] });
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    const [status] = (await once(child, 'close')) as [number];
    expect(status).toBe(3);
    expect(err).toMatch(/^d2l-exercises: the results cannot be written: ENOSPC/m);
    expect(err).not.toContain('    at ');
  });
});

describe('a sweep', () => {
  it.skipIf(!existsSync('/proc'))('loses nothing when its engine is killed from outside', async () => {
    const source = 'import time\nn = 1\ntime.sleep(0.2)\nprint("done", n)\ntime.sleep(0.2)\n';
    const words = ['sweep', file(source), '--parameter', 'n', '--values', '1, 2, 3, 4', '--json'];
    let killed = 0;
    const { status, out } = await program(words, (child) => {
      for (const pid of killed === 0 ? childrenOf(child.pid ?? 0) : []) {
        process.kill(pid, 'SIGKILL');
        killed++;
      }
    });
    expect(killed).toBeGreaterThan(0);
    expect(status).toBe(0);
    const last = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as { rows: { problems: unknown[] }[] };
    expect(last.rows.map(({ problems }) => problems)).toEqual([[], [], [], []]);
  });

  it('learns with some rates, diverges with others, and says why', async () => {
    const words = ['sweep', WORKBOOK, '--exercise', '3.4', '--parameter', 'lr', '--values', '0.1, 2.5'];
    const { status, out } = await program([...words, '--json']);
    const last = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as {
      rows: { losses: { label: string; spread: { mean: number } | null }[]; problems: { text: string }[] }[];
    };
    expect(status).toBe(0);
    const [learned, diverged] = last.rows;
    expect(learned?.losses.find(({ label }) => label === 'val_loss')?.spread?.mean).toBeLessThan(0.001);
    expect(learned?.problems).toEqual([]);
    expect(diverged?.losses.map(({ spread }) => spread)).toEqual([null, null]);
    expect(diverged?.problems[0]?.text).toMatch(/^diverged at epoch [\d.]+: 2\.5 is above 2\/λmax = 1\./);
  });
});
