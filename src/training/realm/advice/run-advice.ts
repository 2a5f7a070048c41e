/** What is noticed of a run, and its diagnostic rerun. */
import type { AdviceFacts, AdviceKind, Frame, Stability } from '../../protocol/protocol.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Calls } from '../bridge-calls.ts';
import type { LoopListener } from '../loops.ts';
import type { Rerun, RunSummary } from '../host.ts';
import { Advisor, type PythonKnowledge } from './advisor.ts';
import { DiagnosticRerun } from './diagnostic-rerun.ts';
import { TrainingWatch } from './training-watch.ts';

export class RunAdvice implements LoopListener {
  readonly advisor: Advisor;
  readonly #watch: TrainingWatch;
  #rerun: DiagnosticRerun | null = null;

  constructor(
    private readonly calls: Calls,
    python: PythonKnowledge,
  ) {
    this.advisor = new Advisor(python);
    this.#watch = new TrainingWatch(this.advisor, () => this.#rerun);
  }

  /** Starts over for a run; with `rerun` to execute it once more for its advice. */
  begin(rerun: Rerun | null): void {
    this.advisor.begin();
    this.#rerun = rerun === null ? null : new DiagnosticRerun(this.advisor, rerun.unlocated, rerun.isLate);
    this.calls.observer = this.#rerun;
    this.#watch.begin();
  }

  /** The run is over. @param areFinite whether all points of its curves are finite numbers */
  end(areFinite: boolean): Pick<RunSummary, 'advice' | 'unlocated'> {
    const { advice, unlocated } = this.advisor;
    const isReported = (...kinds: AdviceKind[]): boolean => advice.some(({ kind }) => kinds.includes(kind));
    const { overshooting } = this.#watch;
    if (!areFinite && overshooting !== null && !isReported('rateTooLarge', 'sumLoss', 'gradientsKept'))
      this.#reportRate(overshooting, overshooting.frame);
    const isExplained = isReported('rateTooLarge', 'sumLoss');
    if (!areFinite && !isExplained && this.#rerun === null) this.advisor.markUnlocated('notFinite');
    this.calls.observer = null;
    this.#rerun = null;
    return { advice, unlocated };
  }

  /** Another training begins. */
  began(): void {
    this.#watch.fitBegan();
  }

  idle(passes: number): void {
    this.advisor.report('weightsUnchanged', { passes });
  }

  /** A Trainer's fit is over, and nobody has looked into it yet. @param epochs completed */
  epochsEnded(epochs: number): void {
    this.#watch.epochsEnded(epochs);
  }

  /** A Trainer's fit diverged for this reason. */
  explained(stability: Stability): void {
    if (stability.learningRate <= stability.limit) return;
    const { learningRate: rate, limit, summedRows: rows = 0 } = stability;
    this.#reportRate({ rate, limit, rows });
  }

  /** @param frame where the learner's code is, unless given */
  #reportRate(
    { rate, limit, rows }: AdviceFacts['sumLoss'],
    frame: Frame | null = this.advisor.python.place(),
  ): void {
    if (rows > 1 && rate / rows < limit) this.advisor.report('sumLoss', { rate, limit, rows }, frame);
    else this.advisor.report('rateTooLarge', { rate, limit }, frame);
  }

  /** Whether the next backward pass is watched. */
  get isWatching(): boolean {
    return this.#rerun !== null || this.#watch.isWatching;
  }

  beforePass(output: Tensor): void {
    this.#rerun?.beforePass(output);
    if (this.#watch.isWatching) this.#watch.before(output);
  }

  /** @returns whether it was the first pass of a training */
  afterPass(output: Tensor, reached: ReadonlySet<Tensor>): boolean {
    this.#rerun?.afterPass(output, reached);
    return this.#watch.isWatching && this.#watch.after(reached);
  }
}
