// What a package for one platform carries besides: tfjs-node as one script, its binding, TensorFlow's library.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, readdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { checkNative } from '../native/check.mjs';
import { packagesIn } from './bundled.mjs';

const BINDING = 'lib/napi-v8/tfjs_binding.node';
const LIBRARIES = 'deps/lib';

/** tfjs-node asks an installer's library where its binding is; here it lies where the binding's search path needs it. */
const bindingBeside = {
  name: 'binding-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@mapbox\/node-pre-gyp$/ }, () => ({ path: 'binding', namespace: 'beside' }));
    onLoad({ filter: /.*/, namespace: 'beside' }, () => ({
      contents: `exports.find = () => require('node:path').join(__dirname, '..', '${BINDING}');`,
    }));
  },
};

async function bundle(packageFolder, target) {
  const { metafile } = await build({
    entryPoints: [path.join(packageFolder, 'dist/index.js')],
    outfile: path.join(target, 'dist/index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    metafile: true,
    logLevel: 'error',
    plugins: [bindingBeside],
  });
  return packagesIn([metafile]);
}

/** The name by which a loader asks for a library: with its major version, `libtensorflow.so.2` or `libtensorflow.2.dylib`. */
const ASKED_FOR = /\.so\.\d+$|\.\d+\.dylib$|\.dll$/;

/** Each library once: it has several names by links, which zip files do not know. */
async function copyLibraries(from, to) {
  await mkdir(to, { recursive: true });
  const names = new Map();
  for (const name of await readdir(from)) {
    const file = await realpath(path.join(from, name));
    names.set(file, [...(names.get(file) ?? []), name]);
  }
  for (const [file, candidates] of names) {
    const copy = path.join(to, candidates.find((name) => ASKED_FOR.test(name)) ?? path.basename(file));
    await copyFile(file, copy);
    await chmod(copy, 0o644);
  }
}

/**
 * Fills `target` (the distribution's folder `native`) from node_modules.
 *
 * @param {string} root
 * @param {string} target
 * @returns {Promise<string[]>} folders of the packages that it holds parts of
 * @throws Error when the library is not there, or what was put together does not compute
 */
export async function placeNativeBackend(root, target) {
  const source = path.join(root, 'node_modules/@tensorflow/tfjs-node');
  if (!existsSync(path.join(source, BINDING)))
    throw new Error("TensorFlow's library is not there: `npm run native` gets it");
  const packages = await bundle(source, target);
  const { name, version, license } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8'));
  const manifest = { name, version, license, main: 'dist/index.js' };
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  // On Windows the library lies beside the binding.
  await copyLibraries(path.join(source, path.dirname(BINDING)), path.join(target, path.dirname(BINDING)));
  await copyLibraries(path.join(source, LIBRARIES), path.join(target, LIBRARIES));
  const check = checkNative(target);
  if (!check.ok) throw new Error(`the packed TensorFlow does not compute: ${check.why}`);
  return packages;
}
