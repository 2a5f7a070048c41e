import { beforeEach, describe, expect, it } from 'vitest';
import { FakeWindow, TORCH } from './fakes.ts';

const PYTHON = '/venv/bin/python';

let fake: FakeWindow;
beforeEach(() => {
  fake = new FakeWindow();
});

const choose = (python = PYTHON): void => {
  fake.settings = { ...fake.settings, engine: 'python', python };
  fake.engines.settingsChanged();
};

describe('who runs exercises', () => {
  it('is the built-in engine unless another one is chosen, and no Python is asked for that', async () => {
    expect(await fake.run()).toBe('built in');
    expect(fake.engines.chosen).toEqual({ kind: 'built-in', name: 'Built in' });
    expect([fake.asked, fake.allowing, fake.opened]).toEqual([[], [], []]);
  });

  it('is the Python that was chosen, opened once, and named by what it says', async () => {
    choose();
    expect(fake.engines.chosen.name).toBe('Python');
    expect([await fake.run(), await fake.run()]).toEqual([PYTHON, PYTHON]);
    expect(fake.opened).toHaveLength(1);
    expect(fake.engines.chosen).toEqual({ kind: 'python', name: 'PyTorch 2.9.0, Python 3.11' });
    expect(fake.told).toEqual([]);
  });

  it('is the first Python with PyTorch where none is named', async () => {
    fake.answers = {
      '/a/python': { kind: 'noTorch', python: '3.12.1' },
      [PYTHON]: TORCH,
      '/c/python': TORCH,
    };
    choose('');
    expect(await fake.run()).toBe(PYTHON);
    expect(fake.asked).toEqual(['/a/python', PYTHON]);
  });

  it('is the built-in engine for what is debugged, and PyTorch for what is to run there', async () => {
    expect(await fake.run('pytorch')).toBe(PYTHON);
    choose();
    expect(await fake.run('built-in')).toBe('built in');
  });

  it('is let go when another one is chosen', async () => {
    choose();
    await fake.run();
    choose('/other/python');
    expect(fake.opened.map(({ isDisposed }) => isDisposed)).toEqual([false]);
    await fake.engines.dispose();
    expect(fake.opened.map(({ isDisposed }) => isDisposed)).toEqual([true]);
  });

  it('is a server, named by its host', async () => {
    fake.settings = {
      engine: 'jupyter',
      python: '',
      jupyterServer: 'https://hub.example:8888/user/me/?token=secret',
    };
    expect(fake.engines.chosen).toEqual({ kind: 'jupyter', name: 'Jupyter at hub.example:8888' });
    expect(await fake.run()).toBe(fake.settings.jupyterServer);
  });
});

describe('a choice that cannot be used', () => {
  it('falls back to the built-in engine, and says why in one line', async () => {
    choose('/gone/python');
    expect(await fake.run()).toBe('built in');
    fake.answers['/venv/bin/python'] = {
      kind: 'torchFails',
      python: '3.11.9',
      reason: 'OSError: libcudart.so',
    };
    choose();
    expect(await fake.run()).toBe('built in');
    fake.settings = { engine: 'jupyter', python: '', jupyterServer: '' };
    expect(await fake.run()).toBe('built in');
    fake.settings = { engine: 'jupyter', python: '', jupyterServer: 'http://localhost:1/' };
    fake.refusal = 'nothing listens at http://localhost:1/: start the Jupyter server';
    expect(await fake.run()).toBe('built in');
    expect(fake.told).toEqual([
      'There is no Python at /gone/python: select another engine. The built-in engine ran this.',
      '"import torch" fails in the Python at /venv/bin/python: OSError: libcudart.so. The built-in engine ran this.',
      'No Jupyter server is named: select the engine again. The built-in engine ran this.',
      'Nothing listens at http://localhost:1/: start the Jupyter server. The built-in engine ran this.',
    ]);
  });

  it('is tried again by the next run', async () => {
    choose();
    fake.refusal = 'not now';
    await fake.run();
    fake.refusal = undefined;
    expect(await fake.run()).toBe(PYTHON);
  });

  it('does not fall back where PyTorch alone is wanted', async () => {
    fake.answers = {};
    await expect(fake.run('pytorch')).rejects.toThrow(/^No Python with PyTorch was found/);
  });

  it('starts nothing that the learner has not allowed', async () => {
    choose();
    fake.isAllowed = false;
    expect(await fake.run()).toBe('built in');
    expect([fake.allowing, fake.opened]).toEqual([[PYTHON], []]);
    expect(fake.told[0]).toMatch(/^You have not allowed PyTorch 2\.9\.0, Python 3\.11/);
  });

  it('asks and starts nothing in a restricted window, whatever the settings say', async () => {
    choose();
    fake.isTrusted = false;
    expect(await fake.run()).toBe('built in');
    await expect(fake.run('pytorch')).rejects.toThrow(/restricted/);
    expect(fake.engines.chosen.kind).toBe('built-in');
    expect([fake.asked, fake.allowing, fake.opened]).toEqual([[], [], []]);
  });
});
