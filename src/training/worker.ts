/** The engine's thread: passes messages between the host and the realm, which it opens. */
import { parentPort, workerData } from 'node:worker_threads';
import { Enclosure } from './enclosure.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

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

let enclosure: Enclosure | null = null;
let first = true;

/** After the first run, when nobody waits for this thread. */
function run(message: string): void {
  enclosure?.send(message);
  if (first) setImmediate(() => enclosure?.keepCompiledCode());
  first = false;
}

function open(interpreter: WebAssembly.Module | null): void {
  try {
    enclosure = new Enclosure({
      folder: data.folder,
      task: data.task,
      interpreter,
      onMessage: (message) => post(message),
      onStopFlag: (buffer) => post({ type: 'stopFlag', buffer }),
      onSnapshot: (bytes) => post({ type: 'snapshot', bytes }),
      onBroken: (reason) => post({ type: 'retire', reason }),
    });
  } catch (error) {
    post({
      type: 'retire',
      reason: `the realm cannot be opened: ${String(error)}`,
    });
  }
}

port.on('message', (message: ToThread) => {
  if (typeof message === 'string') run(message);
  else if (message.type === 'dataFolder') enclosure?.offerData(message.path);
  else open(message.interpreter);
});
