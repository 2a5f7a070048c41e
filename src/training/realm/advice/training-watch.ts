/** Watches the first backward passes of a training for mistakes. */
import type { AdviceFacts, Frame } from '../../protocol/protocol.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Advisor } from './advisor.ts';
import { KeptGradients } from './kept-gradients.ts';
import { spreadIn } from './loss-shape.ts';
import { Overshoot, summedRows, type Rate } from './overshoot.ts';
import type { DiagnosticRerun } from './diagnostic-rerun.ts';
import { UnchangedWeights } from './unchanged-weights.ts';

/** Passes of a fit that are watched: what is wrong with a training is wrong from the start. */
const WATCHED_PER_FIT = 8;
/** Passes of a run that are watched. */
const MOST_WATCHED = 400;

/** A training whose steps overshoot. */
interface Overshooting extends Rate {
  /** Rows over which its loss is summed; 0 where it is no sum, or where the rate may have been divided by them. */
  readonly rows: number;
  readonly frame: Frame | null;
}

/** Watches the first backward passes of every fit, whoever wrote its loop. */
export class TrainingWatch {
  #left = WATCHED_PER_FIT;
  #total = MOST_WATCHED;
  #isFirst = true;
  #kept = new KeptGradients();
  readonly #unchanged = new UnchangedWeights();
  readonly #overshoot = new Overshoot();
  #overshooting: Overshooting | null = null;
  #rows = 0;

  constructor(
    private readonly advisor: Advisor,
    private readonly rerun: () => DiagnosticRerun | null,
  ) {}

  /** Starts over for a run. */
  begin(): void {
    this.#total = MOST_WATCHED;
    this.#kept = new KeptGradients();
    this.#overshooting = null;
    this.fitBegan();
  }

  /** Another training begins. */
  fitBegan(): void {
    this.#left = WATCHED_PER_FIT;
    this.#isFirst = true;
    this.#unchanged.begin();
    this.#overshoot.begin();
  }

  /** The training whose steps were seen to overshoot, if there is one. */
  get overshooting(): Overshooting | null {
    return this.#overshooting;
  }

  /** Whether the next pass is watched. */
  get isWatching(): boolean {
    return this.#left > 0 && this.#total > 0;
  }

  /** Before the pass, while the graph of `loss` is whole. */
  before(loss: Tensor): void {
    this.#rows = summedRows(loss);
    const spread = spreadIn(loss);
    if (spread === null) return;
    const place = this.rerun()?.placeOf(spread.node) ?? null;
    if (place === null) this.advisor.markUnlocated('broadcastLoss');
    else this.advisor.report('broadcastLoss', { rows: spread.rows, flat: spread.flat }, place);
  }

  /**
   * After the pass.
   * @returns whether it was the fit's first one
   */
  after(reached: ReadonlySet<Tensor>): boolean {
    this.#left--;
    this.#total--;
    this.#unchanged.pass(reached);
    const rate = this.#overshoot.pass(reached);
    if (rate !== null) this.#overshooting ??= this.#overshootingWith(rate, reached);
    if ([...reached].filter((leaf) => this.#kept.pass(leaf)).length > 0) this.#tellKept(reached);
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    return isFirst;
  }

  /** A Trainer's fit is over. @param epochs completed */
  epochsEnded(epochs: number): void {
    const { passes } = this.#unchanged;
    if (epochs > 0 && passes > 0) this.advisor.report('weightsUnchanged', { passes });
  }

  #tellKept(reached: ReadonlySet<Tensor>): void {
    this.#left = 0;
    const holders = this.#holdersOf(reached);
    this.advisor.report('gradientsKept', holders ?? { optimizer: null, module: null, weights: [] });
  }

  /** A loop of the learner's own may divide a sum's rate by the rows; an optimizer's rate is what it is. */
  #overshootingWith(rate: Rate, reached: ReadonlySet<Tensor>): Overshooting {
    const isPlain = this.#rows === 0 || (this.#holdersOf(reached)?.optimizer ?? null) !== null;
    return { ...rate, rows: isPlain ? this.#rows : 0, frame: this.advisor.python.place() };
  }

  #holdersOf(reached: ReadonlySet<Tensor>): AdviceFacts['gradientsKept'] | null {
    const handles = [...reached].map(({ handle }) => handle).filter((handle) => handle > 0);
    return this.advisor.python.holders(handles);
  }
}
