/** Backward passes of a run: the graph of the latest, and the norms of the gradients that went along its edges. */
import { edgeTo, type Edge, type Node } from '../../autograd/tape/node.ts';
import type { PassWatcher } from '../../autograd/tape/pass-watch.ts';
import { normOf } from '../../tensor/statistics.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** Milliseconds that norms may take: some at first, and a part of the run's time. */
const ALLOWED = { atFirst: 20, part: 0.25 };
/** Elements of the largest gradient that is measured. */
const MOST_ELEMENTS = 2 ** 22;

/** A pass, with the nodes from which it began. */
export interface Pass<Names> {
  readonly number: number;
  readonly roots: readonly NonNullable<Edge>[];
  /** What the code called the tensors when it began. */
  readonly names: Names;
}

/** @typeParam Names what is asked of the code's names at the beginning of a pass */
export class PassRecord<Names> implements PassWatcher {
  #count = 0;
  #latest: Pass<Names> | null = null;
  #measured: Pass<Names> | null = null;
  #isUnderWay = false;
  #isMeasuring = false;
  #spent = 0;
  #norms = new WeakMap<Node, (number | undefined)[]>();
  readonly #began: number;

  constructor(
    private readonly now: () => number,
    private readonly names: () => Names,
  ) {
    this.#began = now();
  }

  get count(): number {
    return this.#count;
  }

  /** The latest pass raised. */
  get isFailed(): boolean {
    return this.#isUnderWay;
  }

  /** The pass to show: the latest one that was measured, or the one that raised. */
  get shown(): Pass<Names> | null {
    return this.isFailed ? this.#latest : this.#measured;
  }

  normOf(node: Node, input: number): number | undefined {
    return this.#norms.get(node)?.[input];
  }

  begins(outputs: readonly Tensor[]): void {
    this.#count++;
    this.#isUnderWay = true;
    this.#isMeasuring = this.#spent < ALLOWED.atFirst + ALLOWED.part * (this.now() - this.#began);
    const pass = {
      number: this.#count,
      roots: outputs.flatMap((output) => edgeTo(output) ?? []),
      names: this.names(),
    };
    this.#latest = replaced(this.#latest, pass);
    if (this.#isMeasuring) this.#measured = replaced(this.#measured, pass);
  }

  passed(node: Node, input: number, gradient: Tensor): void {
    if (!this.#isMeasuring || gradient.complex || gradient.numel > MOST_ELEMENTS) return;
    const before = this.now();
    const norms = this.#norms.get(node) ?? [];
    norms[input] = normOf(gradient);
    this.#norms.set(node, norms);
    this.#spent += this.now() - before;
  }

  ends(): void {
    this.#isUnderWay = false;
  }

  /** Lets go of the graphs. */
  release(): void {
    for (const pass of [this.#latest, this.#measured]) for (const { to } of pass?.roots ?? []) to.release();
    this.#latest = this.#measured = null;
  }
}

/** Lets go of the one before, after the next is held. */
function replaced<Names>(before: Pass<Names> | null, next: Pass<Names>): Pass<Names> {
  for (const { to } of next.roots) to.retain();
  for (const { to } of before?.roots ?? []) to.release();
  return next;
}
