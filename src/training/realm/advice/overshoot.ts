/** Sees plain gradient descent overshoot: what the first steps of a training tell of its learning rate. */
import { Node } from '../../autograd/tape/node.ts';
import { toContiguous } from '../../backend/js/copy.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** Of all weights together; of more, none is looked at. */
const MOST_ELEMENTS = 64;
/** Steps in a row that must agree. */
const ENOUGH = 3;
/** Relative difference of what is the same but for rounding, such as the rate of two steps. */
const ALIKE = 1e-3;
/** Relative difference of the curvature along steps of one training, whose minibatches differ. */
const STEADY = 0.2;
/** Beyond it a step multiplies the distance from the minimum by a number below -1. */
const BOUND = 2;

export interface Rate {
  readonly rate: number;
  /** The largest that is stable, or little above it. */
  readonly limit: number;
}

interface Standing {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
}

/**
 * After each pass the weights w and their gradient g are compared with those after the pass before: a step of plain
 * descent is -lr g with the same lr for every weight, and lr times the curvature along it is
 * 1 - (g·g')/(g·g), whatever the loss. Steps that overshoot turn towards the direction of the largest curvature.
 */
export class Overshoot {
  #before: Standing | null = null;
  #rate: number | null = null;
  /** The rate times the curvature along each of the last steps. */
  #products: number[] = [];

  begin(): void {
    this.#before = null;
    this.#forget();
  }

  /** @returns the rate and its bound once it is certain that the steps overshoot, else null */
  pass(leaves: Iterable<Tensor>): Rate | null {
    const standing = standingOf([...leaves]);
    const before = this.#before;
    this.#before = standing;
    const rate = standing && before && rateOf(before, standing);
    if (!standing || !before || !rate) {
      this.#forget();
      return null;
    }
    if (this.#rate === null || !areAlike(rate, this.#rate, ALIKE)) this.#forget();
    this.#rate ??= rate;
    this.#products.push(1 - dot(standing.gradient, before.gradient) / dot(before.gradient, before.gradient));
    return this.#found(rate);
  }

  #found(rate: number): Rate | null {
    const last = this.#products.slice(-ENOUGH);
    const product = last.at(-1) ?? 0;
    const isSteady = last.every((each) => each > BOUND && areAlike(each, product, STEADY));
    return last.length === ENOUGH && isSteady ? { rate, limit: (BOUND * rate) / Math.max(...last) } : null;
  }

  #forget(): void {
    this.#rate = null;
    this.#products = [];
  }
}

/** Rows over which a loss is summed, when the sum is the last that is done; else 0. */
export function summedRows({ node }: Tensor): number {
  if (!(node instanceof Node) || !node.name.startsWith('Sum')) return 0;
  const [rows = 0, ...others] = node.inputs[0]?.shape ?? [];
  return others.every((size) => size === 1) ? rows : 0;
}

function standingOf(leaves: readonly Tensor[]): Standing | null {
  const count = leaves.reduce((sum, { numel }) => sum + numel, 0);
  if (count > MOST_ELEMENTS) return null;
  const gradients = leaves.map(({ grad }) => grad).filter((grad) => grad !== null);
  if (gradients.length < leaves.length) return null;
  return { weights: joined(leaves), gradient: joined(gradients) };
}

function joined(tensors: readonly Tensor[]): Float64Array {
  return Float64Array.from(tensors.flatMap((tensor) => Array.from(toContiguous(tensor, 'float64'), Number)));
}

/** lr where the step between the two is -lr times the gradient before it; null where it is anything else. */
function rateOf(before: Standing, after: Standing): number | null {
  const { gradient } = before;
  if (gradient.length !== after.weights.length) return null;
  const step = combined(after.weights, -1, before.weights);
  const rate = -dot(step, gradient) / dot(gradient, gradient);
  if (!(rate > 0) || !Number.isFinite(rate)) return null;
  // What float32 rounds away of a weight, several times over.
  const rounding = 1e-6 * largest(after.weights);
  const most = ALIKE * rate * largest(gradient) + rounding;
  return largest(combined(step, rate, gradient)) <= most ? rate : null;
}

/** first + factor · second */
function combined(first: Float64Array, factor: number, second: Float64Array): Float64Array {
  return first.map((value, index) => value + factor * (second[index] ?? NaN));
}

function dot(first: Float64Array, second: Float64Array): number {
  return first.reduce((sum, value, index) => sum + value * (second[index] ?? NaN), 0);
}

/** NaN when one of them is. */
const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const areAlike = (one: number, other: number, difference: number): boolean =>
  Math.abs(one - other) <= difference * Math.abs(other);
