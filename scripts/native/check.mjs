// Whether tfjs-node loads and computes in a worker thread, which is how the engine uses it.
// As a program: `node check.mjs PACKAGE` prints TensorFlow's version and ends with 0, or says why not and ends with 1.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inspect } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** tfjs-node 4.22 calls two functions that Node 23 took out. */
function restoreUtil() {
  const functions = createRequire(import.meta.url)('node:util');
  functions.isNullOrUndefined ??= (value) => value === null || value === undefined;
  functions.isArray ??= Array.isArray;
}

/** Multiplies two matrices by a native kernel and returns the version of the library that did it. */
async function multiply(packageFolder) {
  restoreUtil();
  const tf = createRequire(path.join(packageFolder, 'package.json'))('./dist/index.js');
  const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2]));
  const values = [...(await product.data())];
  if (tf.getBackend() !== 'tensorflow') throw new Error(`computed by ${tf.getBackend()}, not by TensorFlow`);
  if (values.join() !== '19,22,43,50') throw new Error(`matMul gave ${inspect(values)}`);
  return tf.backend().binding.TF_Version;
}

/**
 * @param {string} packageFolder of tfjs-node
 * @returns {{ok: true, version: string} | {ok: false, why: string}} judged in a process of its own: a library that
 *   does not fit can end the process
 */
export function checkNative(packageFolder) {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  const run = spawnSync(process.execPath, [import.meta.filename, packageFolder], { env, encoding: 'utf8' });
  if (run.status === 0) return { ok: true, version: run.stdout.trim() };
  const why =
    run.stderr
      .trim()
      .split('\n')
      .find((line) => /error|cannot|not /i.test(line)) ?? run.stderr.trim();
  return { ok: false, why: why || `ended with ${run.signal ?? run.status}` };
}

if (!isMainThread) {
  parentPort.postMessage(await multiply(workerData));
} else if (process.argv[1] === import.meta.filename) {
  const worker = new Worker(import.meta.filename, { workerData: path.resolve(process.argv[2]) });
  worker.on('message', (version) => console.log(version));
  worker.on('error', (error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
