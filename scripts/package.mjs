// `npm run package`: d2l-exercises-VERSION.vsix, the extension for every platform (backends wasm and js), and the npm
// package of the command line. `npm run package -- --native`: the extension for this platform, with TensorFlow's library.
// `npm run package -- --web`: the extension for editors in a browser.
// `--pre-release` marks the extension as one for the stores' pre-release channel (docs/publishing.md).
// They appear in build/packages, and what is in them is printed. The same commit gives the same bytes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

// Zip files keep local times.
process.env.TZ = 'UTC';

const { createVSIX } = await import('@vscode/vsce');
const { repositoryOf } = await import('./package/publication.mjs');
const { stagePackage } = await import('./package/stage.mjs');
const { buildWeb } = await import('./web/build.mjs');

const root = path.dirname(import.meta.dirname);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { name, version } = manifest;
/** Outside a git checkout. */
const FIRST_RELEASE = '1767225600';

/** @vscode/vsce and npm take it for the time of every file. */
function commitTime() {
  const run = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : FIRST_RELEASE;
}

function report(file) {
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${path.relative(root, file)}  ${megabytes} MB  sha256 ${digest}`);
}

/** Prints how many files of which folders a package has, and how much each takes before it is packed. */
async function reportContents(stage) {
  const entries = await readdir(stage, { recursive: true, withFileTypes: true });
  const folders = new Map();
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(stage, path.dirname(file)).split(path.sep).slice(0, 2).join('/') || '.';
    const { files, bytes } = folders.get(name) ?? { files: 0, bytes: 0 };
    folders.set(name, { files: files + 1, bytes: bytes + statSync(file).size });
  }
  for (const [folder, { files, bytes }] of [...folders].sort(([one], [other]) => (one < other ? -1 : 1)))
    console.log(`  ${folder.padEnd(18)} ${String(files).padStart(4)} files  ${(bytes / 1e6).toFixed(2)} MB`);
}

/**
 * @param {string} folder where the package goes
 * @param {{native: boolean, web: boolean, preRelease: boolean}} options
 * @returns {Promise<string>} the VSIX
 */
async function packExtension(folder, { native, web, preRelease }) {
  const target = web ? 'web' : native ? `${process.platform}-${process.arch}` : undefined;
  const stage = path.join(root, 'build/package', target ?? 'universal');
  await stagePackage(root, stage, { kind: web ? 'web' : 'editor', native });
  await reportContents(stage);
  const packagePath = path.join(folder, `${name}-${version}${target ? `-${target}` : ''}.vsix`);
  await createVSIX({
    cwd: stage,
    packagePath,
    ...(target ? { target } : {}),
    dependencies: false,
    preRelease,
    allowMissingRepository: true,
    // Stores show the README's links and pictures from the repository.
    rewriteRelativeLinks: repositoryOf(manifest) !== undefined,
    // The scan for secrets cannot read a file of half a gigabyte; the universal package has all else and is scanned.
    allowPackageAllSecrets: native,
    allowPackageEnvFile: native,
  });
  return packagePath;
}

/** @returns {Promise<string>} the npm package of the command line */
async function packCommandLine(folder) {
  const stage = path.join(root, 'build/package/command-line');
  await stagePackage(root, stage, { kind: 'commandLine', native: false });
  await reportContents(stage);
  const words = ['pack', '--silent', '--pack-destination', folder];
  const own = process.env.npm_execpath;
  const [program, ...first] = own ? [process.execPath, own] : ['npm'];
  const shell = !own && process.platform === 'win32';
  const run = spawnSync(program, [...first, ...words], { cwd: stage, encoding: 'utf8', shell });
  if (run.status !== 0) throw new Error(`npm pack failed: ${run.stderr}`);
  return path.join(folder, `${name}-${version}.tgz`);
}

if (process.argv[1] === import.meta.filename) {
  const option = { type: 'boolean', default: false };
  const { values } = parseArgs({ options: { native: option, web: option, 'pre-release': option } });
  process.env.SOURCE_DATE_EPOCH ??= commitTime();
  const folder = path.join(root, 'build/packages');
  await mkdir(folder, { recursive: true });
  const { native, web, 'pre-release': preRelease } = values;
  if (web) await buildWeb();
  report(await packExtension(folder, { native, web, preRelease }));
  if (!native && !web) report(await packCommandLine(folder));
}
