/** Where Pythons may be: the folders of the workspace, of conda and pyenv, the environment's variables and PATH. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, readFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Candidate, InterpreterSource } from './interpreter.ts';

/** The machine as far as Pythons are looked for there; tests put another one in its place. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: NodeJS.ProcessEnv;
  /** What Windows' launcher `py -0p` prints; empty where there is none. */
  launcherList(): Promise<string>;
}

const LAUNCHER_PATIENCE = 5000;

const THIS_MACHINE: Machine = {
  platform: process.platform,
  home: homedir(),
  variables: process.env,
  launcherList: () =>
    new Promise((resolve) => {
      const settings = { timeout: LAUNCHER_PATIENCE, windowsHide: true };
      execFile('py', ['-0p'], settings, (error, stdout) => resolve(error === null ? stdout : ''));
    }),
};

/** The Python of an environment's folder. */
function pythonIn(folder: string, { platform }: Pick<Machine, 'platform'>): readonly string[] {
  return platform === 'win32'
    ? [path.join(folder, 'Scripts', 'python.exe'), path.join(folder, 'python.exe')]
    : [path.join(folder, 'bin', 'python')];
}

/**
 * Files that may be Pythons, those that are nearest to the workspace first, each once. None of them was started.
 * @param workspace its folders on this machine
 */
export async function findCandidates(
  workspace: readonly string[],
  machine: Machine = THIS_MACHINE,
): Promise<readonly Candidate[]> {
  const found = await Promise.all([
    ofEnvironments('workspace', (await Promise.all(workspace.map(environmentsIn))).flat(), machine),
    ofEnvironments('environment', ofVariables(machine), machine),
    ofPath(machine),
    ofLauncher(machine),
    ofEnvironments('conda', await condaEnvironments(machine), machine),
    ofEnvironments('environment', await foldersIn(path.join(machine.home, '.pyenv', 'versions')), machine),
  ]);
  return unique(found.flat());
}

/** Each path once: under its first source. */
export function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = path.normalize(candidate.path);
    if (!first.has(known)) first.set(known, { ...candidate, path: known });
  }
  return [...first.values()];
}

/** Folders right inside a workspace folder that are environments: of venv and virtualenv, or of conda. */
async function environmentsIn(folder: string): Promise<readonly string[]> {
  const folders = await foldersIn(folder);
  return folders.filter((inside) =>
    ['pyvenv.cfg', 'conda-meta'].some((mark) => existsSync(path.join(inside, mark))),
  );
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => path.join(folder, name))
      .sort();
  } catch {
    return [];
  }
}

function ofVariables({ variables }: Machine): readonly string[] {
  return [variables['VIRTUAL_ENV'], variables['CONDA_PREFIX']].filter((folder) => folder !== undefined);
}

/** Conda keeps a list of its environments; the folders of its usual installers may not be in it. */
async function condaEnvironments({ home, platform }: Machine): Promise<readonly string[]> {
  const list = await readFile(path.join(home, '.conda', 'environments.txt'), 'utf8').catch(() => '');
  const roots = ['miniconda3', 'anaconda3', 'miniforge3', 'mambaforge'].map((name) => path.join(home, name));
  if (platform !== 'win32') roots.push('/opt/conda');
  const inside = await Promise.all(roots.map((root) => foldersIn(path.join(root, 'envs'))));
  const listed = list.split(/\r?\n/).filter((line) => path.isAbsolute(line));
  return [...listed, ...roots, ...inside.flat()];
}

async function ofEnvironments(
  source: InterpreterSource,
  folders: readonly string[],
  machine: Machine,
): Promise<readonly Candidate[]> {
  return existing(
    folders.flatMap((folder) => pythonIn(folder, machine)).map((file) => ({ path: file, source })),
  );
}

/** On Windows the launcher knows the Pythons that were installed, and links to the store are in a folder of PATH. */
async function ofPath(machine: Machine): Promise<readonly Candidate[]> {
  const { platform, variables } = machine;
  const names = platform === 'win32' ? ['python.exe', 'python3.exe'] : ['python3', 'python'];
  const value = variables['PATH'] ?? variables['Path'] ?? '';
  const folders = value.split(platform === 'win32' ? ';' : ':').filter((folder) => path.isAbsolute(folder));
  const files = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  const there = await existing(files.map((file): Candidate => ({ path: file, source: 'path' })));
  return there.filter((candidate) => !opensDialog(candidate, machine));
}

/** Without Apple's tools its `python3` opens a dialog that wants to install them. */
function opensDialog({ path: file }: Candidate, { platform }: Machine): boolean {
  const tools = ['/Library/Developer/CommandLineTools/usr/bin/python3', '/Applications/Xcode.app'];
  return platform === 'darwin' && file === '/usr/bin/python3' && !tools.some((tool) => existsSync(tool));
}

async function ofLauncher({ platform, launcherList }: Machine): Promise<readonly Candidate[]> {
  if (platform !== 'win32') return [];
  return existing(launcherPaths(await launcherList()).map((file) => ({ path: file, source: 'launcher' })));
}

/** Of lines such as ` -V:3.12 *        C:\Python312\python.exe`. */
export function launcherPaths(list: string): readonly string[] {
  const paths = list.split(/\r?\n/).map((line) => /[A-Za-z]:\\.*\.exe/i.exec(line)?.[0]);
  return paths.filter((file) => file !== undefined);
}

async function existing(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const there = await Promise.all(
    candidates.map(({ path: file }) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return candidates.filter((_, index) => there[index]);
}
