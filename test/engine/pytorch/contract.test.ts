/** The package for real PyTorch keeps to the contract: with a fake `torch`, in any Python. */
import { afterAll, describe, expect, test } from 'vitest';
import { execute, FAKE_LOOP, fakeTorch, plainPython, sessionOf } from './pythons.ts';

const TWO_KINDS: readonly [string, Record<string, string>][] = [
  ['a fork for each run', {}],
  // With a GPU no process is forked.
  ['a process for each run', { FAKE_CUDA: '1' }],
];

describe.skipIf(plainPython === null).each(TWO_KINDS)('%s', (_, kind) => {
  const session = sessionOf(plainPython ?? '', fakeTorch(kind));
  afterAll(() => session.dispose());

  test('prints, displays, and is seeded', async () => {
    const source = 'import random, torch\nprint("a", torch.rand())\nrandom.random()';
    const [{ result }, again, other] = [
      await execute(session, source),
      await execute(session, source),
      await execute(session, source, { seed: 1 }),
    ];
    expect(result).toMatchObject({ status: 'ok', stdout: 'a tensor(0.8444)\n', backend: 'pytorch' });
    expect(result.pytorch).toMatchObject({ place: 'process', torch: '2.0.0+fake' });
    expect(again.result.displayed).toBe(result.displayed);
    expect(other.result.displayed).not.toBe(result.displayed);
  });

  test('tells the fit of an own loop, its points and its weight against the truth', async () => {
    const { result } = await execute(session, FAKE_LOOP);
    const [fit] = result.fits;
    expect(fit).toMatchObject({ model: 'loop', unit: 'step' });
    expect(fit?.curves['loss']).toHaveLength(20);
    expect(fit?.weights).toMatchObject([{ name: 'w', true: [2] }]);
    expect(fit?.weights[0]?.learned[0]).toBeCloseTo(2, 3);
    expect(result.displayed).toBe('tensor(1.9998)');
  });

  test('tells an error with the lines of the learner alone, and what went before', async () => {
    const source = 'def f(x):\n    return x / 0\n\nprint("before")\nf(1)\n';
    const { result } = await execute(session, source);
    expect(result).toMatchObject({ status: 'error', stdout: 'before\n' });
    expect(result.error).toMatchObject({ type: 'ZeroDivisionError', line: 2, message: 'division by zero' });
    expect(result.error?.frames.map(({ line }) => line)).toEqual([5, 2]);
    expect(result.error?.traceback).not.toMatch(/_runner|_exercise/);
  });

  test('stops what never ends, and keeps what it has told', async () => {
    const { result } = await execute(session, 'print("go")\nwhile True: pass', {
      during: ({ type }, run) => type === 'output' && run.stop(),
    });
    expect(result).toMatchObject({ status: 'stopped', stdout: 'go\n', error: null });
  });

  test('ends what sleeps at its time limit', async () => {
    const limits = { seconds: 0.5, outputCharacters: 100 };
    const { result } = await execute(session, 'import time\ntime.sleep(60)', { limits });
    expect(result.status).toBe('timeout');
    expect(result.milliseconds).toBeLessThan(5000);
  });

  test('keeps nothing of an earlier run', async () => {
    await execute(session, 'import torch, math\ntorch.rand = None\nmath.pi = 3\nleft = 1');
    const { result } = await execute(
      session,
      'import torch, math\ntorch.rand().value < 1, math.pi, "left" in dir()',
    );
    expect(result.displayed).toBe('(True, 3.141592653589793, False)');
  });

  test('takes in what other programs print', async () => {
    const source =
      'import os, sys, subprocess\nsubprocess.run([sys.executable, "-c", "print(42)"])\nos.write(1, b"raw\\n");';
    const { result } = await execute(session, source);
    expect(result.stdout).toContain('42\n');
    expect(result.stdout).toContain('raw\n');
  });

  test('bounds output that is too long, and says how much is left out', async () => {
    const { result } = await execute(session, 'for i in range(20000): print(i)');
    expect(result.stdout.length).toBeLessThan(11_000);
    expect(result.stdout).toMatch(/^0\n1\n/);
    expect(result.stdout).toMatch(/left out[^]*19999\n$/);
    expect(result.outputDropped).toBeGreaterThan(80_000);
  });

  test('says in a line how its Python died, and has another one for the next run', async () => {
    const { result } = await execute(session, 'import os\nprint("about to")\nos.abort()');
    expect(result).toMatchObject({ status: 'error', error: { type: 'EngineError' } });
    expect(result.error?.message).toMatch(/Python.*crashed/);
    expect((await execute(session, '1 + 1')).result.displayed).toBe('2');
  });
});

describe.skipIf(plainPython === null)('the cells of a notebook', () => {
  const session = sessionOf(plainPython ?? '', fakeTorch());
  afterAll(() => session.dispose());

  test('share their names, also after one that was interrupted', async () => {
    await execute(session, 'x = 1', { execution: 1 });
    const stopped = await execute(session, 'x = 2\nprint("go")\nwhile True: pass', {
      execution: 2,
      during: ({ type }, run) => type === 'output' && run.stop(),
    });
    expect(stopped.result).toMatchObject({
      status: 'stopped',
      error: { type: 'KeyboardInterrupt', line: 3 },
    });
    expect(
      (await execute(session, 'x + _1 if "_1" in dir() else x', { execution: 3 })).result.displayed,
    ).toBe('2');
  });
});

describe.skipIf(plainPython === null)('a Python that cannot be used is told of in a line', () => {
  test.each([
    ['without torch', { PYTHONPATH: '' }, 'this Python has no PyTorch: install it there'],
    [
      'with another major version',
      fakeTorch({ FAKE_TORCH: '1.13.1' }),
      'has PyTorch 1.13.1: PyTorch 2 is needed',
    ],
    [
      'with a broken one',
      fakeTorch({ FAKE_TORCH: 'broken' }),
      'cannot be imported in this Python: OSError: libtorch',
    ],
  ])('%s', async (_, variables, line) => {
    const session = sessionOf(plainPython ?? '', variables);
    const { result } = await execute(session, '1');
    await session.dispose();
    expect(result.error?.type).toBe('EngineError');
    expect(result.error?.message).toContain(line);
    expect(result.error?.message).not.toContain('\n');
  });
});
