// Makes dist/engine/snapshot.bin: Python's memory with the standard library and our packages' code in it.
import { rename, rm, writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

const FOLDER = 'dist/engine';

export async function makeSnapshot() {
  const file = `${FOLDER}/snapshot.bin`;
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, await takeSnapshot());
    await rename(draft, file);
  } catch (error) {
    // One of an earlier build would bring back the packages of that build.
    await Promise.all([file, draft].map((path) => rm(path, { force: true })));
    throw error;
  }
}

function takeSnapshot() {
  const worker = new Worker('./dist/worker.js', { workerData: { folder: FOLDER, task: 'snapshot' } });
  const taken = new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread ended without a snapshot')));
    worker.on('message', (message) => {
      const parsed = typeof message === 'string' ? JSON.parse(message) : message;
      if (parsed.type === 'snapshot') resolve(parsed.bytes);
      else if (parsed.type === 'retire') reject(new Error(parsed.reason));
      else if (parsed.type === 'log') console.warn(parsed.text);
    });
  });
  worker.postMessage({ type: 'open', interpreter: null });
  return taken.finally(() => worker.terminate());
}
