/** Pythons that a test writes: shell scripts that answer as it likes, or this machine's Python with packages of the test's. */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A script at `file` that is started in the place of a Python. */
export function writeScript(file: string, script: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/**
 * This machine's `python3`, which finds `packages` (source by name) too.
 * @returns its path in `folder`
 */
export function writePython(folder: string, packages: Readonly<Record<string, string>>): string {
  const site = path.join(folder, 'site-packages');
  mkdirSync(site, { recursive: true });
  for (const [name, source] of Object.entries(packages)) writeFileSync(path.join(site, `${name}.py`), source);
  return writeScript(
    path.join(folder, 'bin', 'python'),
    `PYTHONDONTWRITEBYTECODE=1 PYTHONPATH='${site}' exec python3 "$@"`,
  );
}

/** A `torch` that says who it is. */
export const fakeTorch = (version: string, cuda: string | null = null): string => `
__version__ = '${version}'
print('a package may print what it likes')
class version: cuda = ${cuda === null ? 'None' : `'${cuda}'`}
class cuda:
    is_available = staticmethod(lambda: ${cuda === null ? 'False' : 'True'})
    get_device_name = staticmethod(lambda index: 'Fake GPU')
class backends: pass
`;
