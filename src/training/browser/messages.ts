/** What passes between the editor's side in the browser and an engine's worker, beside what every engine says. */
import type { FromThread, RunOrder } from '../process/messages.ts';
import type { HelpingParts } from '../threads/helping.ts';

/** Files of the engine's folder, by name. */
export type EngineFiles = ReadonlyMap<string, Uint8Array>;

/** The first message: what the realm is opened with. */
export interface OpenWorker {
  readonly type: 'open';
  readonly files: EngineFiles;
  readonly interpreter: WebAssembly.Module;
  /** Whether memory can be shared with the editor's side: the page is cross-origin isolated. */
  readonly shares: boolean;
  /** How many helper threads it may have; none unless memory can be shared. */
  readonly helpers: number;
}

/** A run, with the files that it may read. */
export interface RunInWorker extends RunOrder {
  readonly type: 'run';
  /** By the paths of the run's listing. */
  readonly blobs: ReadonlyMap<string, Blob>;
}

export type ToWorker = OpenWorker | RunInWorker;

/** Helper threads are wanted on a memory. */
interface LendMessage {
  readonly type: 'lend';
  readonly memory: WebAssembly.Memory;
}

/** What a worker says; of what a thread of Node's says, only what makes sense in a browser comes. */
export type FromWorker = FromThread | LendMessage;

/** What a helper is started with. */
export type HelperStart = HelpingParts;
