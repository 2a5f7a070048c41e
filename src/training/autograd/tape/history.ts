/**
 * What in-place changes and views do to the tape: a changed tensor takes over the node of its new value; a changed view
 * passes it to its base; a view whose base changed gets a node that reads the base anew.
 */
import { copyInto, fillInto } from '../../tensor/complex.ts';
import { notImplementedError } from '../../backend/error.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';
import { withRecording } from './mode.ts';
import { edgeTo, Node, type Gradient } from './node.ts';

/** Geometry of a view within its base. */
interface Window {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

const windowOf = (view: Tensor): Window => ({
  shape: view.shape,
  strides: view.strides,
  offset: view.offset,
});

/** Gives `self` the history of `result`, whose values it now holds. */
export function rebaseHistory(self: Tensor, result: Tensor): void {
  const node = result.node as Node | null;
  if (node === null) return;
  const { base } = self;
  if (base === null) {
    replaceNode(self, node.retain(), result.output);
    return;
  }
  if (base.complex !== self.complex) {
    throw notImplementedError(
      'D2L Exercises does not record an in-place change of real or imaginary parts: make the complex tensor anew',
    );
  }
  const edges = [edgeTo(base), { to: node, output: result.output }];
  const combined = new Node(
    'CopySlices',
    edges,
    [base, result],
    [base],
    splitAt(windowOf(self), base),
    [],
    [],
  );
  replaceNode(base, combined, 0);
  viewAnew(self, base);
}

/** Another tensor over the same elements with the same history: it keeps the shape when `self` takes another. */
export function twinOf(self: Tensor): Tensor {
  refreshView(self);
  const twin = self.alias();
  twin.requiresGrad = self.requiresGrad;
  twin.node = self.node?.retain() ?? null;
  twin.output = self.output;
  twin.nodeVersion = self.nodeVersion;
  return twin;
}

/** Gives `self` the shape of a view of its twin, and the view's history. */
export function showAs(self: Tensor, view: Tensor): void {
  self.takeData(view);
  const node = view.node as Node | null;
  if (node !== null) replaceNode(self, node.retain(), view.output);
}

/** A view whose base was changed in place since its node was made gets a new one. */
export function refreshView(view: Tensor): void {
  const { base } = view;
  if (base === null || !base.requiresGrad || base.isLeaf) return;
  if (view.nodeVersion !== view.buffer.version) viewAnew(view, base);
}

function viewAnew(view: Tensor, base: Tensor): void {
  const node = new Node(
    'AsStridedBackward0',
    [edgeTo(base)],
    [base],
    [view],
    scatter(windowOf(view), base),
    [],
    [],
  );
  replaceNode(view, node, 0);
}

function replaceNode(tensor: Tensor, node: Node, output: number): void {
  tensor.node?.release();
  tensor.node = node;
  tensor.output = output;
  tensor.requiresGrad = true;
  tensor.nodeVersion = tensor.buffer.version;
}

/** The base's gradient where it was not overwritten, and the overwritten window's for the new values. */
function splitAt(window: Window, base: Tensor): Gradient {
  return (grad, node) => {
    const values = contiguousCopy(within(grad, window, base));
    const rest = node.needs(0) ? contiguousCopy(grad) : null;
    if (rest !== null) fillInto(within(rest, window, base), 0);
    return [rest, values];
  };
}

/** A view's gradient at its place in zeros of the base's shape. */
function scatter(window: Window, base: Tensor): Gradient {
  return (grad) => {
    const whole = full(base.shape, 0, grad.dtype);
    copyInto(within(whole, window, base), grad);
    return [whole];
  };
}

/** The window seen in a tensor that has the base's shape but lies row-major from the start of its own buffer. */
function within(whole: Tensor, window: Window, base: Tensor): Tensor {
  const source = whole.isContiguous && whole.offset === 0 ? whole : contiguousCopy(whole);
  return source.alias(window.shape, window.strides, window.offset - base.offset);
}

function contiguousCopy(tensor: Tensor): Tensor {
  return withRecording(false, () => {
    const copy = full(tensor.shape, 0, tensor.dtype);
    copyInto(copy, tensor);
    return copy;
  });
}
