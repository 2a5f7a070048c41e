// Makes what lets the engine start quickly, in dist/engine: packages.bin, the compiled code of our Python packages and of the
// standard library; snapshot.bin, Python's memory with all of them imported; and V8's code cache of realm.js.
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const FOLDER = 'dist/engine';
const CACHE_SECONDS = 10;

export async function makeSnapshot() {
  await make('compile', 'packages.bin');
  await make('snapshot', 'snapshot.bin');
  await makeCodeCache();
}

/** Writes what a task of the realm gives. */
async function make(task, name) {
  const file = join(FOLDER, name);
  const draft = `${file}.${process.pid}`;
  try {
    const { bytes } = await inThread(task, [], 'snapshot');
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    // One of an earlier build would bring back the packages of that build.
    await Promise.all([file, draft].map((path) => rm(path, { force: true })));
    throw error;
  }
}

/** The cache of this version of Node; others write their own after their first run. */
async function makeCodeCache() {
  const source = 'import torch\nfrom d2l import torch as d2l\n';
  const cells = [{ source, document: 'build', firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 1000 };
  const run = JSON.stringify({ type: 'run', run: 1, seed: 0, backend: 'js', cells, limits });
  await inThread('run', [run], 'ended', cacheIsWritten);
}

async function cacheIsWritten() {
  for (let left = CACHE_SECONDS * 20; left > 0; left--) {
    if ((await readdir(FOLDER)).some((name) => name.endsWith('.cache'))) return;
    await wait(50);
  }
  throw new Error('the code cache was not written');
}

/** Opens a realm in a thread and resolves with its message of the wanted type; `messages` are sent when it is ready. */
async function inThread(task, messages, wanted, beforeTheEnd = async () => {}) {
  const worker = new Worker('./dist/worker.js', { workerData: { folder: FOLDER, task } });
  const answered = new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error(`the thread ended without ${wanted}`)));
    worker.on('message', (message) => {
      const parsed = typeof message === 'string' ? JSON.parse(message) : message;
      if (parsed.type === wanted) resolve(parsed);
      else if (parsed.type === 'ready') for (const text of messages) worker.postMessage(text);
      else if (parsed.type === 'retire') reject(new Error(parsed.reason));
      else if (parsed.type === 'log') console.warn(parsed.text);
    });
  });
  worker.postMessage({ type: 'open', interpreter: null });
  try {
    const answer = await answered;
    await beforeTheEnd();
    return answer;
  } finally {
    await worker.terminate();
  }
}
