/** Floating-point numbers as they are kept: mantissa and exponent, and the next number. */
import { isFloating, newElements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { outputGradients, type Gradients } from '../../tape/node.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { typeOfBoth } from '../../scalar.ts';
import { toDType } from '../creation/conversion.ts';
import { div } from './arithmetic.ts';
import { noDerivative, ofPairs } from './by-element.ts';
import { exp2 } from './functions.ts';

/** `[mantissa, exponent]` with mantissa * 2^exponent = x, the mantissa in [1/2, 1). */
function split(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let exponent = Math.max(Math.floor(Math.log2(Math.abs(x))) + 1, -1073);
  let mantissa = x / 2 ** exponent;
  while (Math.abs(mantissa) >= 1) [mantissa, exponent] = [mantissa / 2, exponent + 1];
  while (Math.abs(mantissa) < 0.5) [mantissa, exponent] = [mantissa * 2, exponent - 1];
  return [mantissa, exponent];
}

operation('frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)', {
  forward: (self: Tensor): Tensor[] => {
    if (!isFloating(self.dtype)) throw runtimeError('torch.frexp() only supports floating-point dtypes');
    const elements = toContiguous(self, 'float64');
    const mantissas = newElements(self.dtype, elements.length);
    const exponents = newElements('int32', elements.length);
    elements.forEach((value, i) => ([mantissas[i], exponents[i]] = split(value)));
    return [fromElements(mantissas, self.dtype, self.shape), fromElements(exponents, 'int32', self.shape)];
  },
  gradient: (_grad, node): Gradients => {
    const [forMantissa] = outputGradients(node) as [Tensor];
    return [div(forMantissa, toDType(exp2(node.savedTensor(0)), forMantissa.dtype))];
  },
  saves: ['result1'],
  node: 'Frexp',
  doc: 'The mantissa, in [1/2, 1), and the exponent to base 2 of each element.',
});

const word32 = new Int32Array(1);
const float32 = new Float32Array(word32.buffer);
const word64 = new BigInt64Array(1);
const float64 = new Float64Array(word64.buffer);

/** The next float32 after `from` on the way to `to`: the words of floats of one sign are in their order. */
function nextFloat32(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? 2 ** -149 : -(2 ** -149);
  float32[0] = from;
  word32[0] = (word32[0] as number) + (to > from === from > 0 ? 1 : -1);
  return float32[0];
}

/** {@link nextFloat32} of float64. */
function nextFloat64(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  float64[0] = from;
  word64[0] = (word64[0] as bigint) + (to > from === from > 0 ? 1n : -1n);
  return float64[0];
}

operation('nextafter(Tensor self, Tensor other) -> Tensor', {
  dtypes: floating('nextafter_cpu'),
  forward: (self: Tensor, other: Tensor): Tensor => {
    const isDouble = typeOfBoth(self, other) === 'float64';
    return ofPairs(self, other, isDouble ? nextFloat64 : nextFloat32);
  },
  gradient: () => {
    throw noDerivative('nextafter');
  },
  inPlace: true,
  doc: 'The number next to each element on the way to `other`.',
});
