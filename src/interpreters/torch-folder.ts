/** Whether a Python seems to have PyTorch: a look at its folders, which starts nothing. */

import { access, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** @param file of the Python. Only asking it tells for sure. */
export async function seemsToHaveTorch(file: string): Promise<boolean> {
  const real = await realpath(file).catch(() => file);
  const prefixes = [file, real].flatMap((python) => [
    path.dirname(python),
    path.dirname(path.dirname(python)),
  ]);
  for (const prefix of new Set(prefixes))
    for (const folder of await packageFolders(prefix))
      if (await exists(path.join(folder, 'torch'))) return true;
  return false;
}

/** Where Pythons keep packages: `lib/python3.11/site-packages`, on Windows `Lib/site-packages`. */
async function packageFolders(prefix: string): Promise<readonly string[]> {
  const inside = await readdir(path.join(prefix, 'lib')).catch((): string[] => []);
  const versions = inside.filter((name) => name.startsWith('python3')).map((name) => path.join('lib', name));
  return [...versions, 'Lib'].flatMap((library) =>
    ['site-packages', 'dist-packages'].map((name) => path.join(prefix, library, name)),
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
