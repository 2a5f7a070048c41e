import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FromProcess } from '../../../src/training/process/messages.ts';
import type { RunEvent, RunId, RunMessage } from '../../../src/training/protocol/protocol.ts';
import { Thread } from '../../../src/training/threads/thread.ts';
import type { ThreadHost, ThreadListener } from '../../../src/training/threads/thread-host.ts';

const message = (run: RunId): RunMessage => ({
  type: 'run',
  run,
  cells: [],
  seed: 0,
  backend: 'js',
  limits: { seconds: 0, outputCharacters: 100 },
});

describe('a thread', () => {
  let distribution: string;
  let thread: Thread;
  let listener: ThreadListener;
  const heard: string[] = [];
  const logged: string[] = [];

  const say = (kind: number, value: object): void =>
    listener.receive(kind, Buffer.from(JSON.stringify(value)));
  const accept = (run: RunId): void => say(FromProcess.accepted, { run });
  const tell = (event: Partial<RunEvent> & { readonly type: string; readonly run: RunId }): void =>
    say(FromProcess.message, event);

  beforeEach(() => {
    distribution = mkdtempSync(path.join(tmpdir(), 'd2l-thread-'));
    // What is a message is another test's subject.
    const checks = 'module.exports = { started: () => true, ended: () => true };';
    writeFileSync(path.join(distribution, 'message-check.js'), checks);
    const process: ThreadHost = {
      pid: undefined,
      open: (given: ThreadListener) => {
        listener = given;
        return { send: () => undefined, close: () => Promise.resolve() };
      },
    };
    thread = new Thread({
      distribution,
      process,
      onEvent: ({ type, run }) => heard.push(`${type} ${String(run)}`),
      onLog: (_level, text) => logged.push(text),
      onLost: () => undefined,
    });
    heard.length = logged.length = 0;
  });

  afterEach(async () => {
    await thread.terminate('the test is over');
    rmSync(distribution, { recursive: true });
  });

  it('is heard of the end of a run also when it has come to the next one', async () => {
    await thread.send(message(1), null);
    accept(1);
    tell({ type: 'started', run: 1 });
    await thread.send(message(2), null);
    accept(2);
    tell({ type: 'started', run: 2 });
    tell({ type: 'ended', run: 1 });
    tell({ type: 'ended', run: 2 });
    expect(heard).toEqual(['started 1', 'started 2', 'ended 1', 'ended 2']);
    expect(logged).toEqual([]);
  });

  it('is not believed about runs that it was not given, has not come to, or has ended', async () => {
    await thread.send(message(1), null);
    tell({ type: 'ended', run: 1 });
    accept(2);
    tell({ type: 'started', run: 2 });
    accept(1);
    tell({ type: 'started', run: 1 });
    tell({ type: 'ended', run: 2 });
    tell({ type: 'ended', run: 1 });
    tell({ type: 'ended', run: 1 });
    tell({ type: 'started', run: 1 });
    expect(heard).toEqual(['started 1', 'ended 1']);
    expect(logged).toHaveLength(5);
  });
});
