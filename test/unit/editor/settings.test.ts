import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBlockArgument } from '../../../src/editor/arguments.ts';
import { dataFolderPath, DEFAULT_SETTINGS, readSettings } from '../../../src/editor/settings.ts';

const read = (values: Record<string, unknown>) => readSettings((name) => values[name]);

describe('settings', () => {
  it('are taken as they are when they are valid', () => {
    const values = {
      backend: 'wasm',
      engine: 'python',
      python: '/opt/torch/bin/python',
      jupyterServer: 'http://localhost:8888/',
      seed: 7,
      timeLimit: 0.5,
      liveRuns: 'onSave',
      dataFolder: 'data',
      dataMirror: 'https://course.example/data',
      decorations: false,
      shapes: 'onHover',
      languageHelp: 'on',
    } as const;
    expect(read(values)).toEqual(values);
  });

  it('are the defaults where a settings file holds something else', () => {
    expect(read({})).toEqual(DEFAULT_SETTINGS);
    expect(
      read({
        backend: 'gpu',
        engine: 'torch',
        python: 3,
        seed: -1,
        timeLimit: '60',
        liveRuns: true,
        dataFolder: 3,
        decorations: 1,
      }),
    ).toEqual(DEFAULT_SETTINGS);
    expect(read({ seed: 1.5, timeLimit: -1 })).toEqual(DEFAULT_SETTINGS);
    expect(read({ seed: 2 ** 32 }).seed).toBe(0);
  });
});

describe('the data folder', () => {
  it('is none unless it is named', () => {
    expect(dataFolderPath('', '/work')).toBe('');
    expect(read({ dataFolder: '  ' }).dataFolder).toBe('');
  });

  it('is relative to the workspace folder, or absolute', () => {
    expect(dataFolderPath('sets/d2l', path.resolve('/work'))).toBe(path.resolve('/work/sets/d2l'));
    expect(dataFolderPath(path.resolve('/data'), undefined)).toBe(path.resolve('/data'));
  });

  it('is none when it is relative to nothing on this machine', () => {
    expect(dataFolderPath('data', undefined)).toBe('');
  });
});

describe('the argument of d2l.runExercise', () => {
  it('names a block, or nothing', () => {
    expect(readBlockArgument({ uri: 'file:///a.py', block: 2, more: 1 })).toEqual({
      uri: 'file:///a.py',
      block: 2,
    });
    for (const other of [
      undefined,
      null,
      3,
      'x',
      { path: '/a.py' },
      { uri: 1, block: 0 },
      { uri: 'a', block: -1 },
    ]) {
      expect(readBlockArgument(other)).toBeUndefined();
    }
  });
});
