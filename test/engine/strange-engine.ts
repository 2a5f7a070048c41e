/** A distribution whose engine is a stranger: its process runs a script of the test, which says what it likes to the host. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { distribution } from './engine.ts';

/** What the script finds: `say(thread, kind, text)`, `message(thread, object)`, `heard(kind, (thread, text) => …)`, `begin(thread, run)`. */
const PREAMBLE = `
const pipe = new (require('node:net').Socket)({ fd: 3, readable: true, writable: true });
pipe.on('close', () => process.kill(process.pid, 'SIGKILL'));
const say = (thread, kind, text) => {
  const header = Buffer.alloc(9);
  header.writeUInt32LE(Buffer.byteLength(text), 0);
  header.writeUInt32LE(thread, 4);
  header.writeUInt8(kind, 8);
  pipe.write(Buffer.concat([header, Buffer.from(text)]));
};
const message = (thread, value) => say(thread, 2, typeof value === 'string' ? value : JSON.stringify(value));
const listeners = new Map();
const heard = (kind, listener) => listeners.set(kind, listener);
let waiting = Buffer.alloc(0);
pipe.on('data', (piece) => {
  waiting = Buffer.concat([waiting, piece]);
  while (waiting.length >= 9 && waiting.length >= 9 + waiting.readUInt32LE(0)) {
    const end = 9 + waiting.readUInt32LE(0);
    const [thread, kind, text] = [waiting.readUInt32LE(4), waiting[8], waiting.toString('utf8', 9, end)];
    waiting = waiting.subarray(end);
    listeners.get(kind)?.(thread, text);
  }
});
const READY = { type: 'ready', python: '3.14.0', backends: ['js'], start: 'snapshot' };
const begin = (thread, run) => {
  say(thread, 3, JSON.stringify({ run }));
  message(thread, { type: 'started', run, seed: 0 });
};
const end = (run, displayed) => ({ type: 'ended', run, status: 'ok', backend: 'js',
  operations: { tensorflow: 0, wasm: 0, js: 0 }, milliseconds: 1, displayed, outputDropped: 0, error: null });
say(0, 1, '');
heard(1, (thread) => message(thread, READY));
`;

/**
 * @param script called for each run: the body of a function of `thread` and `run`, the run's number
 * @param otherwise at the top of the script, after what it finds there
 */
export function strangeEngine(script: string, otherwise = ''): { folder: string; remove: () => void } {
  // A comma once stood between two paths that a Node was told.
  const folder = mkdtempSync(path.join(tmpdir(), 'd2l strange, '));
  mkdirSync(path.join(folder, 'engine'));
  copyFileSync(path.join(distribution, 'message-check.js'), path.join(folder, 'message-check.js'));
  const runs = `heard(2, (thread, text) => { const { run } = JSON.parse(text); ${script} });`;
  writeFileSync(path.join(folder, 'supervisor.js'), `${PREAMBLE}${otherwise}\n${runs}\n`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
