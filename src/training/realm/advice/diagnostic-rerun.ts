/** Watches every operation of a run that is executed once more, to say where a mistake began that the first run showed. */
import { freedIn } from '../../autograd/tape/backward.ts';
import { passCount } from '../../autograd/tape/graph-order.ts';
import type { Node } from '../../autograd/tape/node.ts';
import type { Buffer } from '../../backend/buffer.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { AdviceKind } from '../../protocol/protocol.ts';
import type { CallObserver } from '../bridge-calls.ts';
import { frameOf, type Advisor, type Place } from './advisor.ts';
import { spreadIn } from './loss-shape.ts';
import { extremesOf, isFinite, notFiniteOf, type NotFinite } from './finite.ts';

/** Where a number came from that is not finite. */
interface Origin {
  readonly value: NotFinite;
  readonly place: Place | null;
  readonly operation: string;
  readonly range: readonly [number, number] | null;
}

/** Operations that put such numbers where the learner wants them. */
const INTENDED = /^(?:masked_fill|where|full|fill|new_full|index_fill|nan_to_num|clamp|clip|__setitem__)/;

export class DiagnosticRerun implements CallObserver {
  #fetched: Tensor[] = [];
  #given: Tensor[] = [];
  /** Whether all operands of the call under way are finite; and where the first of the others came from. */
  #areFinite = true;
  #inherited: Origin | null = null;
  readonly #origins = new WeakMap<Buffer, Origin>();
  readonly #spreads = new WeakMap<Node, Place>();
  readonly #passes = new Map<number, Place>();
  readonly #open: Set<AdviceKind>;

  /** @param isLate whether it took long enough */
  constructor(
    private readonly advisor: Advisor,
    unlocated: ReadonlySet<AdviceKind>,
    private readonly isLate: () => boolean,
  ) {
    this.#open = new Set(unlocated);
  }

  /** Everything was found, or it took too long. */
  get isOver(): boolean {
    for (const { kind } of this.advisor.advice) this.#open.delete(kind);
    return this.#open.size === 0 || this.isLate();
  }

  /** Where the recorded comparison was made, when its operands spread. */
  placeOf(node: Node): Place | null {
    return this.#spreads.get(node) ?? null;
  }

  // -------------------------------------------------------------- every operation

  began(): void {
    this.#fetched = [];
    this.#given = [];
    this.#areFinite = true;
    this.#inherited = null;
  }

  fetched(tensor: Tensor): void {
    this.#fetched.push(tensor);
    if (isFinite(tensor)) return;
    this.#areFinite = false;
    this.#inherited ??= this.#origins.get(tensor.buffer) ?? null;
  }

  given(tensor: Tensor): void {
    this.#given.push(tensor);
  }

  ended(): void {
    for (const tensor of new Set([...this.#given, ...this.#fetched])) {
      this.#noteSpread(tensor);
      if (this.#origins.has(tensor.buffer)) continue;
      const value = notFiniteOf(tensor);
      if (value !== null) this.#noteOrigin(tensor, value);
    }
  }

  #noteSpread(tensor: Tensor): void {
    const spread = spreadIn(tensor);
    if (spread === null || this.#spreads.has(spread.node)) return;
    const place = this.advisor.python.place();
    if (place !== null) this.#spreads.set(spread.node, place);
  }

  #noteOrigin(tensor: Tensor, value: NotFinite): void {
    if (this.#inherited !== null) this.#origins.set(tensor.buffer, this.#inherited);
    const operand = this.#fetched.at(-1);
    if (!this.#areFinite || operand === undefined) return;
    const place = this.advisor.python.place();
    const operation = place?.operation ?? '';
    if (INTENDED.test(operation)) return;
    this.#origins.set(tensor.buffer, { value, place, operation, range: extremesOf(operand) });
  }

  // -------------------------------------------------------------- backward passes

  /** Before a pass from `output`. */
  beforePass(output: Tensor): void {
    const origin = this.#origins.get(output.buffer);
    if (origin !== undefined && notFiniteOf(output) !== null) this.#reportOrigin(origin);
    const pass = freedIn(output);
    const first = pass === 0 ? undefined : this.#passes.get(pass);
    if (first !== undefined) this.advisor.report('secondBackward', { first: frameOf(first) });
  }

  /** After a pass that reached `leaves`: a gradient that is not finite though the loss is. */
  afterPass(output: Tensor, leaves: ReadonlySet<Tensor>): void {
    const place = this.advisor.python.place();
    if (place !== null) this.#passes.set(passCount(), place);
    if (!isFinite(output)) return;
    for (const { grad } of leaves) {
      const value = grad === null || this.#origins.has(grad.buffer) ? null : notFiniteOf(grad);
      if (grad === null || value === null) continue;
      this.#origins.set(grad.buffer, { value, place, operation: 'backward', range: null });
    }
  }

  #reportOrigin({ value, operation, range, place }: Origin): void {
    this.advisor.report('notFinite', { value, operation, range }, place);
  }
}
