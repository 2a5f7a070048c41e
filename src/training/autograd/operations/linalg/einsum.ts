/** Sums of products in Einstein's notation. */
import { runtimeError } from '../../../backend/error.ts';
import { broadcastShapes, numel } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { mul } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { diagonal } from './diagonals.ts';
import { bmm } from './products.ts';
import { sumDims } from '../reduce/sums.ts';
import { permute, reshape } from '../shape/views.ts';

/** An operand whose dimensions carry labels, each once. */
interface Labelled {
  readonly tensor: Tensor;
  readonly labels: readonly string[];
}

/** Labels of the dimensions that an ellipsis stands for; letters cannot be digits. */
const ellipsisLabels = (count: number): string[] => Array.from({ length: count }, (_, i) => `#${count - i}`);

function labelsOf(subscripts: string, rank: number, position: number): string[] {
  const text = subscripts.replaceAll(' ', '');
  const [before = '', after] = text.split('...');
  const named = before.length + (after?.length ?? 0);
  const missing = after === undefined ? 0 : rank - named;
  if (!/^[a-zA-Z]*(\.\.\.)?[a-zA-Z]*$/.test(text)) {
    throw runtimeError(
      `einsum(): invalid subscript given at index ${text.search(/[^a-zA-Z.]/)} in the equation string, subscripts must be in [a-zA-Z]`,
    );
  }
  if ((after === undefined && named !== rank) || missing < 0) {
    throw runtimeError(
      `einsum(): the number of subscripts in the equation (${named}) does not match the number of dimensions (${rank}) for operand ${position}${after === undefined ? ' and no ellipsis was given' : ''}`,
    );
  }
  return [...before, ...ellipsisLabels(missing), ...(after ?? '')];
}

/** Takes the diagonal of dimensions that carry the same label. */
function withoutRepeats({ tensor, labels }: Labelled): Labelled {
  const second = labels.findIndex((label, i) => labels.indexOf(label) !== i);
  if (second < 0) return { tensor, labels };
  const label = labels[second] as string;
  const first = labels.indexOf(label);
  const rest = labels.filter((_, i) => i !== first && i !== second);
  return withoutRepeats({ tensor: diagonal(tensor, 0, first, second), labels: [...rest, label] });
}

/** Sums over dimensions whose label nobody else and not the result needs. */
function reducedTo(operand: Labelled, wanted: ReadonlySet<string>): Labelled {
  const dims = operand.labels.flatMap((label, d) => (wanted.has(label) ? [] : [d]));
  if (dims.length === 0) return operand;
  return {
    tensor: sumDims(operand.tensor, dims),
    labels: operand.labels.filter((label) => wanted.has(label)),
  };
}

/** The operand with its dimensions in the order of `labels`; those it lacks have size 1. */
function arranged({ tensor, labels }: Labelled, order: readonly string[]): Tensor {
  const present = order.filter((label) => labels.includes(label));
  const moved = reordered(
    tensor,
    present.map((label) => labels.indexOf(label)),
  );
  let next = 0;
  return reshape(
    moved,
    order.map((label) => (labels.includes(label) ? (moved.shape[next++] as number) : 1)),
  );
}

const reordered = (self: Tensor, order: readonly number[]): Tensor =>
  order.every((dim, d) => dim === d) ? self : permute(self, order);

/** Multiplies two operands and sums over the labels that only they have: a batched matrix product. */
function contractedPair(a: Labelled, b: Labelled, wanted: ReadonlySet<string>): Labelled {
  const [left, right] = [a, b].map((operand, i) => {
    const other = i === 0 ? b : a;
    return reducedTo(operand, new Set([...wanted, ...other.labels]));
  }) as [Labelled, Labelled];
  const both = left.labels.filter((label) => right.labels.includes(label));
  const batch = both.filter((label) => wanted.has(label));
  const summed = both.filter((label) => !wanted.has(label));
  const onlyLeft = left.labels.filter((label) => !both.includes(label));
  const onlyRight = right.labels.filter((label) => !both.includes(label));
  const labels = [...batch, ...onlyLeft, ...onlyRight];
  if (summed.length === 0) return { tensor: mul(arranged(left, labels), arranged(right, labels)), labels };
  const shared = sharedSizes(left, right, [...batch, ...summed]);
  const sizes = (operand: Labelled, of: readonly string[]): number[] =>
    of.map((label) => shared.get(label) ?? (operand.tensor.shape[operand.labels.indexOf(label)] as number));
  const folded = (operand: Labelled, groups: readonly (readonly string[])[]): Tensor => {
    const order = groups.flat();
    const full = expand(arranged(operand, order), sizes(operand, order));
    return reshape(
      full,
      groups.map((group) => numel(sizes(operand, group))),
    );
  };
  const product = bmm(folded(left, [batch, onlyLeft, summed]), folded(right, [batch, summed, onlyRight]));
  const shape = [...sizes(left, batch), ...sizes(left, onlyLeft), ...sizes(right, onlyRight)];
  return { tensor: reshape(product, shape), labels };
}

/** Sizes of labels in both operands; a size of 1 broadcasts. */
function sharedSizes(a: Labelled, b: Labelled, labels: readonly string[]): Map<string, number> {
  const size = (operand: Labelled, label: string): number =>
    operand.tensor.shape[operand.labels.indexOf(label)] as number;
  return new Map(
    labels.map((label) => [label, broadcastShapes([size(a, label)], [size(b, label)])[0] as number]),
  );
}

/** Without an arrow the result has the labels that occur once, in alphabetical order, after the ellipsis. */
function impliedResult(operands: readonly Labelled[]): string[] {
  const all = operands.flatMap(({ labels }) => labels);
  const ellipsis = [...new Set(all.filter((label) => label.startsWith('#')))].sort().reverse();
  const once = all.filter((label) => !label.startsWith('#') && all.indexOf(label) === all.lastIndexOf(label));
  return [...ellipsis, ...once.sort()];
}

function checkSizes(operands: readonly Labelled[]): void {
  const sizes = new Map<string, number>();
  operands.forEach(({ tensor, labels }, position) => {
    labels.forEach((label, d) => {
      const [known, size] = [sizes.get(label) ?? 1, tensor.shape[d] as number];
      if (known !== 1 && size !== 1 && known !== size) {
        throw runtimeError(
          `einsum(): subscript ${label} has size ${size} for operand ${position} which does not broadcast with previously seen size ${known}`,
        );
      }
      sizes.set(label, Math.max(known, size));
    });
  });
}

operation('einsum(str equation, Tensor[] tensors) -> Tensor', {
  variadic: true,
  composite: true,
  forward: (equation: string, tensors: readonly Tensor[]): Tensor => {
    const [inputs = '', result] = equation.split('->');
    const parts = inputs.split(',');
    if (parts.length !== tensors.length) {
      throw runtimeError(
        parts.length > tensors.length
          ? 'einsum(): fewer operands were provided than specified in the equation'
          : 'einsum(): more operands were provided than specified in the equation',
      );
    }
    const labelled = tensors.map((tensor, i) => ({
      tensor,
      labels: labelsOf(parts[i] as string, tensor.rank, i),
    }));
    checkSizes(labelled);
    const order = result === undefined ? impliedResult(labelled) : resultLabels(result, labelled);
    return contractedAll(labelled.map(withoutRepeats), order);
  },
  variants: 'function',
  doc: 'Sums of products: each letter names a dimension; letters that the result lacks are summed over.',
});

function resultLabels(text: string, operands: readonly Labelled[]): string[] {
  const known = new Set(operands.flatMap(({ labels }) => labels));
  const ellipsis = [...known].filter((label) => label.startsWith('#')).length;
  const [before = '', after] = text.replaceAll(' ', '').split('...');
  const labels = [...before, ...(after === undefined ? [] : ellipsisLabels(ellipsis)), ...(after ?? '')];
  labels.forEach((label, i) => {
    if (labels.indexOf(label) !== i) {
      throw runtimeError(`einsum(): output subscript ${label} appears more than once in the output`);
    }
    if (known.has(label)) return;
    throw runtimeError(
      `einsum(): output subscript ${label} does not appear in the equation for any input operand`,
    );
  });
  return labels;
}

function contractedAll(operands: readonly Labelled[], order: readonly string[]): Tensor {
  const [first, ...rest] = operands as [Labelled, ...Labelled[]];
  const last = rest.reduce((product, operand, i) => {
    const later = rest.slice(i + 1).flatMap(({ labels }) => labels);
    return contractedPair(product, operand, new Set([...order, ...later]));
  }, first);
  const reduced = reducedTo(last, new Set(order));
  return reordered(
    reduced.tensor,
    order.map((label) => reduced.labels.indexOf(label)),
  );
}
