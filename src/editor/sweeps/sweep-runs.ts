/** One sweep at a time on the engine's pool: its runs as they end, and its own end. */

import { outcomeOf } from '../../sweep/outcome.ts';
import type { PlannedRun } from '../../sweep/plan.ts';
import { RunCollector } from '../../training/protocol/results.ts';
import type { EnginePool } from '../../training/contract.ts';
import type { Run } from '../../training/threads/session.ts';
import { sweepCurves, type SweepRun } from '../../run-model/sweep.ts';
import type { EngineWish } from '../engines/wish.ts';
import type { Settings } from '../settings.ts';
import type { DocumentFolder } from '../source-document.ts';
import { reasonOf } from '../../text/reason.ts';

/** The pool, loaded when the first sweep is set up. */
export type PoolSource = (wish: EngineWish) => Promise<Pick<EnginePool, 'start' | 'size' | 'warm'>>;

/** Nobody reads what a sweep's runs print. */
const OUTPUT_CHARACTERS = 1000;

export interface SweepListener {
  /** See {@link EngineWish.tell}. */
  tell(line: string): void;
  /** The engine is there; `threads` run at a time. */
  began(threads: number): void;
  ran(run: SweepRun): void;
}

/** `failed`: with the reason. */
export type SweepEnd =
  | { readonly status: 'done' | 'stopped'; readonly milliseconds: number }
  | { readonly status: 'failed'; readonly milliseconds: number; readonly problem: string };

export class SweepRuns {
  #runs: readonly Run[] = [];
  #isStopping = false;

  constructor(
    private readonly pool: PoolSource,
    private readonly planned: readonly PlannedRun[],
    private readonly settings: Settings,
    private readonly folder: DocumentFolder,
    private readonly listener: SweepListener,
  ) {}

  /** Never rejects. */
  async carryOut(): Promise<SweepEnd> {
    const began = performance.now();
    const end = <Status>(status: Status) => ({ status, milliseconds: performance.now() - began });
    try {
      const pool = await this.pool({ engine: 'chosen', tell: (line) => this.listener.tell(line) });
      if (this.#isStopping) return end('stopped');
      this.listener.began(pool.size);
      const started = this.planned.map((run) => this.#start(run, pool));
      this.#runs = started.map(({ run }) => run);
      await Promise.all(started.map(({ told }) => told));
      return end(this.#isStopping ? 'stopped' : 'done');
    } catch (error) {
      return { ...end('failed'), problem: reasonOf(error) };
    }
  }

  /** Runs that have not ended are not reported. */
  stop(): void {
    this.#isStopping = true;
    for (const run of this.#runs) run.stop();
  }

  #start(
    { at, seed, cells }: PlannedRun,
    pool: Pick<EnginePool, 'start'>,
  ): { readonly run: Run; readonly told: Promise<void> } {
    const { backend, timeLimit } = this.settings;
    const limits = { seconds: timeLimit, outputCharacters: OUTPUT_CHARACTERS };
    const collector = new RunCollector();
    const run = pool.start({ cells, seed, backend, limits, ...this.folder }, (event) =>
      collector.accept(event),
    );
    const told = run.ended.then(({ status }) => {
      if (status === 'stopped') return;
      const result = collector.result();
      this.listener.ran({ at, seed, ...outcomeOf(result), curves: sweepCurves(result.fits.at(-1)) });
    });
    return { run, told };
  }
}
