// Puts together dist/pytorch: the Python that runs exercises on real PyTorch, with what it shares with the built-in engine's.
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = 'dist/pytorch';
const OWN = 'src/training/pytorch/python';
const SHARED = 'src/training/python';

/** Of `_exercise`, what needs no engine. */
const PARTS = [
  '__init__',
  'answers',
  'awaiting',
  'cell_magics',
  'environment',
  'execution',
  'failures',
  'imports',
  'mistakes',
  'namespace',
  'origin',
  'overflow',
  'places',
  'shell',
  'streams',
  'watching',
];

const isSource = (file) => !file.endsWith('__pycache__');

export async function placePyTorch() {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(path.join(FOLDER, '_exercise'), { recursive: true });
  await cp(OWN, FOLDER, { recursive: true, filter: isSource });
  for (const part of PARTS)
    await cp(path.join(SHARED, '_exercise', `${part}.py`), path.join(FOLDER, '_exercise', `${part}.py`));
  // The book's package, apart: an installed one goes first.
  const book = path.join(FOLDER, 'book', 'd2l');
  await cp(path.join(SHARED, 'd2l'), book, { recursive: true, filter: isSource });
  for (const file of await readdir('dist/generated/python/d2l'))
    if (file.endsWith('.py')) await cp(path.join('dist/generated/python/d2l', file), path.join(book, file));
}
