import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findCandidates, launcherPaths, type Machine } from '../../../src/interpreters/candidates.ts';
import { writeScript } from './fake-python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-candidates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (...names: string[]): string => path.join(folder, ...names);

function environment(name: string, mark: string): string {
  const python = writeScript(inFolder(name, 'bin', 'python'), '');
  if (mark.endsWith('.cfg')) writeFileSync(inFolder(name, mark), '');
  else mkdirSync(inFolder(name, mark));
  return python;
}

const machine = (variables: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux'): Machine => ({
  platform,
  home: inFolder('home'),
  variables,
  launcherList: () => Promise.resolve(''),
});

describe('Pythons of this machine', () => {
  it('are looked for in the workspace, the environment’s variables, PATH, conda and pyenv, in this order', async () => {
    const venv = environment('workspace/.venv', 'pyvenv.cfg');
    const conda = environment('workspace/any name', 'conda-meta');
    writeScript(inFolder('workspace/src/bin/python'), '');
    const active = writeScript(inFolder('active/bin/python'), '');
    const onPath = writeScript(inFolder('path/python3'), '');
    const listed = writeScript(inFolder('listed/bin/python'), '');
    const named = writeScript(inFolder('home/miniconda3/envs/d2l/bin/python'), '');
    const pyenv = writeScript(inFolder('home/.pyenv/versions/3.12.1/bin/python'), '');
    mkdirSync(inFolder('home/.conda'));
    writeFileSync(inFolder('home/.conda/environments.txt'), `${inFolder('listed')}\nrelative\n\n`);
    const found = await findCandidates(
      [inFolder('workspace'), inFolder('nowhere')],
      machine({ VIRTUAL_ENV: inFolder('active'), PATH: `relative::${inFolder('path')}:${inFolder('gone')}` }),
    );
    const ours = found.filter(({ path: file }) => file.startsWith(folder));
    expect(ours.map(({ path: file, source }) => [file, source])).toEqual([
      [venv, 'workspace'],
      [conda, 'workspace'],
      [active, 'environment'],
      [onPath, 'path'],
      [listed, 'conda'],
      [named, 'conda'],
      [pyenv, 'environment'],
    ]);
  });

  it('are each found once', async () => {
    const python = writeScript(inFolder('twice/bin/python'), '');
    const variables = {
      VIRTUAL_ENV: inFolder('twice'),
      CONDA_PREFIX: inFolder('twice'),
      PATH: inFolder('twice/bin'),
    };
    const found = await findCandidates([], machine(variables));
    expect(found.filter(({ path: file }) => file === python)).toEqual([
      { path: python, source: 'environment' },
    ]);
  });

  it('are those of Windows’ launcher there', () => {
    const list =
      ' -V:3.12 *        C:\\Program Files\\Python312\\python.exe\r\n -V:3.11   D:\\python.exe\r\n\r\nnone\r\n';
    expect(launcherPaths(list)).toEqual(['C:\\Program Files\\Python312\\python.exe', 'D:\\python.exe']);
  });
});
