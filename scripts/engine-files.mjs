// Puts the files of dist/engine beside realm.js: the interpreter, its standard library, our Python packages.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = 'dist/engine';
/** Later ones win. */
const PACKAGES = ['src/training/python', 'dist/generated/python'];
const PYODIDE = 'node_modules/pyodide';

const COPIED = [
  ['node_modules/@jsquash/jpeg/codec/dec', 'mozjpeg_dec.wasm'],
  ['node_modules/@resvg/resvg-wasm', 'index_bg.wasm', 'resvg.wasm'],
  ['node_modules/dejavu-fonts-ttf/ttf', 'DejaVuSans.ttf'],
  [PYODIDE, 'pyodide.asm.wasm'],
  [PYODIDE, 'python_stdlib.zip'],
];

export async function placeEngineFiles() {
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) if (name.endsWith('.cache')) await rm(path.join(FOLDER, name));
  for (const [folder, name, placed = name] of COPIED)
    await copyFile(path.join(folder, name), path.join(FOLDER, placed));
  // No package of the index can be had offline, so the lock file names none.
  const { info } = JSON.parse(await readFile(path.join(PYODIDE, 'pyodide-lock.json'), 'utf8'));
  await writeFile(path.join(FOLDER, 'pyodide-lock.json'), JSON.stringify({ info, packages: {} }));
  await writeFile(path.join(FOLDER, 'packages.json'), JSON.stringify(await readPackages()));
}

/** Source text of our Python packages by path. */
async function readPackages() {
  const sources = {};
  for (const folder of PACKAGES.filter(existsSync)) {
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.py')).sort()) {
      sources[file.split(path.sep).join(path.posix.sep)] = await readFile(path.join(folder, file), 'utf8');
    }
  }
  return sources;
}
