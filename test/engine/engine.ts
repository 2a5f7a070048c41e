/** Runs Python through a real session, for tests. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EngineSession } from '../../src/training/contract.ts';
import { RunCollector } from '../../src/training/protocol/results.ts';
import { Session, type Run, type SessionOptions } from '../../src/training/threads/session.ts';
import type { BackendChoice, RunEvent, RunResult } from '../../src/training/protocol/protocol.ts';

export const distribution = path.resolve(import.meta.dirname, '../../dist');
export const DOCUMENT = 'exercise.py';

export interface Options {
  readonly firstLine?: number;
  readonly seed?: number;
  readonly seconds?: number;
  readonly outputCharacters?: number;
  readonly locate?: boolean;
  readonly lineValues?: boolean;
  readonly variables?: boolean;
  readonly keeps?: boolean;
  readonly graph?: boolean;
  readonly steps?: boolean;
  readonly dataFolder?: string;
  readonly backend?: BackendChoice;
  /** The number of a notebook's cell, which goes on in the same realm as the one before it. */
  readonly execution?: number;
  readonly onEvent?: (event: RunEvent) => void;
}

export function openSession(options: Partial<SessionOptions> = {}): Session {
  if (!existsSync(path.join(distribution, 'worker.js'))) throw new Error('dist/ is not built: npm run build');
  return new Session({ distribution, log: () => undefined, ...options });
}

export interface Started extends Run {
  readonly result: Promise<RunResult>;
}

/** Starts cells of one document; each further cell begins where the one before it ended. */
export function start(
  session: Pick<EngineSession, 'start'>,
  source: string | readonly string[],
  options: Options = {},
): Started {
  let line = options.firstLine ?? 1;
  const cells = [source].flat().map((text) => {
    const firstLine = line;
    line += text.split('\n').length;
    return { source: text, document: DOCUMENT, firstLine };
  });
  const limits = { seconds: options.seconds ?? 20, outputCharacters: options.outputCharacters ?? 100_000 };
  const collector = new RunCollector();
  const { seed = 0, locate = false, lineValues = false, backend = 'auto' } = options;
  const { variables = false, keeps = false, graph = false, steps = false, dataFolder } = options;
  const data = dataFolder === undefined ? {} : { dataFolder };
  const cell = options.execution === undefined ? {} : { execution: options.execution };
  const run = session.start(
    { cells, seed, backend, limits, locate, lineValues, variables, keeps, graph, steps, ...data, ...cell },
    (event) => {
      collector.accept(event);
      options.onEvent?.(event);
    },
  );
  return {
    ...run,
    stop: () => run.stop(),
    extend: (seconds) => run.extend(seconds),
    command: (command) => run.command(command),
    id: run.id,
    ended: run.ended,
    result: run.ended.then(() => collector.result()),
  };
}

export function run(
  session: Pick<EngineSession, 'start'>,
  source: string | readonly string[],
  options?: Options,
): Promise<RunResult> {
  return start(session, source, options).result;
}
