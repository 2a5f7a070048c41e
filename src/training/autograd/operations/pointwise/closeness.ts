/** Whether tensors are equal, exactly or within tolerances. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { broadcastShapes, broadcastStrides, numel, sameShape, type Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';

operation('equal(Tensor self, Tensor other) -> bool', {
  forward: (self: Tensor, other: Tensor): boolean => {
    if (!sameShape(self.shape, other.shape)) return false;
    const [a, b] = [toContiguous(self, self.dtype), toContiguous(other, other.dtype)];
    return a.every((value, i) => value === b[i]);
  },
  doc: 'Whether two tensors have the same shape and elements.',
});

const repeated = (x: Tensor, shape: Shape): Tensor =>
  x.alias(shape, broadcastStrides(x.shape, x.strides, shape), x.offset);

/** `|a - b| <= atol + rtol |b|`; equal infinities are close, NaN only where asked for. */
function closeElements(
  self: Tensor,
  other: Tensor,
  rtol: number,
  atol: number,
  equalNan: boolean,
): [Uint8Array, Shape] {
  if (self.dtype !== other.dtype) {
    throw runtimeError(`${legacyName(self.dtype)} did not match ${legacyName(other.dtype)}`);
  }
  if (rtol < 0) throw runtimeError(`rtol must be greater than or equal to zero, but got ${rtol}`);
  if (atol < 0) throw runtimeError(`atol must be greater than or equal to zero, but got ${atol}`);
  const shape = broadcastShapes(self.shape, other.shape);
  const [a, b] = [self, other].map((x) => toContiguous(repeated(x, shape), 'float64')) as [
    Float64Array,
    Float64Array,
  ];
  const flags = new Uint8Array(numel(shape));
  for (let i = 0; i < flags.length; i++) {
    const [p, q] = [a[i] as number, b[i] as number];
    const both = equalNan && p !== p && q !== q;
    const near = Math.abs(p - q) <= atol + rtol * Math.abs(q) && Math.abs(p - q) < Infinity;
    flags[i] = p === q || both || near ? 1 : 0;
  }
  return [flags, shape];
}

operation(
  'isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> Tensor',
  {
    forward: (self: Tensor, other: Tensor, rtol: number, atol: number, equalNan: boolean): Tensor => {
      const [flags, shape] = closeElements(self, other, rtol, atol, equalNan);
      return fromElements(flags, 'bool', shape);
    },
    doc: 'Whether |self - other| <= atol + rtol |other|, element by element.',
  },
);

operation(
  'allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool',
  {
    forward: (self: Tensor, other: Tensor, rtol: number, atol: number, equalNan: boolean): boolean =>
      closeElements(self, other, rtol, atol, equalNan)[0].every((flag) => flag === 1),
    doc: 'Whether all elements are equal within tolerances.',
  },
);

operation('isin.Tensor_Tensor(Tensor elements, Tensor test_elements) -> Tensor', {
  takesNumbers: true,
  forward: (elements: Tensor, among: Tensor): Tensor => {
    if (elements.dtype === 'bool' || among.dtype === 'bool') {
      throw runtimeError('Unsupported input type encountered for isin(): Bool');
    }
    const known = new Set(toContiguous(among, 'float64'));
    const flags = Uint8Array.from(toContiguous(elements, 'float64'), (value) => (known.has(value) ? 1 : 0));
    return fromElements(flags, 'bool', elements.shape);
  },
  variants: 'function',
  doc: 'Whether each element occurs among `test_elements`.',
});
