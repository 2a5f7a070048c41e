/** Walks the tape from outputs to inputs: `backward()` and `torch.autograd.grad`. */
import { copyInto, moveInto } from '../../tensor/complex.ts';
import { runtimeError } from '../../backend/error.ts';
import { toContiguous } from '../../backend/js/copy.ts';
import { sameShape } from '../../backend/layout.ts';
import { isWhole } from '../../backend/operand.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';
import { closeScope, openScope, scoped } from '../../tensor/scope.ts';
import { accumulate, isAlone } from './accumulate.ts';
import {
  deliverToLeaf,
  settleHooked,
  type BackwardOptions,
  type LeafGradient,
  type Targets,
} from './leaf-gradients.ts';
import { passWatcher } from './pass-watch.ts';
import { nodesBehind } from './graph-order.ts';
import { refreshView } from './history.ts';
import { detectsAnomalies, withRecording } from './mode.ts';
import { edgeTo, Node, outputGradients, type Gradients } from './node.ts';
import { add } from '../operations/pointwise/arithmetic.ts';
import { toDType } from '../operations/creation/conversion.ts';
import { sumToShape } from '../operations/reduce/sums.ts';
import { applyHooks } from './custom-function.ts';

/** The number of the pass that freed what a further one from `output` would need; 0 when all of it is there. */
export function freedIn(output: Tensor): number {
  const seen = new Set<Node>();
  const waiting: Node[] = output.node instanceof Node ? [output.node] : [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.isFreed) return node.pass;
    for (const edge of node.edges) if (edge?.to instanceof Node) waiting.push(edge.to);
  }
  return 0;
}

/**
 * Adds to the `grad` of every leaf that `outputs` depend on (of `inputs` only, where given).
 *
 * @param gradients of each output; null stands for 1 and needs a one-element output
 * @throws TorchError in PyTorch's words
 */
export function backward(
  outputs: readonly Tensor[],
  gradients: readonly (Tensor | null)[],
  inputs: readonly Tensor[],
  options: BackwardOptions,
): void {
  if (inputs.length > 0) {
    const found = gradientsOf(outputs, gradients, inputs, options, true);
    inputs.forEach((input, i) => {
      const grad = found[i];
      if (!grad) return;
      accumulate(input, grad, options.createGraph);
      if (input.isLeaf) options.reached?.add(input);
      grad.release();
    });
    return;
  }
  walk(outputs, gradients, { captured: null, options, hooked: new Map() });
}

/**
 * The gradients of `outputs` with respect to `inputs`; leaves' `grad` stays as it is. Whoever calls has
 * them retained.
 *
 * @throws TorchError in PyTorch's words, also for an unused input unless `allowUnused`
 */
export function gradientsOf(
  outputs: readonly Tensor[],
  gradients: readonly (Tensor | null)[],
  inputs: readonly Tensor[],
  options: BackwardOptions,
  allowUnused: boolean,
): (Tensor | null)[] {
  const captured: NonNullable<Targets['captured']> = new Map();
  for (const input of inputs) {
    if (!input.requiresGrad) throw runtimeError('One of the differentiated Tensors does not require grad');
    refreshView(input);
    const edge = edgeTo(input);
    if (edge === null) continue;
    const slots = captured.get(edge.to) ?? new Map<number, Tensor | null>();
    captured.set(edge.to, slots.set(edge.output, null));
  }
  walk(outputs, gradients, { captured, options, hooked: new Map() });
  return inputs.map((input) => {
    const edge = edgeTo(input);
    const grad = (edge && captured.get(edge.to)?.get(edge.output)) ?? null;
    if (grad === null && !allowUnused) {
      throw runtimeError(
        'One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.',
      );
    }
    return grad;
  });
}

function walk(outputs: readonly Tensor[], gradients: readonly (Tensor | null)[], targets: Targets): void {
  const { options } = targets;
  withRecording(options.createGraph, () => {
    for (const output of outputs) refreshView(output);
    const roots = outputs.map((output, i) => checkRoot(output, i, gradients[i] ?? null));
    passWatcher()?.begins(outputs);
    const order = nodesBehind(outputs, targets.captured);
    const isVisited = targets.captured === null ? () => true : has(new Set(order));
    try {
      outputs.forEach((output, i) => {
        const edge = edgeTo(output);
        if (edge === null) return;
        const { to, output: number } = edge;
        const root = roots[i] as Tensor;
        if (to instanceof Node) {
          if (isVisited(to)) passOn(to, number, root);
        } else deliverToLeaf({ leaf: to.retain(), output: number, grad: root.retain() }, targets);
      });
      for (const node of order) visit(node, targets, isVisited);
      settleHooked(targets);
      passWatcher()?.ends();
    } finally {
      for (const sum of targets.hooked.values()) sum.release();
      for (const node of order) dropPending(node);
    }
  });
}

const has =
  <T>(set: ReadonlySet<T>) =>
  (value: T): boolean =>
    set.has(value);

function checkRoot(output: Tensor, i: number, gradient: Tensor | null): Tensor {
  if (!output.requiresGrad) {
    throw runtimeError(`element ${i} of tensors does not require grad and does not have a grad_fn`);
  }
  if (gradient === null) {
    if (output.numel !== 1) throw runtimeError('grad can be implicitly created only for scalar outputs');
    if (output.complex)
      throw runtimeError(
        `grad can be implicitly created only for real scalar outputs but got torch.${output.dtype}`,
      );
    return full(output.shape, 1, output.dtype);
  }
  if (!sameShape(gradient.shape, output.shape)) {
    const sizes = (tensor: Tensor): string => `torch.Size([${tensor.shape.join(', ')}])`;
    throw runtimeError(
      `Mismatch in shape: grad_output[${i}] has a shape of ${sizes(gradient)} and output[${i}] has a shape of ${sizes(output)}.`,
    );
  }
  return gradient;
}

/** @throws TorchError in PyTorch's words where a gradient has a NaN and the program wants to know */
function checkForNaN(node: Node, gradients: readonly (Tensor | null)[]): void {
  if (!detectsAnomalies()) return;
  gradients.forEach((grad, i) => {
    if (grad === null || !toContiguous(grad, 'float64').some(Number.isNaN)) return;
    throw runtimeError(`Function '${node.name}' returned nan values in its ${i}th output.`);
  });
}

/** @param isVisited whether a node comes to its turn: what is passed on to another would stay there */
function visit(node: Node, targets: Targets, isVisited: (node: Node) => boolean): void {
  const { captured, options } = targets;
  if (node.hooks !== null) applyOutputHooks(node);
  const slots = captured?.get(node);
  if (slots) {
    for (const output of slots.keys()) slots.set(output, node.pending[output]?.retain() ?? null);
  }
  if (!node.pending.some((grad) => grad !== null && grad !== undefined)) return;
  if (captured !== null && !node.edges.some((edge) => edge !== null && isWanted(edge.to, captured))) return;
  const forLeaves: LeafGradient[] = [];
  const mark = openScope();
  try {
    node.checkAlive();
    for (const tensor of node.watched) retainGrad(tensor, node, options);
    const gradients = gradientsFrom(node, options);
    checkForNaN(node, gradients);
    node.edges.forEach((edge, i) => {
      const grad = gradients[i];
      if (edge === null || !grad) return;
      const { to, output } = edge;
      if (to instanceof Node && !isVisited(to)) return;
      const fit = fitted(grad, node, i);
      passWatcher()?.passed(node, i, fit);
      if (to instanceof Node) passOn(to, output, fit);
      else forLeaves.push({ leaf: to.retain(), output, grad: fit.retain() });
    });
    if (!options.retainGraph) node.free();
  } finally {
    dropPending(node);
    closeScope(mark);
  }
  for (const one of forLeaves) deliverToLeaf(one, targets);
}

/** Of the node's inputs; none where the input has its part of the gradient already. */
function gradientsFrom(node: Node, { createGraph }: BackwardOptions): Gradients {
  if (createGraph || !addPart(node)) return node.gradient(outputGradients(node)[0] as Tensor, node);
  passWatcher()?.passed(node, 0, node.pending[0] as Tensor);
  return [];
}

/**
 * Adds a view's gradient to its part of the input's, in place: a sequence that is taken apart would otherwise get as many
 * gradients of its whole size.
 * @returns false, and does nothing, where the gradient has to be computed
 */
function addPart(node: Node): boolean {
  const { part } = node;
  const edge = node.edges[0] ?? null;
  const [input] = node.inputs;
  const grad = node.pending[0];
  if (part === null || !grad || input === undefined || !(edge?.to instanceof Node)) return false;
  if (grad.dtype !== input.dtype) return false;
  const { to, output } = edge;
  const present = to.pending[output];
  if (present) {
    if (present.references > 1 || !isAlone(present) || !isWhole(present)) return false;
    const target = part(present, node);
    moveInto(target, add(target, grad));
    return true;
  }
  const whole = full(input.shape, 0, input.dtype);
  copyInto(part(whole, node), grad);
  to.pending[output] = whole.retain();
  return true;
}

/** Lets the hooks see the complete gradients of a node's outputs, and change them. */
function applyOutputHooks(node: Node): void {
  scoped(() => {
    node.pending.forEach((grad, output) => {
      if (!grad) return;
      node.pending[output] = applyHooks(node, output, grad).retain();
      grad.release();
    });
  });
}

/** Keeps the gradient of an output for which `retain_grad` was called, if it is still alive. */
function retainGrad(tensor: Tensor, node: Node, options: BackwardOptions): void {
  const grad = node.pending[tensor.output];
  if (tensor.references > 0 && grad) accumulate(tensor, grad, options.createGraph);
}

/** Whether a gradient sent there would be used; nodes were filtered before, so any node would use it. */
function isWanted(to: Node | Tensor, captured: ReadonlyMap<Tensor | Node, unknown>): boolean {
  return to instanceof Node || captured.has(to);
}

/** Undoes broadcasting and dtype promotion of input `i`. */
function fitted(grad: Tensor, node: Node, i: number): Tensor {
  const input = node.inputs[i];
  if (input === undefined) return grad;
  const summed = sameShape(grad.shape, input.shape) ? grad : sumToShape(grad, input.shape);
  return summed.dtype === input.dtype ? summed : toDType(summed, input.dtype);
}

function passOn(to: Node, output: number, grad: Tensor): void {
  const present = to.pending[output];
  to.pending[output] = (present ? add(present, grad) : grad).retain();
  present?.release();
}

function dropPending(node: Node): void {
  for (const grad of node.pending) grad?.release();
  node.pending = [];
}
