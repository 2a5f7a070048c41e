// Makes what lets the engine start quickly, in dist/engine: packages.bin, the compiled code of our Python packages and of the
// standard library; snapshot.bin, Python's memory with all of them imported; and V8's code cache of realm.js.
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

const FOLDER = 'dist/engine';

export async function makeSnapshot() {
  await make('compile', 'packages.bin');
  await make('snapshot', 'snapshot.bin');
  await makeCodeCache();
}

/** Writes what a task of the realm gives. */
async function make(task, name) {
  const file = path.join(FOLDER, name);
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, await inThread(task));
    await rename(draft, file);
  } catch (error) {
    // One of an earlier build would bring back the packages of that build.
    await Promise.all([file, draft].map((path) => rm(path, { force: true })));
    throw error;
  }
}

/** The cache of this version of Node, which the engine makes after its first run; so it does for others. */
async function makeCodeCache() {
  const require = createRequire(import.meta.url);
  const log = (level, text) => level !== 'info' && console.warn(text);
  const { Engine } = require('../dist/engine.js');
  const engine = new Engine({ distribution: path.resolve('dist'), log });
  const cells = [{ source: 'import torch', document: 'build', firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 1000 };
  const { error } = await engine.start({ cells, seed: 0, backend: 'js', limits }, () => {}).ended;
  await engine.dispose();
  if (error !== null) throw new Error(error.message);
  if (!(await readdir(FOLDER)).some((name) => name.endsWith('.cache')))
    throw new Error('the code cache was not written');
}

/** What a task of the realm gives. */
async function inThread(task) {
  const worker = new Worker('./dist/worker.js', { workerData: { folder: FOLDER, task, helpers: 0 } });
  const answered = new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error(`the thread ended without a ${task}`)));
    worker.on('message', (message) => {
      const parsed = typeof message === 'string' ? JSON.parse(message) : message;
      if (parsed.type === 'snapshot') resolve(parsed.bytes);
      else if (parsed.type === 'retire') reject(new Error(parsed.reason));
      else if (parsed.type === 'log') console.warn(parsed.text);
    });
  });
  worker.postMessage({ type: 'open', interpreter: null });
  try {
    return await answered;
  } finally {
    await worker.terminate();
  }
}
