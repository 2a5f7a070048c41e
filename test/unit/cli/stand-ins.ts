import type {
  DataSets,
  Engine,
  SweepEngine,
  FigureFiles,
  ReportFiles,
  Environment,
  TextStream,
} from '../../../src/cli/environment.ts';
import type { Table } from '../../../src/advice/words.ts';
import { DataStore } from '../../../src/data/store.ts';
import type { EndedMessage, RunEvent } from '../../../src/training/protocol/protocol.ts';
import type { RunRequest } from '../../../src/training/threads/session.ts';

/** A stream that keeps what is written. */
export class RecordedStream implements TextStream {
  text = '';
  readonly columns = 80;
  readonly isTerminal: boolean;
  readonly hasColors = false;

  constructor(isTerminal: boolean) {
    this.isTerminal = isTerminal;
  }

  write(text: string): void {
    this.text += text;
  }

  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }
}

type EventWithoutRun = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'run'>
    : never
  : never;

export const ENDED: EndedMessage = {
  type: 'ended',
  run: 1,
  status: 'ok',
  backend: 'js',
  operations: { tensorflow: 0, wasm: 0, js: 12 },
  milliseconds: 12.34,
  displayed: null,
  outputDropped: 0,
  error: null,
};

/** An engine that replays recorded events, then ends as told, or waits to be stopped. */
export class ReplayedEngine implements Engine {
  readonly requests: RunRequest[] = [];
  stops = 0;
  isDisposed = false;
  readonly #events: readonly EventWithoutRun[];
  readonly #end: Partial<EndedMessage> | 'waits';

  constructor(events: readonly EventWithoutRun[], end: Partial<EndedMessage> | 'waits' = {}) {
    this.#events = events;
    this.#end = end;
  }

  start: Engine['start'] = (request, onEvent) => {
    this.requests.push(request);
    const { promise, resolve } = deferred<EndedMessage>();
    const finish = (ended: EndedMessage): void => {
      onEvent(ended);
      resolve(ended);
    };
    queueMicrotask(() => {
      for (const event of this.#events) onEvent({ ...event, run: 1 });
      if (this.#end !== 'waits') finish({ ...ENDED, ...this.#end });
    });
    const stop = (): void => {
      this.stops += 1;
      finish({ ...ENDED, status: 'stopped' });
    };
    return { id: 1, ended: promise, stop, extend: () => undefined, command: () => undefined };
  };

  dispose(): Promise<void> {
    this.isDisposed = true;
    return Promise.resolve();
  }
}

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Files by path: text, bytes, or the code of the error that reading gives. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly code: string }>>;

export class RecordedEnvironment implements Environment {
  readonly stdout: RecordedStream;
  readonly stderr: RecordedStream;
  readonly version = '1.2.3';
  locale = '';
  /** Languages whose sentences were asked for. */
  readonly read: string[] = [];
  table: Table = {};
  readonly engine: ReplayedEngine;
  readonly exits: number[] = [];
  interrupt: () => void = () => undefined;
  readonly #files: Files;

  constructor(files: Files, engine: ReplayedEngine = new ReplayedEngine([]), isTerminal = false) {
    this.#files = files;
    this.engine = engine;
    this.stdout = new RecordedStream(isTerminal);
    this.stderr = new RecordedStream(isTerminal);
  }

  readonly readFile = (path: string): Promise<Uint8Array> => {
    const file = this.#files[path] ?? { code: 'ENOENT' };
    if (typeof file === 'string') return Promise.resolve(new TextEncoder().encode(file));
    if (file instanceof Uint8Array) return Promise.resolve(file);
    return Promise.reject(Object.assign(new Error('cannot'), { code: file.code }));
  };

  /** Pages by the file they were written to. */
  readonly pages = new Map<string, string>();

  readonly reports: ReportFiles = {
    source: (name) => Promise.resolve(`/* ${name} */`),
    write: async (path, text) => {
      if (path.startsWith('full/')) throw new Error('no space left on device');
      this.pages.set(path, text);
    },
    isWritable: (folder) => Promise.resolve(folder !== 'nowhere'),
  };

  /** Files of saved figures by their path, as text. */
  readonly kept = new Map<string, string>();

  readonly figureFiles: FigureFiles = {
    draw: ({ format }) => Promise.resolve(new TextEncoder().encode(`a ${format}`)),
    write: async (path, bytes) => {
      if (path.startsWith('full/')) throw new Error('no space left on device');
      this.kept.set(path, new TextDecoder().decode(bytes));
    },
  };

  readonly folder = (path: string): Promise<string | null> =>
    Promise.resolve(path === 'nowhere' ? null : `/here/${path}`);

  dataSets: DataSets = {
    catalog: [],
    store: new DataStore('/nowhere'),
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
  };

  readonly openEngine: Environment['openEngine'] = () => this.engine;

  readonly openPool = (threads: number | null): SweepEngine => ({
    size: threads ?? 2,
    start: this.engine.start,
    dispose: () => this.engine.dispose(),
  });

  onInterrupt(listener: () => void): () => void {
    this.interrupt = listener;
    return () => {
      this.interrupt = () => undefined;
    };
  }

  sentences(language: string): Promise<Table> {
    this.read.push(language);
    return Promise.resolve(this.table);
  }

  exit(status: number): void {
    this.exits.push(status);
  }
}
