/** torch.fft: Fourier transforms of real and complex numbers. */
import { complexOf, floatingType, legacyName, partsOf } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { transformOf } from '../../../backend/js/fourier.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { imaginaryPart, joinParts, realPart } from '../../../tensor/complex.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { mulScalar } from '../pointwise/arithmetic.ts';
import { flip } from '../shape/joining.ts';
import { transpose } from '../shape/views.ts';
import { callOf } from './arithmetic.ts';
import { conj } from './functions.ts';
import { complex, realView } from './parts.ts';

/** Transforms the rows of the last dimension, without a scale. Its matrix is symmetric, so the gradient is the transform back. */
const transformRows: (z: Tensor, inverse: boolean) => Tensor = operation(
  '_fft_c2c(Tensor self, bool inverse) -> Tensor',
  {
    forward: (self: Tensor, inverse: boolean): Tensor => {
      const length = self.shape.at(-1) ?? 1;
      const re = toContiguous(realPart(self), 'float64') as Float64Array;
      const im = toContiguous(imaginaryPart(self), 'float64') as Float64Array;
      const transform = transformOf(length, inverse);
      for (let start = 0; start < re.length; start += length) {
        transform({ re: re.subarray(start, start + length), im: im.subarray(start, start + length) });
      }
      const type = partsOf(self.dtype);
      const made = (part: Float64Array): Tensor =>
        fromElements(type === 'float32' ? Float32Array.from(part) : part, type, self.shape);
      return joinParts(made(re), made(im));
    },
    gradient: (grad, node): Tensor[] => [transformRows(asComplex(grad), node.args[1] !== true)],
    node: 'FftC2C',
    complex: true,
    variants: 'internal',
  },
);

type Norm = string | null;

/** The scale of a transform over `count` points. @throws TorchError for an unknown mode */
function scaleOf(norm: Norm, count: number, inverse: boolean): number {
  const mode = norm ?? 'backward';
  if (mode === 'ortho') return 1 / Math.sqrt(count);
  if (mode !== 'backward' && mode !== 'forward') throw runtimeError(`Invalid normalization mode: "${mode}"`);
  return (mode === 'forward') === inverse ? 1 : 1 / count;
}

const asComplex = (x: Tensor): Tensor => {
  if (x.complex) return x;
  const real = asFloating(x);
  complexOf(real.dtype);
  return complex(real, full(real.shape, 0, real.dtype));
};

const asFloating = (x: Tensor): Tensor => callOf('to_dtype')(x, floatingType(x.dtype)) as Tensor;

/** The tensor with `size` elements along a dimension: cut, or followed by zeros. */
function resized(x: Tensor, dim: number, size: number): Tensor {
  if (size < 1) throw runtimeError(`Invalid number of data points (${size}) specified`);
  const has = x.shape[dim] ?? 1;
  if (has === size) return x;
  if (has > size) return callOf('narrow')(x, dim, 0, size) as Tensor;
  const more = full(x.shape.with(dim, size - has), 0, x.dtype);
  return callOf('cat')([x, more], dim) as Tensor;
}

const sizeAlong = (x: Tensor, n: number | null, dim: number): number => n ?? x.shape[dim] ?? 1;

function along(z: Tensor, dim: number, inverse: boolean): Tensor {
  const isLast = dim === z.rank - 1;
  const rows = transformRows(isLast ? z : transpose(z, dim, -1), inverse);
  return isLast ? rows : transpose(rows, dim, -1);
}

function checkedDim(x: Tensor, dim: number): number {
  if (x.rank === 0)
    throw new TorchError('IndexError', `Dimension specified as ${dim} but tensor has no dimensions`);
  return wrapDimension(dim, x.rank);
}

const scaled = (x: Tensor, scale: number): Tensor => (scale === 1 ? x : mulScalar(x, scale));

/** A transform of complex numbers along one dimension. */
function overOne(self: Tensor, n: number | null, dim: number, norm: Norm, inverse: boolean): Tensor {
  const at = checkedDim(self, dim);
  const z = resized(asComplex(self), at, sizeAlong(self, n, at));
  return scaled(along(z, at, inverse), scaleOf(norm, z.shape[at] ?? 1, inverse));
}

function checkReal(name: string, self: Tensor): void {
  if (self.complex)
    throw runtimeError(`${name} expects a real input tensor, but got ${legacyName(self.dtype)}`);
}

/** The half of a real signal's transform that tells the rest. */
function realToHalf(
  name: string,
  self: Tensor,
  n: number | null,
  dim: number,
  norm: Norm,
  inverse: boolean,
): Tensor {
  checkReal(name, self);
  const at = checkedDim(self, dim);
  const whole = overOne(self, n, at, norm, inverse);
  return callOf('narrow')(whole, at, 0, Math.floor((whole.shape[at] ?? 1) / 2) + 1) as Tensor;
}

/** The real signal of such a half. */
function halfToReal(self: Tensor, n: number | null, dim: number, norm: Norm, inverse: boolean): Tensor {
  const at = checkedDim(self, dim);
  const size = n ?? 2 * ((self.shape[at] ?? 1) - 1);
  if (size < 1) throw runtimeError(`Invalid number of data points (${size}) specified`);
  const half = resized(asComplex(self), at, Math.floor(size / 2) + 1);
  const rest = Math.ceil(size / 2) - 1;
  const mirrored = rest > 0 ? flip(conj(callOf('narrow')(half, at, 1, rest) as Tensor), [at]) : null;
  const whole = mirrored === null ? half : (callOf('cat')([half, mirrored], at) as Tensor);
  return scaled(realView(along(whole, at, inverse)), scaleOf(norm, size, inverse));
}

/** hfft runs in the other direction, so that its scales are the other's. */
function turned(norm: Norm): Norm {
  if (norm === 'forward') return 'backward';
  return norm === null || norm === 'backward' ? 'forward' : norm;
}

/** The real transform of the first half of a signal that is its own conjugate, mirrored. */
function hermitian(half: Tensor, n: number | null, dim: number, norm: Norm): Tensor {
  return halfToReal(conj(asComplex(half)), n, dim, turned(norm), true);
}

/** The half of such a signal. */
function hermitianHalf(name: string, self: Tensor, n: number | null, dim: number, norm: Norm): Tensor {
  return conj(realToHalf(name, self, n, dim, turned(norm), false));
}

const ONE = 'int? n=None, int dim=-1, str? norm=None';

function one(
  name: string,
  compute: (self: Tensor, n: number | null, dim: number, norm: Norm) => Tensor,
  node: string,
  doc: string,
): void {
  operation(`fft_${name}(Tensor self, ${ONE}) -> Tensor`, {
    composite: true,
    forward: compute,
    node,
    namespace: 'fft',
    doc: `${doc} \`n\` cuts or pads the dimension; \`norm\` is backward, ortho or forward.`,
  });
}

one(
  'fft',
  (x, n, dim, norm) => overOne(x, n, dim, norm, false),
  'FftC2C',
  'The Fourier transform along a dimension.',
);
one('ifft', (x, n, dim, norm) => overOne(x, n, dim, norm, true), 'FftC2C', 'The inverse Fourier transform.');
one(
  'rfft',
  (x, n, dim, norm) => realToHalf('rfft', x, n, dim, norm, false),
  'FftR2C',
  'The transform of real numbers: its first half, which tells the other.',
);
one('irfft', (x, n, dim, norm) => halfToReal(x, n, dim, norm, true), 'FftC2R', 'The inverse of rfft.');
one('hfft', hermitian, 'FftC2R', 'The transform of the first half of a Hermitian signal.');
one('ihfft', (x, n, dim, norm) => hermitianHalf('ihfft', x, n, dim, norm), 'Conj', 'The inverse of hfft.');

/** The dimensions of a transform over several, and their sizes. */
function several(
  self: Tensor,
  s: Shape | null,
  dim: Shape | null,
): [dims: number[], sizes: (number | null)[]] {
  const dims =
    dim === null
      ? self.shape.map((_, d) => d).slice(s === null ? 0 : self.rank - s.length)
      : dim.map((d) => wrapDimension(d, self.rank));
  if (new Set(dims).size < dims.length) throw runtimeError('FFT dims must be unique');
  if (s !== null && s.length !== dims.length)
    throw runtimeError('When given, dim and shape arguments must have the same length');
  return [dims, dims.map((_, i) => (s?.[i] === undefined || s[i] === -1 ? null : s[i]))];
}

/** {@link several}, the last of which is halved. @throws TorchError for none */
function severalWithHalf(
  name: string,
  self: Tensor,
  s: Shape | null,
  dim: Shape | null,
): [dims: number[], sizes: (number | null)[]] {
  const found = several(self, s, dim);
  if (found[0].length === 0) throw runtimeError(`${name} must transform at least one axis`);
  return found;
}

const overSeveral = (
  self: Tensor,
  s: Shape | null,
  dim: Shape | null,
  norm: Norm,
  inverse: boolean,
): Tensor => {
  const [dims, sizes] = several(self, s, dim);
  return dims.reduce((z, d, i) => overOne(z, sizes[i] ?? null, d, norm, inverse), asComplex(self));
};

function halfOverSeveral(name: string, self: Tensor, s: Shape | null, dim: Shape | null, norm: Norm): Tensor {
  checkReal(name, self);
  const [dims, sizes] = severalWithHalf(name, self, s, dim);
  const half = realToHalf(name, self, sizes.at(-1) ?? null, dims.at(-1) ?? 0, norm, false);
  return dims.slice(0, -1).reduce((z, d, i) => overOne(z, sizes[i] ?? null, d, norm, false), half);
}

function realOverSeveral(self: Tensor, s: Shape | null, dim: Shape | null, norm: Norm): Tensor {
  const [dims, sizes] = severalWithHalf('irfftn', self, s, dim);
  const others = dims
    .slice(0, -1)
    .reduce((z, d, i) => overOne(z, sizes[i] ?? null, d, norm, true), asComplex(self));
  return halfToReal(others, sizes.at(-1) ?? null, dims.at(-1) ?? 0, norm, true);
}

function hermitianOverSeveral(self: Tensor, s: Shape | null, dim: Shape | null, norm: Norm): Tensor {
  const [dims, sizes] = severalWithHalf('hfftn', self, s, dim);
  const others = dims
    .slice(0, -1)
    .reduce((z, d, i) => overOne(z, sizes[i] ?? null, d, norm, false), asComplex(self));
  return hermitian(others, sizes.at(-1) ?? null, dims.at(-1) ?? 0, norm);
}

function hermitianHalfOverSeveral(self: Tensor, s: Shape | null, dim: Shape | null, norm: Norm): Tensor {
  if (self.complex)
    throw runtimeError(`Only supports floating-point dtypes, but found: ${legacyName(self.dtype)}`);
  const [dims, sizes] = severalWithHalf('ihfftn', self, s, dim);
  const half = hermitianHalf('ihfftn', self, sizes.at(-1) ?? null, dims.at(-1) ?? 0, norm);
  return dims.slice(0, -1).reduce((z, d, i) => overOne(z, sizes[i] ?? null, d, norm, true), half);
}

type Several = (self: Tensor, s: Shape | null, dim: Shape | null, norm: Norm) => Tensor;

for (const [name, compute, node, doc] of [
  ['fft', (x, s, d, norm) => overSeveral(x, s, d, norm, false), 'FftC2C', 'The Fourier transform'],
  ['ifft', (x, s, d, norm) => overSeveral(x, s, d, norm, true), 'FftC2C', 'The inverse Fourier transform'],
  [
    'rfft',
    (x, s, d, norm) => halfOverSeveral('rfftn', x, s, d, norm),
    'FftR2C',
    'The transform of real numbers, half of the last dimension,',
  ],
  ['irfft', realOverSeveral, 'FftC2R', 'The inverse of that of real numbers'],
  ['hfft', hermitianOverSeveral, 'FftC2R', 'The transform of half of a Hermitian signal'],
  ['ihfft', hermitianHalfOverSeveral, 'Conj', 'The inverse of that of a Hermitian signal'],
] as readonly (readonly [string, Several, string, string])[]) {
  operation(`fft_${name}2(Tensor self, int[1]? s=None, int[1] dim=[-2,-1], str? norm=None) -> Tensor`, {
    composite: true,
    forward: compute,
    node,
    namespace: 'fft',
    doc: `${doc} over two dimensions.`,
  });
  operation(`fft_${name}n(Tensor self, int[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`, {
    composite: true,
    forward: compute,
    node,
    namespace: 'fft',
    doc: `${doc} over several dimensions.`,
  });
}
