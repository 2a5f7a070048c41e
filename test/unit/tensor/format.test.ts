import { afterEach, describe, expect, it } from 'vitest';
import { newElements, setDefaultDType, type DType } from '../../../src/training/backend/dtype.ts';
import { formatArray, formatArrayText } from '../../../src/training/tensor/format-array.ts';
import { formatTensor } from '../../../src/training/tensor/format.ts';
import { resetPrintOptions, setPrintOptions } from '../../../src/training/tensor/print-options.ts';
import { fromElements, type Tensor } from '../../../src/training/tensor/tensor.ts';
import { numel } from '../../../src/training/backend/layout.ts';
import recorded from './recorded-formatting.json';

/** One tensor with the texts that PyTorch and numpy gave for it (scripts/record-formatting.py). */
interface Case {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The first elements; a larger tensor repeats them. */
  readonly values: readonly (number | string | boolean)[];
  readonly repr: string;
  readonly array: string;
  readonly arrayText?: string;
  readonly leaf?: string;
  readonly product?: string;
}

interface OptionCase extends Case {
  readonly options: {
    readonly precision: number;
    readonly threshold: number;
    readonly edgeitems: number;
    readonly linewidth: number;
    readonly sci_mode: boolean | null;
  };
}

const cases: readonly Case[] = recorded.cases;
const optionCases: readonly OptionCase[] = recorded.options;

function readNumber(value: number | string | boolean | undefined): number {
  if (typeof value !== 'string') return Number(value);
  const named: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity, nan: NaN, '-0.0': -0 };
  const number = named[value];
  if (number === undefined) throw new Error(`unknown number ${value}`);
  return number;
}

function tensorOf({ dtype, shape, values }: Case): Tensor {
  const elements = newElements(dtype as DType, numel(shape));
  for (let i = 0; i < elements.length; i++) elements[i] = readNumber(values[i % values.length]);
  return fromElements(elements, dtype as DType, shape);
}

function differing(
  all: readonly Case[],
  actual: (one: Case) => string,
  expected: (one: Case) => string | undefined,
): unknown[] {
  return all
    .map((one) => ({ actual: actual(one), expected: expected(one) }))
    .filter((pair) => pair.expected !== undefined && pair.actual !== pair.expected);
}

afterEach(() => {
  resetPrintOptions();
  setDefaultDType('float32');
});

describe('formatTensor', () => {
  it('gives the reprs that PyTorch gives', () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(
      differing(
        cases,
        (one) => formatTensor(tensorOf(one)),
        (one) => one.repr,
      ),
    ).toEqual([]);
  });

  it('adds requires_grad=True, on a line of its own where it does not fit', () => {
    const withLeaf = (one: Case): string => formatTensor(tensorOf(one), { requiresGrad: true });
    expect(differing(cases, withLeaf, (one) => one.leaf)).toEqual([]);
  });

  it('adds the name of the node that made the tensor', () => {
    const withNode = (one: Case): string =>
      formatTensor(tensorOf(one), { requiresGrad: true, gradFn: 'MulBackward0' });
    expect(differing(cases, withNode, (one) => one.product)).toEqual([]);
  });

  it('follows set_printoptions', () => {
    const text = (one: Case): string => {
      const { sci_mode: sciMode, ...rest } = (one as OptionCase).options;
      setPrintOptions({ ...rest, sciMode });
      return formatTensor(tensorOf(one));
    };
    expect(differing(optionCases, text, (one) => one.repr)).toEqual([]);
  });

  it('shows a view by its own elements', () => {
    const whole = fromElements(Float32Array.of(1, 2, 3, 4, 5, 6), 'float32', [2, 3]);
    expect(formatTensor(whole.alias([3, 2], [1, 3], 0))).toBe(
      'tensor([[1., 4.],\n        [2., 5.],\n        [3., 6.]])',
    );
    expect(formatTensor(whole.alias([2], [3], 2))).toBe('tensor([3., 6.])');
    expect(formatTensor(whole.alias([], [], 4))).toBe('tensor(5.)');
  });

  it('names the dtype that is not the default one', () => {
    setDefaultDType('float64');
    expect(formatTensor(fromElements(Float64Array.of(0.5), 'float64', [1]))).toBe('tensor([0.5000])');
    expect(formatTensor(fromElements(Float32Array.of(0.5), 'float32', [1]))).toBe(
      'tensor([0.5000], dtype=torch.float32)',
    );
  });
});

describe('formatArray', () => {
  it('gives the reprs that numpy gives', () => {
    expect(
      differing(
        cases,
        (one) => formatArray(tensorOf(one)),
        (one) => one.array,
      ),
    ).toEqual([]);
  });

  it('gives the texts that print shows for arrays', () => {
    expect(
      differing(
        cases,
        (one) => formatArrayText(tensorOf(one)),
        (one) => one.arrayText,
      ),
    ).toEqual([]);
  });
});
