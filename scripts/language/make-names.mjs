// Makes dist/language/names.json, what the editor's help knows, by asking the engine that was just built.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const PROGRAM = path.join(import.meta.dirname, 'names.py');
const FOLDER = 'dist/language';
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What is found in a module besides its own names: `torch` has `nn`. */
function addSubmodules(modules) {
  for (const name of Object.keys(modules)) {
    for (let full = name; full.includes('.'); full = full.slice(0, full.lastIndexOf('.'))) {
      const parent = full.slice(0, full.lastIndexOf('.'));
      (modules[parent] ??= {})[full.slice(parent.length + 1)] = { kind: 'module', module: full, doc: '' };
    }
  }
}

function byName(rows) {
  return Object.fromEntries(rows.map(({ name, ...entry }) => [name, entry]));
}

/** @returns modules and classes by their full names (src/language/names.ts) */
function read(lines) {
  const modules = {};
  const classes = {};
  let tensor = {};
  for (const row of lines.map((line) => JSON.parse(line))) {
    if (row.module === 'torch.Tensor')
      tensor = byName(row.names.map(({ name, more }) => ({ name, ...more })));
    else if (row.module) modules[row.module] = byName(row.names.map(({ name, more }) => ({ name, ...more })));
    else classes[row.class] = { bases: row.bases, members: byName(row.names) };
  }
  classes['torch.Tensor'] = { bases: [], members: tensor };
  addSubmodules(modules);
  return { modules, classes };
}

async function askEngine() {
  const words = ['dist/cli.js', 'run', PROGRAM, '--backend', 'js', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: MAX_OUTPUT });
  const { status, stdout: printed, error } = JSON.parse(stdout.trim().split('\n').at(-1));
  if (status !== 'ok') throw new Error(`names.py: ${error?.traceback ?? status}`);
  return printed.trim().split('\n');
}

export async function makeNames() {
  const names = read(await askEngine());
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'names.json'), JSON.stringify(names));
  return names;
}
