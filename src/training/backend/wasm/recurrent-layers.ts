/**
 * A recurrent layer along a sequence (L, n, …) in the heap: a product and a cell's kernel for each step, and the gradients of
 * weight and bias by one product and one sum over all steps. All operands are float32; those of a sequence lie in row-major
 * order.
 */
import { Buffer } from '../buffer.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { countWork, kernelOf, theHeap } from './heap.ts';
import { matmul } from './products.ts';
import { addressOf } from './strided.ts';

export type Mode = 'RNN_TANH' | 'RNN_RELU' | 'GRU' | 'LSTM';

/** How many gates a row of shares has, and how many numbers for each of the state are kept for the gradient. */
const GATES: Readonly<Record<Mode, readonly [shares: number, kept: number]>> = {
  RNN_TANH: [1, 0],
  RNN_RELU: [1, 0],
  GRU: [3, 4],
  LSTM: [4, 4],
};

/** A walk along a sequence. */
export interface Way {
  readonly mode: Mode;
  readonly steps: number;
  readonly rows: number;
  readonly hidden: number;
  /** From the last element to the first. */
  readonly reverse: boolean;
}

export interface LayerInputs {
  /** The input's shares in the gates (L, n, gates * h), with their bias. */
  readonly given: Operand;
  readonly state: Operand;
  readonly cell: Operand | null;
  /** (h, gates * h) */
  readonly weight: Operand;
  readonly bias: Operand | null;
}

/** What a layer keeps for its gradient: states and cells (L + 1, n, h), the first one's place that of the beginning. */
export interface Kept {
  readonly states: Buffer;
  readonly cells: Buffer | null;
  readonly gates: Buffer | null;
}

export interface LayerResults extends Kept {
  readonly output: Buffer;
  readonly lastState: Buffer;
  readonly lastCell: Buffer | null;
}

const float32 = (length: number): Buffer => new Buffer('float32', length, null);
const BYTES = 4;

/** Where the numbers of a step lie, in bytes from the beginning. */
interface Step {
  /** Of the state before and after it, in a sequence with one element more. */
  readonly before: number;
  readonly after: number;
  /** Which element of the sequence. */
  readonly at: number;
}

function stepsOf({ steps, rows, hidden, reverse }: Way): Step[] {
  const size = BYTES * rows * hidden;
  return Array.from({ length: steps }, (_, i) => {
    const at = reverse ? steps - 1 - i : i;
    return { at, before: size * (reverse ? at + 1 : at), after: size * (reverse ? at : at + 1) };
  });
}

/** Copies `length` numbers. */
const copyNumbers = (from: number, to: number, length: number): unknown =>
  kernelOf('copy32')(from, 0, 0, 0, 1, to, 0, 0, 0, 1, 1, 1, 1, length);

/** The place in a sequence of states that the beginning has, and the one of the elements' own states. */
const places = ({ steps, rows, hidden, reverse }: Way): { start: number; output: number } => {
  const size = BYTES * rows * hidden;
  return reverse ? { start: size * steps, output: 0 } : { start: 0, output: size };
};

/** States along the way, with room for all, the first of them set. */
function sequenceFrom(way: Way, first: Operand): Buffer {
  const size = way.rows * way.hidden;
  const sequence = float32((way.steps + 1) * size);
  withRows(first, (from) => copyNumbers(from, sequence.address() + places(way).start, size));
  return sequence;
}

/** A copy of `length` numbers at an address. */
function copyOf(from: number, length: number): Buffer {
  const result = float32(length);
  copyNumbers(from, result.address(), length);
  return result;
}

interface Matrix {
  readonly address: number;
  readonly strides: readonly [down: number, along: number];
}

const asMatrix = (x: Operand): Matrix => ({
  address: addressOf(x),
  strides: [x.strides[0] as number, x.strides[1] as number],
});
const transposeOf = ({ address, strides: [down, along] }: Matrix): Matrix => ({
  address,
  strides: [along, down],
});

/** A product of rows of k numbers, side by side, with a weight (k, m), to `to`. */
function multiply(
  [rows, k, m]: readonly [number, number, number],
  from: number,
  weight: Matrix,
  to: number,
  accumulate: boolean,
): void {
  const scratch = theHeap().scratch(kernelOf('gemm_scratch')(rows, m, k));
  kernelOf('gemm')(
    ...[1, rows, m, k, from, 0, k, 1, weight.address, 0, ...weight.strides],
    ...[to, 0, m, Number(accumulate), scratch],
  );
}

export function layer(way: Way, inputs: LayerInputs): LayerResults {
  const [, keptGates] = GATES[way.mode];
  const size = way.rows * way.hidden;
  const kept = {
    states: sequenceFrom(way, inputs.state),
    cells: inputs.cell === null ? null : sequenceFrom(way, inputs.cell),
    gates: keptGates === 0 ? null : float32(way.steps * keptGates * size),
  };
  withRows(inputs.given, (given) =>
    withOptional(inputs.bias, (bias) => walkOn(way, given, inputs.weight, bias, kept)),
  );
  const [state, cell] = addressesOf(kept);
  const { after } = stepsOf(way).at(-1) as Step;
  return {
    ...kept,
    output: copyOf(state + places(way).output, way.steps * size),
    lastState: copyOf(state + after, size),
    lastCell: kept.cells === null ? null : copyOf(cell + after, size),
  };
}

/** 0 stands for what is not there. */
const withOptional = <R>(x: Operand | null, call: (address: number) => R): R =>
  x === null ? call(0) : withRows(x, call);

const addressesOf = ({ states, cells, gates }: Kept): [state: number, cell: number, gate: number] => [
  states.address(),
  cells?.address() ?? 0,
  gates?.address() ?? 0,
];

/** Fills what is kept, from the beginning to the end. */
function walkOn(way: Way, given: number, weight: Operand, bias: number, kept: Kept): void {
  const { mode, rows, hidden } = way;
  const [shares, keptGates] = GATES[mode];
  const size = rows * hidden;
  const [state, cell, gate] = addressesOf(kept);
  const own = float32(shares * size);
  countWork(way.steps * size * shares * hidden);
  for (const { at, before, after } of stepsOf(way)) {
    multiply([rows, hidden, shares * hidden], state + before, asMatrix(weight), own.address(), false);
    const share = [given + BYTES * at * shares * size, own.address(), bias];
    const gates = gate + BYTES * at * keptGates * size;
    const to = state + after;
    if (mode === 'LSTM')
      kernelOf('lstm_cell')(...share, cell + before, to, cell + after, gates, rows, hidden);
    else if (mode === 'GRU') kernelOf('gru_cell')(...share, state + before, to, gates, rows, hidden);
    else kernelOf('rnn_cell')(...share, to, rows, hidden, Number(mode === 'RNN_RELU'));
  }
  own.release();
}

/** Gradients of a layer's results; of LSTM that of the last cell too. */
export interface LayerGradients {
  readonly output: Operand;
  readonly lastState: Operand;
  readonly lastCell: Operand | null;
}

export interface InputGradients {
  readonly given: Buffer;
  readonly state: Buffer;
  readonly cell: Buffer | null;
  /** (gates * h, h): of the weight's transpose. */
  readonly weight: Buffer | null;
  readonly bias: Buffer | null;
}

/** @param weight (h, gates * h) @param wants whether the gradients of weight and bias are wanted */
export function layerBackward(
  way: Way,
  weight: Operand,
  kept: Kept,
  grads: LayerGradients,
  wants: { readonly weight: boolean; readonly bias: boolean },
): InputGradients {
  const width = GATES[way.mode][0] * way.hidden;
  const given = float32(way.steps * way.rows * width);
  // Only GRU's candidate takes the state's share otherwise than the input's.
  const own = way.mode === 'GRU' ? float32(given.length) : given;
  const state = withRows(grads.lastState, (from) => copyOf(from, way.rows * way.hidden));
  const cell =
    grads.lastCell === null ? null : withRows(grads.lastCell, (from) => copyOf(from, way.rows * way.hidden));
  withRows(grads.output, (from) => walkBack(way, weight, kept, { output: from, given, own, state, cell }));
  const result = {
    ...{ given, state, cell },
    weight: wants.weight ? gradientOfWeight(way, width, own, kept.states) : null,
    bias: wants.bias ? sumOfRows(own, width) : null,
  };
  if (own !== given) own.release();
  return result;
}

/** Gradients of all steps, those of the shares filled, those of state and cell moved from the end to the beginning. */
function walkBack(
  way: Way,
  weight: Operand,
  kept: Kept,
  grads: { output: number; given: Buffer; own: Buffer; state: Buffer; cell: Buffer | null },
): void {
  const { mode, rows, hidden } = way;
  const [shares, keptGates] = GATES[mode];
  const size = rows * hidden;
  const [dh, dc] = [grads.state.address(), grads.cell?.address() ?? 0];
  const [state, cell, gate] = addressesOf(kept);
  const transposed = transposeOf(asMatrix(weight));
  countWork(way.steps * size * shares * hidden);
  for (const { at, before, after } of stepsOf(way).reverse()) {
    const ofShares = BYTES * at * shares * size;
    const [given, own] = [grads.given.address() + ofShares, grads.own.address() + ofShares];
    const gates = gate + BYTES * at * keptGates * size;
    kernelOf('add')(dh, grads.output + BYTES * at * size, dh, size);
    if (mode === 'LSTM')
      kernelOf('lstm_cell_backward')(dh, dc, gates, cell + before, cell + after, own, dc, rows, hidden);
    else if (mode === 'GRU')
      kernelOf('gru_cell_backward')(dh, gates, state + before, given, own, dh, rows, hidden);
    else kernelOf(mode === 'RNN_TANH' ? 'tanh_backward' : 'relu_backward')(dh, state + after, own, size);
    // What of GRU's gradient goes to the state beside the gates is in `dh` already.
    multiply([rows, shares * hidden, hidden], own, transposed, dh, mode === 'GRU');
  }
}

function gradientOfWeight(way: Way, width: number, shares: Buffer, states: Buffer): Buffer {
  const { hidden, rows, reverse } = way;
  const count = shares.length / width;
  return matmul(
    { buffer: shares, offset: 0, shape: [1, width, count], strides: [0, 1, width] },
    {
      buffer: states,
      offset: reverse ? rows * hidden : 0,
      shape: [1, count, hidden],
      strides: [0, hidden, 1],
    },
  );
}

function sumOfRows(x: Buffer, width: number): Buffer {
  const result = float32(width);
  kernelOf('sum_mid')(x.address(), result.address(), 1, x.length / width, width);
  return result;
}
