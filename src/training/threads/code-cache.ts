/**
 * Makes V8's code cache of the realm's script for the Node of this machine, where the build's does not fit. It is made in a
 * process that runs nothing but our own two lines, and written by the host: a process that has run an exercise can neither
 * write it nor be believed.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeCachePath, REALM_FILE } from './code-cache-file.ts';
import { EngineProcess, type ProcessOptions } from '../process/engine-process.ts';
import type { RunMessage } from '../protocol/protocol.ts';
import { Thread } from './thread.ts';

/** What a start compiles, and the first import. */
const SOURCE = 'import torch\nfrom d2l import torch as d2l\n';
const RUN: RunMessage = {
  type: 'run',
  run: 1,
  cells: [{ source: SOURCE, document: 'start', firstLine: 1 }],
  seed: 0,
  backend: 'js',
  limits: { seconds: 0, outputCharacters: 1000 },
};

const MOST_MILLISECONDS = 20_000;

/** Distributions whose cache was made, or tried to, by this process. */
const made = new Map<string, Promise<void>>();

/** Makes it, once. Never rejects: without a cache each start compiles again. */
export function makeCodeCache(options: ProcessOptions): Promise<void> {
  const { distribution } = options;
  let making = made.get(distribution);
  if (making === undefined) made.set(distribution, (making = make(options).catch(() => undefined)));
  return making;
}

async function make(options: ProcessOptions): Promise<void> {
  const file = codeCachePath(path.join(options.distribution, 'engine', REALM_FILE));
  const draft = `${file}.${process.pid}`;
  // A folder that cannot be written to fails here, before anything is started.
  await writeFile(draft, '');
  try {
    await writeFile(draft, await compiledCode(options));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function compiledCode(options: ProcessOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => void thread.terminate('it took too long'), MOST_MILLISECONDS);
    const thread: Thread = new Thread({
      distribution: options.distribution,
      process: new EngineProcess(options),
      onLog: options.log,
      onLost: (reason) => {
        clearTimeout(tooLong);
        reject(new Error(reason));
      },
      onEvent: ({ type }) => {
        if (type !== 'ended') return;
        void thread.compiledCode().then((code) => {
          resolve(code);
          void thread.terminate('the code is compiled');
        });
      },
    });
    thread.ready.then(() => thread.send(RUN, null), reject);
  });
}
