/** Complex tensors from real ones and back. */
import { complexOf, isFloating, legacyName, partsOf, rare, type DType } from '../../../backend/dtype.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import { runtimeError } from '../../../backend/error.ts';
import { joinParts } from '../../../tensor/complex.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { complexForm, registerParts } from '../../complex-forms.ts';
import { operation } from '../../operation.ts';
import { view } from '../../tape/view.ts';
import { clone, toDType } from '../creation/conversion.ts';
import { mul } from '../pointwise/arithmetic.ts';
import { cos, sin } from '../pointwise/functions.ts';
import { expand } from '../shape/broadcasting.ts';

const zerosLike = (x: Tensor, dtype: DType = x.dtype): Tensor => full(x.shape, 0, dtype);
const contiguous = (x: Tensor): Tensor => (x.isContiguous ? x : clone(x));

function shown(
  self: Tensor,
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  complex: boolean,
): Tensor {
  const result = view(self, shape, strides, offset);
  result.complex = complex;
  if (complex) rare.inUse = true;
  return result;
}

/** The real parts, as a view. */
export const realView: (z: Tensor) => Tensor = operation('_real(Tensor(a) self) -> Tensor(a)', {
  forward: (self: Tensor): Tensor => shown(self, self.shape, self.strides, self.offset, false),
  gradient: (grad): Tensor[] => [complex(grad, zerosLike(grad))],
  node: 'Select',
  complex: true,
  variants: 'internal',
});

/** The imaginary parts, as a view. */
export const imaginaryView: (z: Tensor) => Tensor = operation('_imag(Tensor(a) self) -> Tensor(a)', {
  forward: (self: Tensor): Tensor => shown(self, self.shape, self.strides, self.offset + 1, false),
  gradient: (grad): Tensor[] => [complex(zerosLike(grad), grad)],
  node: 'Select',
  complex: true,
  variants: 'internal',
});

complexForm('real', realView);

operation('imag(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => {
    if (self.complex) return imaginaryView(self);
    throw runtimeError('imag is not implemented for tensors with non-complex dtypes.');
  },
  complex: true,
  out: false,
  variants: 'function',
  doc: 'The imaginary parts of a complex tensor, as a view.',
});

function checkParts(a: Tensor, b: Tensor, allowed: string): void {
  if (!isFloating(a.dtype) || !isFloating(b.dtype)) {
    throw runtimeError(
      `Expected both inputs to be ${allowed} tensors but got ${legacyName(a.dtype)} and ${legacyName(b.dtype)}`,
    );
  }
  if (a.dtype !== b.dtype) {
    throw runtimeError(
      `Expected object of scalar type ${legacyName(a.dtype)} but got scalar type ${legacyName(b.dtype)} for second argument`,
    );
  }
  complexOf(a.dtype);
}

export const complex: (re: Tensor, im: Tensor) => Tensor = operation(
  'complex(Tensor real, Tensor imag) -> Tensor',
  {
    forward: (re: Tensor, im: Tensor): Tensor => {
      checkParts(re, im, 'Half, Float or Double');
      const shape = broadcastShapes(re.shape, im.shape);
      return joinParts(expand(re, shape), expand(im, shape));
    },
    gradient: (grad): Tensor[] =>
      grad.complex ? [realView(grad), imaginaryView(grad)] : [grad, zerosLike(grad)],
    variants: 'function',
    doc: 'Complex numbers of their real and imaginary parts, float32 or float64.',
  },
);

registerParts({ real: realView, imag: imaginaryView, join: complex });

operation('polar(Tensor abs, Tensor angle) -> Tensor', {
  composite: true,
  forward: (abs: Tensor, angle: Tensor): Tensor => {
    checkParts(abs, angle, 'Float or Double');
    return complex(mul(abs, cos(angle)), mul(abs, sin(angle)));
  },
  node: 'Polar',
  variants: 'function',
  doc: 'Complex numbers of their absolute values and angles.',
});

const viewAsReal: (z: Tensor) => Tensor = operation('view_as_real(Tensor(a) self) -> Tensor(a)', {
  forward: (self: Tensor): Tensor => {
    if (!self.complex) throw runtimeError('view_as_real is only supported for complex tensors');
    return shown(self, [...self.shape, 2], [...self.strides, 1], self.offset, false);
  },
  gradient: (grad): Tensor[] => [viewAsComplex(contiguous(grad))],
  complex: true,
  variants: 'function',
  doc: 'A view of complex numbers as pairs of floats, in a last dimension of two.',
});

export const viewAsComplex: (pairs: Tensor) => Tensor = operation(
  'view_as_complex(Tensor(a) self) -> Tensor(a)',
  {
    forward: (self: Tensor): Tensor => {
      if (!isFloating(self.dtype))
        throw runtimeError(
          `view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: ${legacyName(self.dtype)}`,
        );
      complexOf(self.dtype);
      if (self.shape.at(-1) !== 2) throw runtimeError('Tensor must have a last dimension of size 2');
      if (self.strides.at(-1) !== 1) throw runtimeError('Tensor must have a last dimension with stride 1');
      if (self.offset % 2 !== 0) throw runtimeError('Tensor must have a storage_offset divisible by 2');
      return shown(self, self.shape.slice(0, -1), self.strides.slice(0, -1), self.offset, true);
    },
    gradient: (grad): Tensor[] => [viewAsReal(grad)],
    complex: true,
    variants: 'function',
    doc: 'A view of pairs of floats as complex numbers.',
  },
);

/** The parts of a tensor as floats of one dtype; a real one has no imaginary part. */
export interface Parts {
  readonly re: Tensor;
  readonly im: Tensor | null;
}

/** The parts of a tensor, converted to the dtype of a complex dtype's parts. */
export function partsIn(x: Tensor, dtype: DType): Parts {
  const type = partsOf(dtype);
  if (!x.complex) return { re: toDType(x, type), im: null };
  return { re: toDType(realView(x), type), im: toDType(imaginaryView(x), type) };
}

export const together = ({ re, im }: Parts): Tensor => complex(re, im ?? zerosLike(re));
