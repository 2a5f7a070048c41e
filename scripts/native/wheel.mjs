// Takes TensorFlow's C library and its headers out of the Python wheel `tensorflow-cpu`, which package indexes carry.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

/** Newest version whose C interface tfjs-node 4.22 was seen to compile and run with. */
const requirement = 'tensorflow-cpu==2.15.1';
const platform = 'manylinux2014_x86_64';
/** The library is the same in each; a mirror may carry only some. */
const pythonVersions = ['3.11', '3.10', '3.9'];

const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
const headers = ['tensorflow/c/', 'tensorflow/core/platform/', 'tsl/', 'xla/'];

/** Arguments: the wheel, the folder for libraries, the folder for headers, then the two lists joined by commas. */
const extraction = `
import pathlib, shutil, sys, zipfile
wheel, lib, include, libraries, headers = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        inside = name.removeprefix('tensorflow/') if name.startswith('tensorflow/') else ''
        header = inside.removeprefix('include/') if inside.startswith('include/') else ''
        if inside in libraries.split(','):
            target = pathlib.Path(lib, inside)
        elif header.startswith(tuple(headers.split(','))) and not name.endswith('/'):
            target = pathlib.Path(include, header)
        else:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as source, open(target, 'wb') as copy:
            shutil.copyfileobj(source, copy)
`;

/** The first Python on the path that has pip; throws a sentence that says what is missing. */
export function findPython() {
  const names = ['python3', 'python'].filter((name) => spawnSync(name, ['--version']).status === 0);
  if (names.length === 0) throw new Error('no python3 on the path: install Python 3.9 or newer with pip');
  const python = names.find((name) => spawnSync(name, ['-m', 'pip', '--version']).status === 0);
  if (!python) throw new Error(`${names[0]} has no pip: install it (Debian: apt install python3-pip)`);
  return python;
}

function pipDownload(python, version, folder) {
  const choice = ['--no-deps', '--only-binary=:all:', '--platform', platform, '--python-version', version];
  const words = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', ...choice];
  return spawnSync(python, [...words, '--dest', folder, requirement], { encoding: 'utf8' });
}

/** Returns the wheel's path in `folder`, downloaded unless it is there. */
async function fetchWheel(python, folder) {
  await mkdir(folder, { recursive: true });
  const present = async () => (await readdir(folder)).find((name) => name.endsWith('.whl'));
  let complaint = '';
  for (const version of pythonVersions) {
    if (await present()) break;
    const run = pipDownload(python, version, folder);
    if (run.status !== 0) complaint = run.stderr.trim();
  }
  const wheel = await present();
  if (!wheel) throw new Error(`pip could not download ${requirement} for ${platform}:\n${complaint}`);
  return path.join(folder, wheel);
}

/** The names under which the linker and tfjs-node look for what the wheel calls otherwise. */
async function linkNames(lib) {
  const links = { 'libtensorflow.so': libraries[0], 'libtensorflow_framework.so': libraries[1] };
  for (const [name, target] of Object.entries(links)) {
    await rm(path.join(lib, name), { force: true });
    await symlink(target, path.join(lib, name));
  }
}

/**
 * Fills `deps` (tfjs-node's folder for TensorFlow) with `lib/` and `include/`.
 *
 * @param {string} python a Python with pip
 * @param {string} deps
 * @param {string} scratch folder for the 207 MB wheel
 * @param {(text: string) => void} say
 */
export async function takeLibraryFromWheel(python, deps, scratch, say) {
  const lib = path.join(deps, 'lib');
  const include = path.join(deps, 'include');
  say(`downloading ${requirement} with pip (207 MB)`);
  const wheel = await fetchWheel(python, scratch);
  say('unpacking the library (620 MB)');
  await rm(deps, { recursive: true, force: true });
  const words = ['-c', extraction, wheel, lib, include, libraries.join(), headers.join()];
  const run = spawnSync(python, words, { encoding: 'utf8' });
  const missing = libraries.filter((name) => !existsSync(path.join(lib, name)));
  if (run.status !== 0 || missing.length > 0)
    throw new Error(`the wheel could not be unpacked: ${run.stderr || missing}`);
  await linkNames(lib);
}
