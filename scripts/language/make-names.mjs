// Makes dist/language/names.json, what the editor's help knows, what positional arguments are called, and the type stubs, by asking the engine that was just built.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeCalls } from './calls.mjs';
import { nameRows } from './name-rows.mjs';
import { writeStubs } from './stubs.mjs';

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

const membersOf = ({ names }) => byName(names.map(({ name, more }) => ({ name, ...more })));

function modulesIn({ modules }) {
  const entries = Object.entries(modules);
  return Object.fromEntries(entries.map(([name, module]) => [name, { kind: 'module', module, doc: '' }]));
}

/** @returns modules and classes by their full names (src/language/names.ts) */
function read(rows) {
  const modules = {};
  const classes = {};
  let tensor = {};
  for (const row of rows) {
    if (row.module === 'torch.Tensor') tensor = membersOf(row);
    else if (row.module) modules[row.module] = { ...membersOf(row), ...modulesIn(row) };
    else classes[row.class] = { bases: row.bases, special: row.special, members: byName(row.names) };
  }
  classes['torch.Tensor'].members = tensor;
  addSubmodules(modules);
  return { modules, classes };
}

/** What a program prints, run by the engine that was just built. */
async function runInEngine(source) {
  const folder = await mkdtemp(path.join(tmpdir(), 'names-'));
  const file = path.join(folder, path.basename(PROGRAM));
  try {
    await writeFile(file, source);
    const words = ['dist/cli.js', 'run', file, '--backend', 'js', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: MAX_OUTPUT });
    const { status, stdout: printed, error } = JSON.parse(stdout.trim().split('\n').at(-1));
    if (status !== 'ok') throw new Error(`names.py: ${error?.traceback ?? status}`);
    return printed;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function makeNames() {
  const names = read(await nameRows(PROGRAM, runInEngine));
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'names.json'), JSON.stringify(names));
  await writeCalls(names, path.join(FOLDER, 'calls.json'));
  await writeStubs(names);
}
