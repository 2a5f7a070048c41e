/** Window functions, by which the frames of a signal are multiplied before they are transformed. */
import { cppName, getDefaultDType, isFloating, newElements, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { besselI0 } from '../../../backend/js/bessel.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { roundingOf } from '../../scalar.ts';

type Round = (x: number) => number;

/** The value at element `k` of a symmetric window whose last element has the index `last`. */
type WindowFunction = (k: number, last: number, round: Round) => number;

/** @throws TorchError for a negative length, or a dtype that is no floating-point one */
function checkWindow(name: string, length: number, dtype: DType): void {
  if (!isFloating(dtype)) {
    throw runtimeError(
      `${name} expects floating point dtypes, got: TensorOptions(dtype=${cppName(dtype)}, device=cpu, layout=Strided (default), requires_grad=false (default), pinned_memory=false, memory_format=(nullopt))`,
    );
  }
  if (length >= 0) return;
  throw runtimeError(`${name} requires non-negative window_length, got window_length=${length}`);
}

/** A periodic window is a symmetric one of an element more, whose last is left out. */
function windowOf(
  name: string,
  length: number,
  periodic: boolean,
  dtype: DType | null,
  value: WindowFunction,
): Tensor {
  const type = dtype ?? getDefaultDType();
  checkWindow(name, length, type);
  const round = roundingOf(type);
  const last = periodic ? length : length - 1;
  const elements = newElements(type, length);
  for (let k = 0; k < length; k++) elements[k] = length === 1 ? 1 : value(k, last, round);
  return fromElements(elements, type, [length]);
}

/** `alpha - beta cos(2 pi k / last)`, rounded at each step as PyTorch rounds it. */
const raisedCosine =
  (alpha: number, beta: number): WindowFunction =>
  (k, last, round) => {
    const angle = round(k * round((2 * Math.PI) / last));
    return round(round(alpha) - round(round(Math.cos(angle)) * round(beta)));
  };

const blackman: WindowFunction = (k, last, round) => {
  const angle = round(k * round(Math.PI / last));
  const fourth = round(round(Math.cos(round(4 * angle))) * round(0.08));
  const second = round(round(Math.cos(round(2 * angle))) * 0.5);
  return round(round(fourth - second) + round(0.42));
};

const bartlett: WindowFunction = (k, last, round) => {
  const height = round(k * round(2 / last));
  return k <= Math.floor(last / 2) ? height : round(2 - height);
};

/** Kaiser's window: the modified Bessel function of the first kind over half a circle. */
const kaiser =
  (beta: number): WindowFunction =>
  (k, last) => {
    const place = (2 * k) / last - 1;
    return besselI0(beta * Math.sqrt(Math.max(1 - place * place, 0))) / besselI0(beta);
  };

const NAMED: Readonly<Record<string, readonly [value: WindowFunction, doc: string]>> = {
  hann_window: [raisedCosine(0.5, 0.5), "Hann's window: one wave of a cosine, 0 at both ends."],
  hamming_window: [raisedCosine(0.54, 0.46), "Hamming's window: a cosine above a pedestal."],
  blackman_window: [blackman, "Blackman's window: a sum of two cosines."],
  bartlett_window: [bartlett, "Bartlett's window: a triangle."],
  kaiser_window: [kaiser(12), "Kaiser's window, narrower the larger `beta` is."],
};

const OPTIONS = '*, ScalarType? dtype=None';

for (const [name, [value, doc]] of Object.entries(NAMED)) {
  operation(`${name}(int window_length, ${OPTIONS}) -> Tensor`, {
    forward: (length: number, dtype: DType | null): Tensor => windowOf(name, length, true, dtype, value),
    variants: 'function',
    doc,
  });
  operation(`${name}.periodic(int window_length, bool periodic, ${OPTIONS}) -> Tensor`, {
    forward: (length: number, periodic: boolean, dtype: DType | null): Tensor =>
      windowOf(name, length, periodic, dtype, value),
    variants: 'function',
  });
}

operation(
  `hamming_window.periodic_alpha_beta(int window_length, bool periodic=True, float alpha=0.54, float beta=0.46, ${OPTIONS}) -> Tensor`,
  {
    forward: (length: number, periodic: boolean, alpha: number, beta: number, dtype: DType | null): Tensor =>
      windowOf('hamming_window', length, periodic, dtype, raisedCosine(alpha, beta)),
    variants: 'function',
  },
);

operation(
  `kaiser_window.beta(int window_length, bool periodic=True, float beta=12.0, ${OPTIONS}) -> Tensor`,
  {
    forward: (length: number, periodic: boolean, beta: number, dtype: DType | null): Tensor =>
      windowOf('kaiser_window', length, periodic, dtype, kaiser(beta)),
    variants: 'function',
  },
);
