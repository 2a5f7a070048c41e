// Puts together dist/pytorch: the Python that runs exercises on real PyTorch, with what it shares with the built-in engine's.
import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = 'dist/pytorch';
const OWN = 'src/training/pytorch/python';
const SHARED = 'src/training/python';

const isSource = (file) => !file.endsWith('__pycache__');

export async function placePyTorch() {
  await rm(FOLDER, { recursive: true, force: true });
  await cp(OWN, FOLDER, { recursive: true, filter: isSource });
  // Some of it looks into the built-in engine; nothing here imports that.
  await cp(path.join(SHARED, '_exercise'), path.join(FOLDER, '_exercise'), {
    recursive: true,
    filter: isSource,
  });
  // The book's package, apart: an installed one goes first.
  const book = path.join(FOLDER, 'book', 'd2l');
  await cp(path.join(SHARED, 'd2l'), book, { recursive: true, filter: isSource });
  for (const file of await readdir('dist/generated/python/d2l'))
    if (file.endsWith('.py')) await cp(path.join('dist/generated/python/d2l', file), path.join(book, file));
}
