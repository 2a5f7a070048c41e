/** Runs an exercise on the built-in engine and on PyTorch, side by side and apart from its own runs, and compares them. */

import type { Translate } from '../../advice/translate.ts';
import { compareResults } from '../../compare/compare.ts';
import { reportLine, type ReportFacts } from '../../compare/wording.ts';
import type { ComparedSide, EngineComparison } from '../../run-model/engine-comparison.ts';
import { pastFits } from '../../run-model/history.ts';
import { MAX_OUTPUT } from '../../run-model/output.ts';
import { EMPTY_STATE } from '../../run-model/state.ts';
import { StateStore } from '../../run-model/store.ts';
import { shown } from '../../text/shown.ts';
import { reasonOf } from '../../text/reason.ts';
import type { EnginePool } from '../../training/contract.ts';
import type { RunResult } from '../../training/protocol/protocol.ts';
import { RunCollector } from '../../training/protocol/results.ts';
import type { Run, RunRequest } from '../../training/threads/active-run.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { folderOf } from '../source-document.ts';
import type { Settings } from '../settings.ts';

export interface ComparisonsHost {
  readonly t: Translate;
  /** @throws Error saying in a line why there is none */
  pool(engine: 'built-in' | 'pytorch'): Promise<Pick<EnginePool, 'start'>>;
  settings(record: ExerciseRecord): Settings;
  /** Of the extension and the machine. */
  readonly facts: Pick<ReportFacts, 'version' | 'system'>;
}

const ENGINES = ['built-in', 'pytorch'] as const;

/** Lines of what was printed that are shown, and the characters of each. */
const MOST_LINES = 400;
const LONGEST_LINE = 400;

interface Compared {
  readonly results: readonly [RunResult, RunResult];
  readonly facts: ReportFacts;
}

export class EngineComparisons {
  /** The runs of the newest one. */
  #runs: readonly Run[] = [];
  #count = 0;
  readonly #compared = new WeakMap<ExerciseRecord, Compared>();

  constructor(private readonly host: ComparisonsHost) {}

  /** Another one that goes on is ended. Resolves when both runs have ended. @param pytorch what people call it */
  async start(record: ExerciseRecord, pytorch: string): Promise<void> {
    this.stop();
    const number = ++this.#count;
    const names = [this.host.t('Built in'), pytorch] as const;
    let comparison: EngineComparison = {
      status: 'running',
      problem: null,
      sides: [waiting(names[0]), waiting(names[1])],
      comparison: null,
    };
    const change = (fields: Partial<EngineComparison>): void => {
      comparison = { ...comparison, ...fields };
      if (number === this.#count) record.store.set({ engineComparison: comparison });
    };
    change({});
    this.#compared.delete(record);
    const { seed } = record.state;
    try {
      const sides = await this.#start(record, (side, told) =>
        change({ sides: withSide(comparison.sides, side, told) }),
      );
      const results = await Promise.all(sides);
      if (results.some(({ status }) => status === 'stopped')) return change({ status: 'stopped' });
      const [one, other] = results as [RunResult, RunResult];
      this.#compared.set(record, { results: [one, other], facts: { ...this.host.facts, pytorch, seed } });
      change({ status: 'done', comparison: shown(compareResults(one, other)) });
    } catch (error) {
      change({ status: 'failed', problem: reasonOf(error) });
    }
  }

  stop(): void {
    for (const run of this.#runs) run.stop();
    this.#runs = [];
  }

  /** Ends it and takes it away. */
  close(record: ExerciseRecord): void {
    if (record.state.engineComparison?.status === 'running') this.stop();
    this.#count += 1;
    this.#compared.delete(record);
    record.store.set({ engineComparison: null });
  }

  /** The line for a report of a fault; undefined: nothing was compared. */
  report(record: ExerciseRecord): string | undefined {
    const compared = this.#compared.get(record);
    if (compared === undefined) return undefined;
    const [one, other] = compared.results;
    return reportLine(compareResults(one, other), compared.results, compared.facts);
  }

  async #start(
    record: ExerciseRecord,
    ended: (side: 0 | 1, told: ComparedSide) => void,
  ): Promise<readonly Promise<RunResult>[]> {
    const settings = this.host.settings(record);
    const request: RunRequest = {
      cells: record.cells(),
      seed: record.state.seed,
      backend: settings.backend,
      limits: { seconds: settings.timeLimit, outputCharacters: MAX_OUTPUT },
      ...(settings.dataFolder === '' ? {} : { dataFolder: settings.dataFolder }),
      ...folderOf(record.document),
    };
    const pools = await Promise.all(ENGINES.map((engine) => this.host.pool(engine)));
    const sides = pools.map((pool) => followed(pool, request));
    this.#runs = sides.map(({ run }) => run);
    const names = record.state.engineComparison?.sides.map(({ name }) => name) ?? [];
    return sides.map(async ({ result }, side) => {
      const told = await result;
      ended(side as 0 | 1, sideOf(names[side] ?? '', told));
      return told.result;
    });
  }
}

/** What a run came to: whole, and as the panel keeps it. */
interface Told {
  readonly result: RunResult;
  readonly store: StateStore;
}

function followed(pool: Pick<EnginePool, 'start'>, request: RunRequest): { run: Run; result: Promise<Told> } {
  const collector = new RunCollector();
  const store = new StateStore(EMPTY_STATE);
  let hasBegun = false;
  const run = pool.start(request, (event) => {
    hasBegun ||= event.type === 'started';
    // An engine that dies early ends a run which never reported its start.
    if (!hasBegun) store.accept({ type: 'started', run: event.run, seed: request.seed });
    collector.accept(event);
    store.accept(event);
  });
  return { run, result: run.ended.then(() => ({ result: collector.result(), store })) };
}

function waiting(name: string): ComparedSide {
  return { name, status: null, milliseconds: null, fits: [], printed: [], error: null };
}

function withSide(
  sides: EngineComparison['sides'],
  side: 0 | 1,
  told: ComparedSide,
): EngineComparison['sides'] {
  return side === 0 ? [told, sides[1]] : [sides[0], told];
}

function sideOf(name: string, { result, store }: Told): ComparedSide {
  const { status, milliseconds, stdout, displayed, error } = shown(result);
  const text = [stdout.replace(/\n$/, ''), displayed ?? ''].filter((part) => part !== '').join('\n');
  return {
    name,
    status,
    milliseconds,
    fits: pastFits(store.state.results.fits),
    printed:
      text === ''
        ? []
        : text
            .split('\n')
            .slice(0, MOST_LINES)
            .map((line) => line.slice(0, LONGEST_LINE)),
    error: error === null ? null : { type: error.type, message: error.message, line: error.line },
  };
}
