/** Gradients that are computed outside the engine: custom functions, and hooks on gradients. */
import { runtimeError } from '../../backend/error.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { refreshView } from './history.ts';
import { edgeTo, Node, outputGradients, type Gradient, type Gradients } from './node.ts';
import { setNode } from '../operation.ts';

/** Whoever computes gradients for nodes that the engine does not know the operation of. */
export interface GradientSource {
  /** From the gradients of the outputs of function `id` those of its inputs. */
  gradients(id: number, outputs: readonly Tensor[]): Gradients;
  /** Hands a gradient to function `id`; what it gives instead, null for the same. */
  hook(id: number, gradient: Tensor): Tensor | null;
  /** What function `id` saved is to be let go: the graph was walked. */
  freed(id: number): void;
  /** Function `id` will not be asked again. */
  dropped(id: number): void;
}

let source: GradientSource | null = null;

/** Names the source for all functions and hooks. */
export function computeGradientsBy(given: GradientSource): void {
  source = given;
}

function theSource(): GradientSource {
  if (source === null) throw runtimeError('nobody computes the gradients of custom functions');
  return source;
}

/** A recorded operation whose gradient a {@link GradientSource} computes. */
class CustomNode extends Node {
  constructor(
    name: string,
    readonly id: number,
    inputs: readonly Tensor[],
    outputs: readonly Tensor[],
  ) {
    const gradient: Gradient = (_, node) => theSource().gradients(id, outputGradients(node));
    super(name, inputs.map(edgeTo), inputs, outputs, gradient, [], []);
  }

  /** What was saved is Python's, which also says so when it is asked for later. */
  override free(): void {
    theSource().freed(this.id);
  }

  protected override letGo(): void {
    theSource().dropped(this.id);
    super.letGo();
  }
}

/**
 * Records that function `id` made `outputs` from `inputs`.
 *
 * @param differentiable of each output, whether gradients pass through it
 */
export function recordCustomFunction(
  name: string,
  id: number,
  inputs: readonly Tensor[],
  outputs: readonly Tensor[],
  differentiable: readonly boolean[],
): void {
  for (const input of inputs) refreshView(input);
  const node = new CustomNode(name, id, inputs, outputs);
  outputs.forEach((output, i) => {
    if (differentiable[i] === true) setNode(output, node.retain(), i);
  });
  node.release();
}

/** Where a leaf keeps the hooks that are called when `grad` has its new value: beside those of its one output. */
export const AFTER_ACCUMULATION = -1;

/**
 * Registers hook `id` on the gradient of `tensor`: it is called in every backward pass before the gradient goes on, or
 * into `grad`; `afterwards` only when it is there.
 */
export function addGradientHook(tensor: Tensor, id: number, afterwards: boolean): void {
  const edge = edgeTo(tensor);
  if (edge === null) {
    throw runtimeError("cannot register a hook on a tensor that doesn't require gradient");
  }
  const hooks = (edge.to.hooks ??= new Map<number, number[]>());
  const place = afterwards ? AFTER_ACCUMULATION : edge.output;
  hooks.set(place, [...(hooks.get(place) ?? []), id]);
}

/** Takes a hook away again. */
export function removeGradientHook(tensor: Tensor, id: number): void {
  const hooks = edgeTo(tensor)?.to.hooks;
  for (const [place, ids] of hooks ?? []) {
    hooks?.set(
      place,
      ids.filter((each) => each !== id),
    );
  }
}

/** What the hooks on output `output` of `to` make of its gradient. */
export function applyHooks(to: Node | Tensor, output: number, gradient: Tensor): Tensor {
  let seen = gradient;
  for (const id of to.hooks?.get(output) ?? []) seen = theSource().hook(id, seen) ?? seen;
  return seen;
}
