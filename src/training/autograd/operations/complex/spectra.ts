/** Eigenvalues and eigenvectors of any square matrices, which are complex; inverses of complex matrices. */
import { complexOf } from '../../../backend/dtype.ts';
import { notConverged, notImplementedError, runtimeError } from '../../../backend/error.ts';
import { eigenvectors } from '../../../backend/js/eigenvectors.ts';
import { joinParts } from '../../../tensor/complex.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { complexForm } from '../../complex-forms.ts';
import { operation } from '../../operation.ts';
import { outputGradients, type Gradients } from '../../tape/node.ts';
import { checkSquare, hasInfinity, hasNaN, overMatrices } from '../linalg/matrices.ts';
import { matmul } from '../linalg/products.ts';
import { add, div, mul, neg, sub } from '../pointwise/arithmetic.ts';
import { transpose, unsqueeze } from '../shape/views.ts';
import { callOf } from './arithmetic.ts';
import { conj } from './functions.ts';
import { complex, partsIn, realView } from './parts.ts';

function spectrum(name: string, self: Tensor): Tensor[] {
  if (self.complex) {
    throw notImplementedError(`D2L Exercises computes ${name} of real matrices only`);
  }
  checkSquare(name, self);
  const size = self.shape.at(-1) as number;
  const forms = [[size], [size], [size, size], [size, size]].map((shape) => ({ shape }));
  const [re, im, columnsRe, columnsIm] = overMatrices([self], forms, (rows) => {
    if (hasInfinity(rows) || hasNaN(rows))
      throw runtimeError('torch.linalg.eig: input tensor should not contain infs or NaNs.');
    const found = eigenvectors(size, Float64Array.from(rows.flatMap((row) => [...row])));
    if (found === null) throw notConverged(name, 'eigenvalues');
    const { values, vectors } = found;
    return [values.re, values.im, vectors.re, vectors.im].map((part) => Array.from(part));
  }) as [Tensor, Tensor, Tensor, Tensor];
  return [joinParts(re, im), joinParts(columnsRe, columnsIm)];
}

const adjoint = (z: Tensor): Tensor => conj(transpose(z, -2, -1));
const diagonal = (z: Tensor): Tensor => callOf('diag_embed')(z) as Tensor;
const inverse = (z: Tensor): Tensor => callOf('linalg_inv')(z) as Tensor;

/** What comes back to a matrix from `inner`, given in the basis of its eigenvectors. */
const fromBasis = (vectors: Tensor, inner: Tensor): Tensor =>
  matmul(inverse(adjoint(vectors)), matmul(inner, adjoint(vectors)));

/** How the matrix moves with its eigenvectors, each of length 1. */
function ofVectors(values: Tensor, vectors: Tensor, grad: Tensor): Tensor {
  const turned = matmul(adjoint(vectors), grad);
  const along = realView(callOf('diagonal')(turned, 0, -2, -1) as Tensor);
  const lengths = matmul(adjoint(vectors), mul(vectors, unsqueeze(along, -2)));
  const gaps = conj(sub(unsqueeze(values, -2), unsqueeze(values, -1)));
  const unit = diagonal(full(values.shape, 1, values.dtype));
  const off = sub(full(gaps.shape, 1, values.dtype), unit);
  return mul(off, div(sub(turned, lengths), add(gaps, unit)));
}

operation('linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)', {
  forward: (self: Tensor): Tensor[] => spectrum('linalg.eig', self),
  gradient: (_, node): Gradients => {
    const [ofValues, ofColumns] = outputGradients(node) as [Tensor, Tensor];
    const [values, vectors] = [node.savedTensor(0), node.savedTensor(1)];
    return [fromBasis(vectors, add(ofVectors(values, vectors, ofColumns), diagonal(ofValues)))];
  },
  saves: ['result', 'result1'],
  complex: true,
  namespace: 'linalg',
  doc: "Eigenvalues and eigenvectors (columns, of length 1) of real square matrices, complex and in LAPACK's order.",
});

operation('linalg_eigvals(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => {
    if (self.complex)
      throw notImplementedError('D2L Exercises computes linalg.eigvals of real matrices only');
    checkSquare('linalg.eigvals', self);
    return (callOf('linalg_eig')(self) as Tensor[])[0] as Tensor;
  },
  complex: true,
  namespace: 'linalg',
  doc: "The eigenvalues of real square matrices, complex and in LAPACK's order.",
});

/** The real matrix [[re, -im], [im, re]], which multiplies as the complex one does. */
function embedded(z: Tensor): Tensor {
  const { re, im } = partsIn(z, complexOf(z.dtype));
  const imaginary = im ?? full(re.shape, 0, re.dtype);
  const cat = callOf('cat') as (tensors: readonly Tensor[], dim: number) => Tensor;
  return cat([cat([re, neg(imaginary)], -1), cat([imaginary, re], -1)], -2);
}

complexForm('linalg_solve', (self: Tensor, other: Tensor): Tensor => {
  const isVector = other.rank === 1;
  const columns = isVector ? unsqueeze(other, -1) : other;
  const { re, im } = partsIn(columns, complexOf(self.dtype));
  const whole = callOf('cat')([re, im ?? full(re.shape, 0, re.dtype)], -2);
  const solved = callOf('linalg_solve')(embedded(self), whole);
  const size = self.shape.at(-1) ?? 0;
  const half = (start: number): Tensor => callOf('narrow')(solved, -2, start, size) as Tensor;
  const joined = complex(half(0), half(size));
  return isVector ? (callOf('squeeze_dim')(joined, -1) as Tensor) : joined;
});

for (const entry of ['linalg_inv', 'inverse']) {
  complexForm(entry, (self: Tensor): Tensor => {
    const size = self.shape.at(-1) ?? 0;
    const whole = callOf('linalg_inv')(embedded(self));
    const left = callOf('narrow')(whole, -1, 0, size);
    return complex(
      callOf('narrow')(left, -2, 0, size) as Tensor,
      callOf('narrow')(left, -2, size, size) as Tensor,
    );
  });
}
