/** The text of `repr(tensor)`: PyTorch's layout, to the character. */
import { getDefaultDType, isComplex, isFloating, partsOf, type DType } from '../backend/dtype.ts';
import { imaginaryPart, realPart } from './complex.ts';
import { integerText, toExponentText, toFixedText } from './format-number.ts';
import { printOptions, type PrintOptions } from './print-options.ts';
import { printedElements, shapeText, shownElements, shownIndices, type Printed } from './summary.ts';
import type { Tensor } from './tensor.ts';

/** What follows the elements for a tensor that the tape knows. */
export interface FormatOptions {
  readonly requiresGrad?: boolean;
  /** The name of the node that made it: `MulBackward0`. It takes the place of `requires_grad=True`. */
  readonly gradFn?: string | undefined;
}

const PREFIX = 'tensor(';
const INDENT = PREFIX.length;

/** How the element at a place of the tensor's buffer is written, so that columns line up. */
interface PlaceStyle {
  readonly width: number;
  readonly write: (at: number) => string;
}

function styleOf(tensor: Tensor, edgeItems: number | null, print: PrintOptions): PlaceStyle {
  const elements = printedElements(tensor);
  const [re, im] = (tensor.complex ? [realPart(tensor), imaginaryPart(tensor)] : [tensor]).map((part) =>
    elementStyle(shownElements(part, edgeItems), part.dtype, print),
  ) as [ElementStyle, ElementStyle?];
  const writeReal = (at: number): string => re.write(elements[at] as Printed);
  if (im === undefined) return { width: re.width, write: writeReal };
  const writeImaginary = (at: number): string => {
    const text = im.write(elements[at + 1] as Printed).trimStart();
    return `${text.startsWith('-') ? '' : '+'}${text}j`;
  };
  return { width: re.width + im.width + 1, write: (at) => writeReal(at) + writeImaginary(at) };
}

/** How every element of one tensor is written. */
interface ElementStyle {
  readonly width: number;
  readonly write: (value: Printed) => string;
}

/** `tensor([1.0000, 2.5000], requires_grad=True)`. */
export function formatTensor(tensor: Tensor, options: FormatOptions = {}): string {
  const print = printOptions();
  const body = tensor.numel === 0 ? '[]' : elementsText(tensor, INDENT, print);
  return withSuffixes(PREFIX + body, suffixesOf(tensor, options, print), print.linewidth);
}

/** The elements in brackets, without `tensor(`. */
function elementsText(tensor: Tensor, indent: number, print: PrintOptions): string {
  const edgeItems = tensor.numel > print.threshold ? print.edgeitems : null;
  const style = styleOf(tensor, edgeItems, print);
  const block = (dim: number, at: number, column: number): string => {
    const step = tensor.strides[dim];
    if (step === undefined) return style.write(at);
    const { leading, trailing, hasGap } = shownIndices(tensor.shape[dim] as number, edgeItems);
    const parts = (indices: readonly number[]): string[] =>
      indices.map((i) => block(dim + 1, at + i * step, column + 1));
    const isRow = dim === tensor.rank - 1;
    const items = [
      ...parts(leading),
      ...(hasGap ? [isRow && edgeItems !== 0 ? ' ...' : '...'] : []),
      ...parts(trailing),
    ];
    if (isRow) return `[${wrapRow(items, style.width, column, print.linewidth)}]`;
    return `[${items.join(`,${'\n'.repeat(tensor.rank - dim - 1)}${' '.repeat(column + 1)}`)}]`;
  };
  return block(0, tensor.offset, indent);
}

/** As many elements on a line as fit after `column`, the width being that of an element with its comma and space. */
function wrapRow(items: readonly string[], width: number, column: number, linewidth: number): string {
  const perLine = Math.max(1, Math.floor((linewidth - column) / (width + 2)));
  const lines: string[] = [];
  for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
  return lines.join(`,\n${' '.repeat(column + 1)}`);
}

function elementStyle(values: readonly Printed[], dtype: DType, print: PrintOptions): ElementStyle {
  if (!isFloating(dtype)) {
    const text = dtype === 'bool' ? boolText : integerText;
    return aligned(text, widest(values, text));
  }
  return floatStyle(values as readonly number[], print);
}

/**
 * Whole numbers are written `1.`, others with `precision` places; scientific where the magnitudes span more than 1000,
 * exceed 1e8 or fall below 1e-4. Zeros, infinities and NaN have no say in it.
 */
function floatStyle(values: readonly number[], print: PrintOptions): ElementStyle {
  const telling = values.filter((value) => Number.isFinite(value) && value !== 0);
  const whole = (value: number): string => toFixedText(value, 0) + (Number.isFinite(value) ? '.' : '');
  if (telling.length === 0) return aligned(whole, 1);
  const { precision } = print;
  let write = (value: number): string => toFixedText(value, precision);
  if (print.sciMode ?? isWideRange(telling)) write = (value) => toExponentText(value, precision);
  else if (telling.every(Number.isInteger)) write = whole;
  return aligned(write, widest(telling, write));
}

function isWideRange(values: readonly number[]): boolean {
  let smallest = Infinity;
  let largest = 0;
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (magnitude < smallest) smallest = magnitude;
    if (magnitude > largest) largest = magnitude;
  }
  return largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4;
}

function widest<T extends Printed>(values: readonly T[], write: (value: T) => string): number {
  return values.reduce((width, value) => Math.max(width, write(value).length), 1);
}

const aligned = <T extends Printed>(write: (value: T) => string, width: number): ElementStyle => ({
  width,
  write: (value) => write(value as T).padStart(width),
});

const boolText = (value: Printed): string => (value === 0 ? 'False' : 'True');

function suffixesOf(tensor: Tensor, options: FormatOptions, print: PrintOptions): string[] {
  const suffixes: string[] = [];
  const isEmpty = tensor.numel === 0;
  if (isEmpty ? tensor.rank !== 1 : print.edgeitems === 0) suffixes.push(`size=${shapeText(tensor.shape)}`);
  if (!isImplied(tensor.dtype, isEmpty)) suffixes.push(`dtype=torch.${tensor.dtype}`);
  if (options.gradFn !== undefined) suffixes.push(`grad_fn=<${options.gradFn}>`);
  else if (options.requiresGrad === true) suffixes.push('requires_grad=True');
  return suffixes;
}

/** Whether a reader can tell the dtype from the elements. */
function isImplied(dtype: DType, isEmpty: boolean): boolean {
  if (isComplex(dtype) && !isEmpty) return partsOf(dtype) === getDefaultDType();
  return dtype === getDefaultDType() || (!isEmpty && (dtype === 'int64' || dtype === 'bool'));
}

/** A suffix that would pass the line's end goes to a line of its own; PyTorch counts two columns more than there are. */
function withSuffixes(text: string, suffixes: readonly string[], linewidth: number): string {
  let result = text;
  let column = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (column + suffix.length + 2 > linewidth) {
      result += `,\n${' '.repeat(INDENT)}${suffix}`;
      column = INDENT + suffix.length;
    } else {
      result += `, ${suffix}`;
      column += suffix.length + 2;
    }
  }
  return `${result})`;
}
