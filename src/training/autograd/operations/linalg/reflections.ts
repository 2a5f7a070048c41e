/** QR factorizations, and the reflections that they are products of. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { productOfReflections, qrFactors } from '../../../backend/js/lapack/householder.ts';
import { copyRows, type Rows } from '../../../backend/js/lapack/rows.ts';
import { sameShape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { outputGradients, type Gradients } from '../../tape/node.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { add, mul, sub } from '../pointwise/arithmetic.ts';
import { clone } from '../creation/conversion.ts';
import { cat } from '../shape/joining.ts';
import { select, slice } from '../shape/slicing.ts';
import { unsqueeze } from '../shape/views.ts';
import { tril } from './diagonals.ts';
import { inv } from './inverses.ts';
import { checkMatrices, overMatrices, transposed } from './matrices.ts';
import { matmul } from './products.ts';
import { unitMatrices } from './unit-matrices.ts';

type Mode = 'reduced' | 'complete' | 'r';

/** R in as many rows as Q has columns. */
function upperRows(factors: Rows, count: number): Rows {
  const rows = copyRows(factors.slice(0, count));
  rows.forEach((row, i) => row.fill(0, 0, i));
  return rows;
}

const factorization = operation('_linalg_qr(Tensor A, str mode) -> (Tensor Q, Tensor R)', {
  forward: (self: Tensor, mode: string): Tensor[] => {
    const [m, n] = self.shape.slice(-2) as [number, number];
    const k = mode === 'complete' ? m : Math.min(m, n);
    return overMatrices([self], [{ shape: [m, k] }, { shape: [k, n] }], (rows) => {
      const taus = qrFactors(rows, n);
      return [productOfReflections(rows, taus, k), upperRows(rows, k)];
    });
  },
  /** For full column rank, m >= n: gA = (gQ + Q copyltu(R gRᵀ - gQᵀ Q)) R⁻ᵀ. */
  gradient: (_grad, node): Gradients => {
    const [forQ, forR] = outputGradients(node) as [Tensor, Tensor];
    const [self, mode] = node.args as [Tensor, Mode];
    checkDifferentiable(mode, forQ);
    const [q, r] = factorization(node.savedTensor(0), mode) as [Tensor, Tensor];
    if (self.numel === 0) return [full(self.shape, 0, self.dtype)];
    const inner = sub(matmul(r, transposed(forR)), matmul(transposed(forQ), q));
    const mirrored = add(tril(inner, 0), transposed(tril(inner, -1)));
    return [matmul(add(forQ, matmul(q, mirrored)), transposed(inv(r)))];
  },
  saves: ['A'],
  node: 'LinalgQr',
  variants: 'internal',
});

/** @throws TorchError in PyTorch's words where Q is not known, or has columns that the matrix does not determine */
function checkDifferentiable(mode: Mode, q: Tensor): void {
  if (mode === 'r') {
    throw runtimeError(
      "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to differentiate through linalg.qr.",
    );
  }
  const [m, k] = q.shape.slice(-2) as [number, number];
  if (mode === 'complete' && m === k) {
    throw runtimeError("The QR decomposition is not differentiable when mode='complete' and nrows > ncols.");
  }
}

/** Of a wide matrix the first columns are factored, and the others turned. */
function orthogonalFactors(self: Tensor, mode: Mode): Tensor[] {
  const [m, n] = self.shape.slice(-2) as [number, number];
  if (m >= n) return factorization(self, m === n && mode === 'complete' ? 'reduced' : mode);
  const [q, r] = factorization(slice(self, -1, 0, m), mode === 'r' ? 'r' : 'reduced') as [Tensor, Tensor];
  return [q, cat([r, matmul(transposed(q), slice(self, -1, m, n))], -1)];
}

function factors(self: Tensor, mode: string): Tensor[] {
  checkMatrices('linalg.qr', self);
  if (mode !== 'reduced' && mode !== 'complete' && mode !== 'r') {
    throw runtimeError(
      `qr received unrecognized mode '${mode}' but expected one of 'reduced' (default), 'r', or 'complete'`,
    );
  }
  const [q, r] = orthogonalFactors(self, mode) as [Tensor, Tensor];
  return [mode === 'r' ? full([0], 0, self.dtype) : q, r];
}

operation("linalg_qr(Tensor A, str mode='reduced') -> (Tensor Q, Tensor R)", {
  composite: true,
  node: 'LinalgQr',
  forward: factors,
  namespace: 'linalg',
  doc: "Q with orthonormal columns and upper triangular R with Q R = A. Q is square with mode='complete', empty with 'r'.",
});

operation('qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)', {
  composite: true,
  node: 'LinalgQr',
  forward: (self: Tensor, some: boolean): Tensor[] => factors(self, some ? 'reduced' : 'complete'),
  doc: 'Q with orthonormal columns and upper triangular R with Q R = self; `torch.linalg.qr` is newer.',
});

operation('geqrf(Tensor self) -> (Tensor a, Tensor tau)', {
  forward: (self: Tensor): Tensor[] => {
    if (self.rank < 2) throw runtimeError('torch.geqrf: input must have at least 2 dimensions.');
    if (!isFloating(self.dtype))
      throw new TorchError(
        'NotImplementedError',
        `"geqrf_cpu" not implemented for '${legacyName(self.dtype)}'`,
      );
    const [m, n] = self.shape.slice(-2) as [number, number];
    return overMatrices([self], [{ shape: [m, n] }, { shape: [Math.min(m, n)] }], (rows) => {
      const taus = qrFactors(rows, n);
      return [rows, taus];
    });
  },
  doc: 'R above the diagonal, and below it the vectors of the reflections whose product is Q; their factors.',
});

/** The vectors of the reflections: 1 on the diagonal, the elements below it. */
function vectorsOf(self: Tensor): Tensor {
  const below = tril(self, -1);
  return add(below, unitMatrices(below));
}

/** `x` after one reflection, which changes the rows from `i` on. */
function reflectedOnce(vectors: Tensor, tau: Tensor, x: Tensor, i: number): Tensor {
  const v = slice(unsqueeze(select(vectors, -1, i), -1), -2, i, vectors.shape.at(-2) as number);
  const factor = unsqueeze(unsqueeze(select(tau, -1, i), -1), -1);
  const below = slice(x, -2, i, x.shape.at(-2) as number);
  const changed = sub(below, matmul(mul(v, factor), matmul(transposed(v), below)));
  return i === 0 ? changed : cat([slice(x, -2, 0, i), changed], -2);
}

/** `other` after reflections, those with the given numbers one after the other. */
function reflected(self: Tensor, tau: Tensor, other: Tensor, order: readonly number[]): Tensor {
  const vectors = vectorsOf(self);
  return order.reduce((x, i) => reflectedOnce(vectors, tau, x, i), other);
}

/** The first columns of unit matrices, on the tape even where there are no reflections: then without a gradient. */
const startingAt = operation('_starting_at(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => clone(unitMatrices(self)),
  gradient: (): Gradients => [null],
  variants: 'internal',
});

/** The first columns of the product of all reflections; the i-th changes none of the columns before. */
function productOf(self: Tensor, tau: Tensor): Tensor {
  const vectors = vectorsOf(self);
  const [count, columns] = [tau.shape.at(-1) as number, self.shape.at(-1) as number];
  return ascending(count).reduceRight((x, i) => {
    const changed = reflectedOnce(vectors, tau, slice(x, -1, i, columns), i);
    return i === 0 ? changed : cat([slice(x, -1, 0, i), changed], -1);
  }, startingAt(self));
}

const ascending = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function checkReflections(name: string, self: Tensor, tau: Tensor): void {
  const says = (text: string): TorchError => runtimeError(`${name}: ${text}`);
  if (self.rank < 2) throw says('input must have at least 2 dimensions.');
  const [m, n] = self.shape.slice(-2) as [number, number];
  if (name === HOUSEHOLDER) {
    if (m < n) throw says('input.shape[-2] must be greater than or equal to input.shape[-1]');
    if (n < (tau.shape.at(-1) ?? 0))
      throw says('input.shape[-1] must be greater than or equal to tau.shape[-1]');
  }
  if (self.rank - tau.rank !== 1) {
    throw says(
      `Expected tau to have one dimension less than input, but got tau.ndim equal to ${tau.rank} and input.ndim is equal to ${self.rank}`,
    );
  }
  if (!sameShape(self.shape.slice(0, -2), tau.shape.slice(0, -1))) {
    throw says(
      `Expected batch dimensions of tau to be equal to input.shape[:-2], but got [${tau.shape.slice(0, -1).join(', ')}]`,
    );
  }
}

const HOUSEHOLDER = 'torch.linalg.householder_product';

function declareProduct(schema: string, namespace: 'torch' | 'linalg'): void {
  operation(schema, {
    composite: true,
    node: 'LinalgHouseholderProduct',
    forward: (self: Tensor, tau: Tensor): Tensor => {
      checkReflections(HOUSEHOLDER, self, tau);
      if (tau.dtype !== self.dtype) {
        throw runtimeError(
          `${HOUSEHOLDER}: tau dtype ${legacyName(tau.dtype)} does not match input dtype ${legacyName(self.dtype)}`,
        );
      }
      if (self.numel > 0) checkFloating(self, 'orgqr_cpu');
      return productOf(self, tau);
    },
    namespace,
    doc: 'The first columns of the product of the reflections that `geqrf` gives: Q.',
  });
}

declareProduct('linalg_householder_product(Tensor self, Tensor tau) -> Tensor', 'linalg');
declareProduct('orgqr(Tensor self, Tensor input2) -> Tensor', 'torch');

operation(
  'ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor',
  {
    composite: true,
    node: 'Ormqr',
    forward: (self: Tensor, tau: Tensor, other: Tensor, left: boolean, transpose: boolean): Tensor => {
      const says = (text: string): TorchError => runtimeError(`torch.ormqr: ${text}`);
      if (self.rank < 2) throw says('input must have at least 2 dimensions.');
      if (other.rank < 2) throw says('other must have at least 2 dimensions.');
      const side = left ? -2 : -1;
      const size = other.shape.at(side) as number;
      if (size !== self.shape.at(-2)) throw says(`other.shape[${side}] must be equal to input.shape[-2]`);
      if (tau.rank === 0)
        throw new TorchError('IndexError', 'Dimension specified as -1 but tensor has no dimensions');
      if (tau.shape.at(-1) !== Math.min(size, self.shape.at(-1) as number))
        throw says(`tau.shape[-1] must be equal to min(other.shape[${side}], input.shape[-1])`);
      checkReflections('torch.ormqr', self, tau);
      for (const [name, each] of Object.entries({ tau, other })) {
        if (each.dtype === self.dtype) continue;
        throw says(
          `Expected input and ${name} to have the same dtype, but input has dtype${legacyName(self.dtype)} and ${name} has dtype ${legacyName(each.dtype)}`,
        );
      }
      checkFloating(self, 'ormqr_cpu');
      const order = ascending(tau.shape.at(-1) as number);
      if (left) return reflected(self, tau, other, transpose ? order : order.reverse());
      return transposed(reflected(self, tau, transposed(other), transpose ? order.reverse() : order));
    },
    doc: 'The product of Q, as `geqrf` gives it, and `input3`; or with Q transposed, or from the right.',
  },
);
