/** The text of numpy arrays (1.23): `repr` and `str` of a tensor's values. */
import { isFloating } from '../backend/dtype.ts';
import { arrayOptions } from './array-options.ts';
import { floatWriter, scalarText } from './format-array-float.ts';
import { integerText } from './format-number.ts';
import type { Precision } from './shortest-digits.ts';
import { printedElements, shapeText, shownElements, shownIndices, type Printed } from './summary.ts';
import type { Tensor } from './tensor.ts';

const PREFIX = 'array(';

type Write = (value: Printed) => string;

/** How a text is laid out: after which indent, between what, and how many columns its lines may have. */
interface Layout {
  readonly indent: string;
  readonly separator: string;
  readonly width: number;
}

/** `repr(array)`: `array([1., 2.], dtype=float32)`. */
export function formatArray(tensor: Tensor): string {
  const isImplied = tensor.numel > 0 && ['int64', 'float64', 'bool'].includes(tensor.dtype);
  const suffix = isImplied ? ')' : ',';
  const text = PREFIX + arrayBody(tensor, suffix) + suffix;
  if (isImplied) return text;
  const dtype = `dtype=${tensor.dtype})`;
  const column = text.length - (text.lastIndexOf('\n') + 1);
  const fits = column + dtype.length + 1 <= arrayOptions().linewidth;
  return text + (fits ? ' ' : `\n${' '.repeat(PREFIX.length)}`) + dtype;
}

/** `str(array)`: `[1. 2.]`. */
export function formatArrayText(tensor: Tensor): string {
  if (tensor.numel === 0) return '[]';
  if (tensor.rank === 0) return zeroDimensional(tensor);
  return elementsText(tensor, { indent: ' ', separator: ' ', width: arrayOptions().linewidth });
}

function arrayBody(tensor: Tensor, suffix: string): string {
  if (tensor.numel === 0) return tensor.rank === 1 ? '[]' : `[], shape=${shapeText(tensor.shape)}`;
  const layout = {
    indent: ' '.repeat(PREFIX.length + 1),
    separator: ', ',
    width: arrayOptions().linewidth - suffix.length,
  };
  return elementsText(tensor, layout);
}

function zeroDimensional(tensor: Tensor): string {
  const value = printedElements(tensor)[tensor.offset] as Printed;
  if (isFloating(tensor.dtype)) return scalarText(value as number, precisionOf(tensor));
  return tensor.dtype === 'bool' ? boolText(value) : integerText(value);
}

/** What the digits are the shortest of; numpy has no bfloat16. */
const precisionOf = ({ dtype }: Tensor): Precision =>
  dtype === 'float16' || dtype === 'float32' ? dtype : 'float64';

function elementsText(tensor: Tensor, layout: Layout): string {
  const { threshold, edgeitems } = arrayOptions();
  const edgeItems = tensor.numel > threshold ? edgeitems : null;
  const write = writerFor(tensor, edgeItems);
  const elements = printedElements(tensor);
  const block = (dim: number, at: number, indent: string, width: number): string => {
    const step = tensor.strides[dim];
    if (step === undefined) return write(elements[at] as Printed);
    const { leading, trailing, hasGap } = shownIndices(tensor.shape[dim] as number, edgeItems);
    const parts = (indices: readonly number[]): string[] =>
      indices.map((i) => block(dim + 1, at + i * step, `${indent} `, width - 1));
    const items = [...parts(leading), ...(hasGap ? ['...'] : []), ...parts(trailing)];
    if (dim === tensor.rank - 1) return `[${wrapRow(items, { ...layout, indent, width })}]`;
    const between = layout.separator.trimEnd() + '\n'.repeat(tensor.rank - dim - 1) + indent;
    return `[${items.join(between)}]`;
  };
  return block(0, tensor.offset, layout.indent, layout.width);
}

/** Puts as many elements on a line as leave a column for the comma or the bracket after them. */
function wrapRow(items: readonly string[], { indent, separator, width }: Layout): string {
  const limit = width - Math.max(separator.trimEnd().length, 1);
  const lines: string[] = [];
  let line = indent;
  items.forEach((item, i) => {
    if (line.length + item.length > limit && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += item + (i < items.length - 1 ? separator : '');
  });
  lines.push(line);
  return lines.join('\n').slice(indent.length);
}

function writerFor(tensor: Tensor, edgeItems: number | null): Write {
  if (tensor.dtype === 'bool') return tensor.rank === 0 ? boolText : (value) => boolText(value).padStart(5);
  const values = shownElements(tensor, edgeItems);
  if (isFloating(tensor.dtype)) return floatWriter(values as number[], precisionOf(tensor)) as Write;
  const width = values.reduce<number>((widest, value) => Math.max(widest, integerText(value).length), 0);
  return (value) => integerText(value).padStart(width);
}

const boolText = (value: Printed): string => (value === 0 ? 'False' : 'True');
