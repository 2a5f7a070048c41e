/**
 * The main thread of an engine's process. It runs no exercise: it starts and ends the threads that do, passes on what they
 * and the host say, and stops a run whose thread is busy. It ends when the host does.
 */
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import path from 'node:path';
import { encodeFrame, FrameReader, type Frame } from './frames.ts';
import {
  FromProcess,
  PIPE,
  ToProcess,
  type CommandOrder,
  type OpenOrder,
  type RunOrder,
} from './messages.ts';
import { SupervisedThread } from './supervised-thread.ts';

/** A host says nothing longer: programs, listings of data folders, pieces of files. */
const LONGEST_FRAME = 2 ** 29;
/** What waits for a host that does not read, before the thread that says so much is ended. */
const MOST_WAITING_BYTES = 2 ** 28;

const folder = path.join(__dirname, 'engine');
/** Where tfjs-node is, if it is. */
const [, , native] = process.argv;
const pipe = new Socket({ fd: PIPE, readable: true, writable: true });
const reader = new FrameReader(LONGEST_FRAME);
const threads = new Map<number, SupervisedThread>();

/** Nothing outlives the host, not even a thread that no interrupt reaches. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function send(thread: number, kind: number, payload: string | Uint8Array = ''): void {
  pipe.write(encodeFrame(thread, kind, payload));
  if (pipe.writableLength > MOST_WAITING_BYTES) threads.get(thread)?.lose('it says more than can be read');
}

/** Compiled once, for all threads. */
let interpreter: Promise<WebAssembly.Module> | null = null;
function compileInterpreter(): Promise<WebAssembly.Module> {
  interpreter ??= readFile(path.join(folder, 'pyodide.asm.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return interpreter;
}

function open(id: number, { helpers }: OpenOrder): void {
  const thread = new SupervisedThread({
    script: path.join(__dirname, 'worker.js'),
    folder,
    native,
    helpers,
    interpreter: compileInterpreter(),
    send: (kind, payload) => send(id, kind, payload),
  });
  threads.set(id, thread);
}

function accept({ thread: id, kind, payload }: Frame): void {
  if (kind === ToProcess.open) return open(id, JSON.parse(payload.toString('utf8')) as OpenOrder);
  const thread = threads.get(id);
  if (thread === undefined) return;
  if (kind === ToProcess.run) thread.run(JSON.parse(payload.toString('utf8')) as RunOrder);
  else if (kind === ToProcess.stop) thread.stop((JSON.parse(payload.toString('utf8')) as RunOrder).run);
  else if (kind === ToProcess.settled) thread.settled();
  else if (kind === ToProcess.data || kind === ToProcess.noData) {
    thread.answer(payload, kind === ToProcess.noData);
  } else if (kind === ToProcess.command) {
    thread.command(JSON.parse(payload.toString('utf8')) as CommandOrder);
  } else if (kind === ToProcess.giveCode) thread.giveCode();
  else if (kind === ToProcess.close) close(id, thread);
}

function close(id: number, thread: SupervisedThread): void {
  threads.delete(id);
  void thread.terminate().then(() => send(id, FromProcess.closed));
}

// Ctrl+C reaches every process of a terminal; what it means is the host's to decide.
process.on('SIGINT', () => undefined);
pipe.on('error', end).on('close', end).on('end', end);
pipe.on('data', (piece: Buffer) => {
  reader.push(piece);
  for (let frame = reader.next(); frame !== null; frame = reader.next()) accept(frame);
});
send(0, FromProcess.hello);
