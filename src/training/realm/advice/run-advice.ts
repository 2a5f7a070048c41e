/** What is noticed of a run, and whether it is looked at once more. */
import type { AdviceFacts, AdviceKind, Frame, Stability } from '../../protocol/protocol.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Calls } from '../bridge-calls.ts';
import type { LoopListener } from '../loops.ts';
import type { Look, RunSummary } from '../host.ts';
import { Advisor, type PythonKnowledge } from './advisor.ts';
import { SecondLook } from './second-look.ts';
import { TrainingWatch } from './training-watch.ts';

export class RunAdvice implements LoopListener {
  readonly advisor: Advisor;
  readonly #watch: TrainingWatch;
  #look: SecondLook | null = null;

  constructor(
    private readonly calls: Calls,
    python: PythonKnowledge,
  ) {
    this.advisor = new Advisor(python);
    this.#watch = new TrainingWatch(this.advisor, () => this.#look);
  }

  /** Starts over for a run; with `look` for another look at the one before. */
  begin(look: Look | null): void {
    this.advisor.begin();
    this.#look = look === null ? null : new SecondLook(this.advisor, look.sought, look.isLate);
    this.calls.observer = this.#look;
    this.#watch.begin();
  }

  /** The run is over. @param areFinite whether all points of its curves are finite numbers */
  end(areFinite: boolean): Pick<RunSummary, 'advice' | 'sought'> {
    const { advice, sought } = this.advisor;
    const isToldOf = (...kinds: AdviceKind[]): boolean => advice.some(({ kind }) => kinds.includes(kind));
    const { overshooting } = this.#watch;
    if (!areFinite && overshooting !== null && !isToldOf('rateTooLarge', 'sumLoss', 'gradientsKept'))
      this.#tellRate(overshooting, overshooting.frame);
    const isExplained = isToldOf('rateTooLarge', 'sumLoss');
    if (!areFinite && !isExplained && this.#look === null) this.advisor.seek('notFinite');
    this.calls.observer = null;
    this.#look = null;
    return { advice, sought };
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
    this.#tellRate({ rate, limit, rows });
  }

  /** @param frame where the learner's code is, unless given */
  #tellRate(
    { rate, limit, rows }: AdviceFacts['sumLoss'],
    frame: Frame | null = this.advisor.python.place(),
  ): void {
    if (rows > 1 && rate / rows < limit) this.advisor.report('sumLoss', { rate, limit, rows }, frame);
    else this.advisor.report('rateTooLarge', { rate, limit }, frame);
  }

  /** Whether the next backward pass is looked at. */
  get looking(): boolean {
    return this.#look !== null || this.#watch.looking;
  }

  beforePass(output: Tensor): void {
    this.#look?.beforePass(output);
    if (this.#watch.looking) this.#watch.before(output);
  }

  /** @returns whether it was the first pass of a training */
  afterPass(output: Tensor, reached: ReadonlySet<Tensor>): boolean {
    this.#look?.afterPass(output, reached);
    return this.#watch.looking && this.#watch.after(reached);
  }
}
