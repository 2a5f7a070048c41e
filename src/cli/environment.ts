/** What the command line finds around it: streams, files, the engine. Tests hand in their own. */

import type { Table } from '../advice/words.ts';
import type { DataSet } from '../data/data-set.ts';
import type { FetchOptions } from '../data/fetch-set.ts';
import type { DataStore, StoredSet } from '../data/store.ts';
import type { EngineChoice } from './engines.ts';
import type { FigureDrawing } from '../training/protocol/protocol.ts';
import type { EnginePool, EngineSession } from '../training/contract.ts';

/** A stream of the process: standard output or standard error. */
export interface TextStream {
  readonly isTerminal: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
  /** Whether colours are wanted there. */
  readonly hasColors: boolean;
  write(text: string): void;
}

/** What the command line needs of an engine. */
export type Engine = Pick<EngineSession, 'start' | 'dispose'>;

/** Runs side by side. */
export type SweepEngine = Pick<EnginePool, 'start' | 'size' | 'dispose'>;

export type EngineLog = (level: 'info' | 'warn' | 'error', text: string) => void;

/** Files that a report is made of and goes to. */
export interface ReportFiles {
  /** Text of a file that the page is built from: `report.js`, `report.css`. */
  source(name: string): Promise<string>;
  /** @throws Error with the system's reason */
  write(path: string, text: string): Promise<void>;
  /** Whether files can be made in a folder. */
  isWritable(folder: string): Promise<boolean>;
}

/** What becomes of the figures that a run saves. */
export interface FigureFiles {
  /** A figure's file. @throws Error when it cannot be drawn */
  draw(drawing: FigureDrawing): Promise<Uint8Array>;
  /** Makes the folders above it. @throws Error with the system's reason */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** The data sets of this machine's user. */
export interface DataSets {
  readonly catalog: readonly DataSet[];
  readonly store: DataStore;
  /** See `fetchSet`. */
  fetch(set: DataSet, options: FetchOptions): Promise<StoredSet>;
}

/** The world around the command line, so that tests can stand in for it. */
export interface Environment {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly version: string;
  /** Of messages, as POSIX names it: `zh_CN.UTF-8`; empty: none. */
  readonly locale: string;
  /** The sentences of a language by the English ones; none where they cannot be read. */
  sentences(language: string): Promise<Table>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly reports: ReportFiles;
  readonly figureFiles: FigureFiles;
  /** Absolute path of a folder; null when it is none. */
  readonly folder: (path: string) => Promise<string | null>;
  readonly dataSets: DataSets;
  /** An engine, which begins to start at once. */
  openEngine(log: EngineLog, choice: EngineChoice): Engine;
  /** `threads`: runs at a time; null: as many as there are cores. */
  openPool(threads: number | null, log: EngineLog, choice: EngineChoice): SweepEngine;
  /** Calls the listener at each Ctrl+C until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process at once. */
  exit(status: number): void;
}
