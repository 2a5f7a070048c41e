import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/advice/translate.ts';
import {
  ServerRuns,
  type ServerRun,
  type ServerRunsHost,
} from '../../../../src/editor/engines/server-runs.ts';
import type { ExerciseRecord } from '../../../../src/editor/exercise-record.ts';
import type { EndedMessage, RunEvent } from '../../../../src/training/protocol/protocol.ts';

const RUN: ServerRun = { uri: 'file:///a/3.4.py', name: '/a/3.4.py', title: '3.4.py', key: '["3.4"]' };
const RECORD = { document: RUN, key: RUN.key } as unknown as Pick<ExerciseRecord, 'document' | 'key'>;
const VERSION = { place: 'server', torch: '2.9.0', python: '3.11', cuda: null, d2l: null } as const;
const STARTED: RunEvent = { type: 'started', run: 1, seed: 0, pytorch: VERSION };
const ENDED = { type: 'ended', run: 1, status: 'stopped', pytorch: VERSION } as EndedMessage;

class Window {
  kept: ServerRun | undefined;
  state: { server: string; isOver: boolean } | null | Error = null;
  isPressed = false;
  readonly offered: string[] = [];
  readonly shown: ServerRun[] = [];
  readonly logged: string[] = [];

  open(): ServerRuns {
    const host: ServerRunsHost = {
      t: english,
      load: () => this.kept,
      save: (run) => (this.kept = run),
      find: () => (this.state instanceof Error ? Promise.reject(this.state) : Promise.resolve(this.state)),
      offer: (text) => {
        this.offered.push(text);
        return Promise.resolve(this.isPressed);
      },
      show: (run) => {
        this.shown.push(run);
        return Promise.resolve();
      },
      log: (text) => this.logged.push(text),
    };
    return new ServerRuns(host);
  }
}

describe('a run at a Jupyter server', () => {
  it('is noted while it runs, and no longer', () => {
    const window = new Window();
    const runs = window.open();
    runs.accept(RECORD, STARTED);
    expect(window.kept).toEqual(RUN);
    runs.accept(RECORD, ENDED);
    expect(window.kept).toBeUndefined();
  });

  it('is not noted where it is none of a server’s', () => {
    const window = new Window();
    window.open().accept(RECORD, { ...STARTED, pytorch: { ...VERSION, place: 'process' } });
    window.open().accept(RECORD, { type: 'started', run: 1, seed: 0 });
    expect(window.kept).toBeUndefined();
  });

  it('that the window leaves is told of by the next one, and shown to who wants to see it', async () => {
    const window = new Window();
    const runs = window.open();
    runs.accept(RECORD, STARTED);
    runs.leave();
    runs.accept(RECORD, ENDED);
    window.state = { server: 'gpu:8888', isOver: false };
    await window.open().tell();
    expect(window.offered).toEqual(['The run of 3.4.py goes on at gpu:8888.']);
    expect(window.shown).toEqual([]);
    window.state.isOver = true;
    window.isPressed = true;
    await window.open().tell();
    expect(window.offered[1]).toBe('The run of 3.4.py at gpu:8888 has ended while its window was closed.');
    expect(window.shown).toEqual([RUN]);
  });

  it('is not told of where there was none, the server has it no more, or cannot be asked', async () => {
    const window = new Window();
    window.state = { server: 'gpu:8888', isOver: false };
    await window.open().tell();
    window.kept = RUN;
    window.state = null;
    await window.open().tell();
    window.state = new Error('nothing listens');
    await window.open().tell();
    expect(window.offered).toEqual([]);
    expect(window.logged.join()).toMatch(/nothing listens/);
  });
});
