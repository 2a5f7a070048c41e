/** PyTorch of a wheel in the built-in engine's sandbox: a tiny one of our own, with a fake `torch` that has nothing compiled. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Session } from '../../src/training/threads/session.ts';
import { WheelSession } from '../../src/training/wheel/wheel-session.ts';
import { zipOf } from '../data-server.ts';
import { distribution } from './engine.ts';
import { execute, FAKE_LOOP } from './pytorch/pythons.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-wheels-'));
const sessions: WheelSession[] = [];
const logged: string[] = [];
afterAll(async () => {
  await Promise.all(sessions.map((session) => session.dispose()));
  rmSync(folder, { recursive: true });
});

const TORCH = readFileSync(path.join(import.meta.dirname, 'pytorch/fake/torch/__init__.py'));
const NAME = 'torch-2.0.0+fake-cp314-cp314-pyemscripten_2026_0_wasm32.whl';

function wheelOf(tag = 'py3-none-any', torch = TORCH, name = NAME): string {
  const about = `Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: ${tag}\n`;
  const file = path.join(folder, name);
  const entries = [
    { name: 'torch/__init__.py', bytes: torch },
    { name: 'torch-2.0.0+fake.dist-info/WHEEL', bytes: Buffer.from(about) },
  ];
  writeFileSync(file, zipOf(entries));
  return file;
}

function open(wheel: string): WheelSession {
  const session = new WheelSession({
    distribution,
    wheel,
    session: new Session({ distribution, log: (_, text) => logged.push(text) }),
  });
  sessions.push(session);
  return session;
}

describe('PyTorch of a wheel in the sandbox', () => {
  const session = open(wheelOf());

  test('prints, displays, is seeded, and says who computed', async () => {
    const source = 'import torch\nprint(torch.__version__, torch.rand())\n1 + 1';
    const [first, again, other] = [
      await execute(session, source),
      await execute(session, source),
      await execute(session, source, { seed: 1 }),
    ];
    expect(first.result).toMatchObject({ status: 'ok', error: null, displayed: '2', backend: 'pytorch' });
    expect(first.result.stdout).toMatch(/^2\.0\.0\+fake tensor\(0\.\d+\)\n$/);
    expect(first.result.pytorch).toMatchObject({ place: 'sandbox', torch: '2.0.0+fake', cuda: null });
    expect(again.result.stdout).toBe(first.result.stdout);
    expect(other.result.stdout).not.toBe(first.result.stdout);
  });

  test('tells the fit of an own loop, its points and its weight against the truth', async () => {
    const { result } = await execute(session, FAKE_LOOP);
    expect(result.error).toBeNull();
    expect(result.displayed).toBe('tensor(1.9998)');
    const [fit] = result.fits;
    expect(fit).toMatchObject({ model: 'loop', unit: 'step' });
    expect(fit?.curves['loss']).toHaveLength(20);
    expect(fit?.weights).toMatchObject([{ name: 'w', true: [2] }]);
    // Its reports are no reason to give up the thread.
    expect(logged.join()).not.toContain('reached JavaScript');
  });

  test('tells an error with the lines of the learner alone, and the fit until then', async () => {
    const { result } = await execute(session, `${FAKE_LOOP}\n1 / 0`);
    expect(result).toMatchObject({ status: 'error', error: { type: 'ZeroDivisionError', line: 13 } });
    expect(result.error?.traceback).not.toMatch(/_runner|_exercise|<wheel>/);
    expect(result.fits).toHaveLength(1);
  });

  test('stops what never ends', async () => {
    const { result } = await execute(session, 'import torch\nprint("go")\nwhile True: torch.rand()', {
      during: ({ type }, run) => type === 'output' && run.stop(),
    });
    expect(result).toMatchObject({ status: 'stopped', stdout: 'go\n' });
  });

  test('has no rights that the built-in engine has not', async () => {
    const source = 'import torch\ntry:\n    import js\nexcept ImportError as error:\n    print("none")';
    expect((await execute(session, source)).result.stdout).toBe('none\n');
    const outside = 'import torch\nopen("/etc/passwd")';
    expect((await execute(session, outside)).result.error?.type).toBe('FileNotFoundError');
  });

  test('has none of our packages that compute with our tensors', async () => {
    const { error } = (await execute(session, 'import numpy')).result;
    expect(error?.type).toBe('ModuleNotFoundError');
    expect(error?.message).toContain('only what the wheel brings');
  });

  test('has no data folder, and no cells of notebooks', async () => {
    const refused = await execute(session, '1', { dataFolder: folder });
    expect(refused.result.error?.message).toContain('has no data folder of its own');
    const cell = await execute(session, '1', { execution: 1 });
    expect(cell.result.error?.message).toContain('cells of a notebook do not run');
  });
});

describe('a wheel that cannot be used is told of in a line', () => {
  test.each([
    [
      'for another system',
      wheelOf('cp314-cp314-manylinux_2_28_x86_64', TORCH, 'torch-2.1-a.whl'),
      'is for cp314-cp314-manylinux',
    ],
    [
      'for another Python',
      wheelOf('cp39-cp39-pyemscripten_2026_0_wasm32', TORCH, 'torch-2.2-a.whl'),
      'is for cp39',
    ],
    [
      'that breaks',
      wheelOf('py3-none-any', Buffer.from('raise OSError("no libtorch")'), 'torch-2.3-a.whl'),
      'cannot be imported from torch-2.3-a.whl: OSError: no libtorch',
    ],
  ])('%s', async (_, wheel, words) => {
    const { result } = await execute(open(wheel), 'print(1)');
    expect(result).toMatchObject({ status: 'error', stdout: '', error: { type: 'ImportError' } });
    expect(result.error?.message).toContain(words);
  });

  test('or is none', async () => {
    const file = path.join(folder, 'torch-2.4-a.whl');
    writeFileSync(file, 'not a zip');
    expect((await execute(open(file), '1')).result.error?.message).toContain('is no wheel, or damaged');
    expect(() => open(path.join(folder, 'numpy-1.0-a.whl'))).toThrow('is not named as a wheel of PyTorch is');
    expect(() => open(path.join(folder, 'torch-9.9-a.whl'))).toThrow('there is no file');
  });
});
