/** The engine's thread: passes messages between its process's main thread and the realm, which it opens. */
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { HelperThreads } from './helper-threads.ts';
import { Sandbox } from './sandbox.ts';
import { DataReader } from '../process/data-reader.ts';
import type { FromThread, RunOrder, ThreadData, ToThread } from '../process/messages.ts';

const port = parentPort;
if (port === null) throw new Error('worker.js is the engine of a Session and runs as a worker thread');

const data = workerData as ThreadData;
const post = (message: FromThread): void => port.postMessage(message);

/**
 * Nothing that comes from the realm may be looked at here: inspecting an object of it calls its own functions with
 * objects of this realm.
 */
process.on('unhandledRejection', () =>
  post({ type: 'log', level: 'warn', text: 'a promise of the exercise failed' }),
);
process.on('rejectionHandled', () => undefined);
process.on('uncaughtException', () => {
  post({ type: 'retire', reason: 'an uncaught exception in the engine' });
});

let sandbox: Sandbox | null = null;
const files = new DataReader(post);
const helpers = new HelperThreads({
  script: path.join(__dirname, 'helper.js'),
  folder: data.folder,
  most: data.helpers,
  onFailure: (reason) => post({ type: 'log', level: 'warn', text: reason }),
});

/** What the realm says from here on may be about this run: it has the thread. */
function run({ run, message, data: offer }: RunOrder): void {
  files.offer(offer);
  post({ type: 'accepted', run });
  sandbox?.send(message);
}

function giveCode(): void {
  if (sandbox !== null) post({ type: 'code', bytes: sandbox.compiledCode() });
}

/** At once, while the process's main thread compiles the interpreter. */
function open(): void {
  try {
    sandbox = new Sandbox({
      folder: data.folder,
      task: data.task,
      native: data.native ?? null,
      data: files,
      onMessage: (message) => post(message),
      onStopFlag: (buffer) => post({ type: 'stopFlag', buffer }),
      onLend: (memory) => helpers.start(memory),
      onSnapshot: (bytes) => post({ type: 'snapshot', bytes }),
      onBroken: (reason) => post({ type: 'retire', reason }),
    });
    if (!sandbox.wasCached) post({ type: 'uncached' });
  } catch (error) {
    post({
      type: 'retire',
      reason: `the realm cannot be opened: ${String(error)}`,
    });
  }
}

port.on('message', (message: ToThread) => {
  if (message.type === 'run') run(message);
  else if (message.type === 'giveCode') giveCode();
  else sandbox?.load(message.interpreter);
});
open();
