/** Matrices as products of triangular ones: P L U = A with exchanged rows. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { luFactors, orderOf } from '../../../backend/js/lapack/lu.ts';
import { zeroRows, put } from '../../../backend/js/lapack/rows.ts';
import { broadcastShapes, numel, sameShape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { add, sub } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { cat } from '../shape/joining.ts';
import { slice } from '../shape/slicing.ts';
import { toDType } from '../creation/conversion.ts';
import { tril, triu } from './diagonals.ts';
import { reshape, unsqueeze } from '../shape/views.ts';
import { firstFailure, overMatrices, transposed } from './matrices.ts';
import { matmul } from './products.ts';
import { checkSystem, triangularSystem } from './triangular.ts';
import { unitMatrices } from './unit-matrices.ts';

const rowsOf = (x: Tensor, from: number, to: number): Tensor => slice(x, -2, from, to);
const columnsOf = (x: Tensor, from: number, to: number): Tensor => slice(x, -1, from, to);
const sizesOf = (x: Tensor): [number, number] => x.shape.slice(-2) as [number, number];

/** L with its 1s, and U. */
function triangles(lu: Tensor): [lower: Tensor, upper: Tensor] {
  const k = Math.min(...sizesOf(lu));
  const below = tril(columnsOf(lu, 0, k), -1);
  return [add(below, unitMatrices(below)), triu(rowsOf(lu, 0, k), 0)];
}

/** `L⁻ᵀ x` and `x U⁻ᵀ`. */
const byLower = (lower: Tensor, x: Tensor): Tensor => triangularSystem(transposed(lower), x, true, true);
const byUpper = (upper: Tensor, x: Tensor): Tensor =>
  transposed(triangularSystem(upper, transposed(x), true, false));

/** What the factors' gradient is for the matrix with its rows exchanged: of its square part, and of the rest. */
function factorsGradient(grad: Tensor, lu: Tensor): Tensor {
  const [m, n] = sizesOf(lu);
  const k = Math.min(m, n);
  const [lower, upper] = triangles(lu);
  const forLower = tril(columnsOf(grad, 0, k), -1);
  const forUpper = triu(rowsOf(grad, 0, k), 0);
  const [l1, u1] = [rowsOf(lower, 0, k), columnsOf(upper, 0, k)];
  const below = matmul(transposed(l1), rowsOf(forLower, 0, k));
  const above = matmul(columnsOf(forUpper, 0, k), transposed(u1));
  const square = (one: Tensor, other: Tensor): Tensor =>
    byUpper(u1, byLower(l1, add(tril(one, -1), triu(other, 0))));
  if (m === n) return square(below, above);
  if (m < n) {
    const [u2, forU2] = [columnsOf(upper, k, n), columnsOf(forUpper, k, n)];
    return cat([square(sub(below, matmul(forU2, transposed(u2))), above), byLower(l1, forU2)], -1);
  }
  const [l2, forL2] = [rowsOf(lower, k, m), rowsOf(forLower, k, m)];
  return cat([square(below, sub(above, matmul(transposed(l2), forL2))), byUpper(u1, forL2)], -2);
}

const factorization = operation('_linalg_lu(Tensor A) -> (Tensor LU, Tensor pivots, Tensor info)', {
  forward: (self: Tensor): Tensor[] => {
    const [m, n] = sizesOf(self);
    const forms = [
      { shape: [m, n] },
      { shape: [Math.min(m, n)], dtype: 'int32' },
      { shape: [], dtype: 'int32' },
    ] as const;
    return overMatrices([self], forms, (rows) => {
      const { lu, pivots, info } = luFactors(rows, n);
      return [lu, pivots, info];
    });
  },
  gradient: (_grad, node: Node): Gradients => {
    const [lu, pivots] = [node.savedTensor(0), node.savedTensor(1)];
    const grad = node.pending[0] ?? full(lu.shape, 0, lu.dtype);
    const exchange = toDType(permutation(pivots, lu.shape.at(-2) as number), grad.dtype);
    return [matmul(exchange, factorsGradient(grad, lu))];
  },
  saves: ['result', 'result1'],
  node: 'LinalgLuFactorEx',
  variants: 'internal',
});

/** The P of P L U = A. */
const permutation = (pivots: Tensor, size: number): Tensor => {
  const [result] = overMatrices(
    [unsqueeze(pivots, -2)],
    [{ shape: [size, size], dtype: 'float64' }],
    ([row]) => {
      const matrix = zeroRows(size, size);
      orderOf(row as Float64Array, size).forEach((source, i) => {
        if (source < size) put(matrix, source, i, 1);
      });
      return [matrix];
    },
  );
  return result as Tensor;
};

/** @throws TorchError in PyTorch's words */
function checkFactorization(self: Tensor, pivot: boolean): void {
  if (self.rank < 2) {
    throw runtimeError(
      `torch.lu_factor: Expected tensor with 2 or more dimensions. Got size: [${self.shape.join(', ')}] instead`,
    );
  }
  if (self.numel > 0) checkFloating(self, 'lu_cpu');
  if (!pivot) throw runtimeError('linalg.lu_factor: LU without pivoting is not implemented on the CPU');
}

function checkedFactors(name: string, self: Tensor, pivot: boolean, raises: boolean): Tensor[] {
  checkFactorization(self, pivot);
  const found = factorization(self);
  const failure = raises ? firstFailure(found[2] as Tensor) : null;
  if (failure === null) return found;
  const { code, where } = failure;
  throw runtimeError(
    `${name}: ${where}U[${code},${code}] is zero and using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)`,
  );
}

operation('linalg_lu_factor(Tensor A, *, bool pivot=True) -> (Tensor LU, Tensor pivots)', {
  composite: true,
  forward: (self: Tensor, pivot: boolean): Tensor[] =>
    checkedFactors('torch.linalg.lu_factor', self, pivot, true).slice(0, 2),
  namespace: 'linalg',
  doc: 'L below the diagonal and U above it in one matrix, and the row, from 1, that each was exchanged with.',
});

operation(
  'linalg_lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False) -> (Tensor LU, Tensor pivots, Tensor info)',
  {
    composite: true,
    forward: (self: Tensor, pivot: boolean, raises: boolean): Tensor[] =>
      checkedFactors('torch.linalg.lu_factor_ex', self, pivot, raises),
    namespace: 'linalg',
    doc: 'The same as `lu_factor`, and the first place, from 1, at which U has a 0 on its diagonal.',
  },
);

/** What `torch.lu` answers with depends on its arguments. */
operation('_lu_with_info(Tensor self, bool pivot=True) -> (Tensor LU, Tensor pivots, Tensor info)', {
  composite: true,
  forward: (self: Tensor, pivot: boolean): Tensor[] =>
    checkedFactors('torch.linalg.lu_factor_ex', self, pivot, false),
  variants: 'function',
});

operation('linalg_lu(Tensor A, *, bool pivot=True) -> (Tensor P, Tensor L, Tensor U)', {
  composite: true,
  node: 'LinalgLu',
  forward: (self: Tensor, pivot: boolean): Tensor[] => {
    checkFactorization(self, pivot);
    const [lu, pivots] = factorization(self) as [Tensor, Tensor];
    return [toDType(permutation(pivots, sizesOf(self)[0]), self.dtype), ...triangles(lu)];
  },
  namespace: 'linalg',
  doc: 'A permutation P, L with 1s on its diagonal and U with P L U = A.',
});

function checkPlaces(lu: Tensor, pivots: Tensor): void {
  const rows = sizesOf(lu)[0];
  const isPlace = (pivot: number): boolean => pivot >= 1 && pivot <= rows;
  if (pivots.rank > 0 && toContiguous(pivots, 'float64').every(isPlace)) return;
  throw runtimeError(
    'pivots passed to lu_unpack must be between 1 and LU.size(-2) inclusive.Did you properly pass the result of lu_factor?',
  );
}

/** As many pivots as each matrix has, in its batch. */
function ownPivots(lu: Tensor, pivots: Tensor): Tensor {
  const batch = lu.shape.slice(0, -2);
  const own = slice(pivots, -1, 0, Math.min(...sizesOf(lu)));
  const size = own.shape.at(-1) as number;
  return numel(batch) * size === own.numel ? reshape(own, [...batch, size]) : own;
}

operation(
  'lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True) -> (Tensor P, Tensor L, Tensor U)',
  {
    composite: true,
    node: 'LuUnpack',
    forward: (lu: Tensor, pivots: Tensor, data: boolean, exchanges: boolean): Tensor[] => {
      if (pivots.dtype !== 'int32') {
        throw runtimeError(
          'torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.\nNote: this function is intended to be used with the output produced by torch.linalg.lu_factor',
        );
      }
      checkPlaces(lu, pivots);
      const nothing = full([0], 0, lu.dtype);
      const order = exchanges
        ? toDType(permutation(ownPivots(lu, pivots), sizesOf(lu)[0]), lu.dtype)
        : nothing;
      return [order, ...(data ? triangles(lu) : [nothing, nothing])];
    },
    variants: 'function',
    doc: 'P, L and U of what `torch.linalg.lu_factor` gives.',
  },
);

/** The X of A X = B for A's factors, or of Aᵀ X = B. */
function solved(lu: Tensor, pivots: Tensor, other: Tensor, adjoint: boolean): Tensor {
  const batch = broadcastShapes(lu.shape.slice(0, -2), other.shape.slice(0, -2));
  const whole = (x: Tensor): Tensor => expand(x, [...batch, ...x.shape.slice(-2)]);
  const [factors, right] = [whole(lu), whole(other)];
  const order = toDType(permutation(pivots, sizesOf(lu)[0]), lu.dtype);
  if (adjoint) {
    const inner = triangularSystem(transposed(factors), right, false, false);
    return matmul(order, triangularSystem(transposed(factors), inner, true, true));
  }
  const inner = triangularSystem(factors, matmul(transposed(order), right), false, true);
  return triangularSystem(factors, inner, true, false);
}

/** @throws TorchError in PyTorch's words for rows that are none of the matrix */
function checkPivots(lu: Tensor, pivots: Tensor): void {
  const all = toContiguous(pivots, 'float64');
  const refused = (bound: string): Error =>
    runtimeError(
      `Pivots given to lu_solve must all be ${bound}. Did you properly pass the result of lu_factor?`,
    );
  if (all.some((pivot) => pivot < 1)) throw refused('greater or equal to 1');
  if (all.some((pivot) => pivot > sizesOf(lu)[0])) throw refused('smaller or equal to LU.size(-2)');
}

function checkedSolution(lu: Tensor, pivots: Tensor, other: Tensor, left: boolean, adjoint: boolean): Tensor {
  if (pivots.dtype !== 'int32')
    throw runtimeError('linalg.lu_solve: pivots should be a Tensor of scalar type torch.int32');
  checkSystem('linalg.lu_solve', lu, other, left);
  if (pivots.rank === 0) {
    throw new TorchError('IndexError', 'Dimension specified as -1 but tensor has no dimensions');
  }
  if (lu.shape.at(-1) !== pivots.shape.at(-1)) {
    throw runtimeError(
      'linalg.lu_solve: Number of pivots per batch should be same as the dimension of the matrix',
    );
  }
  if (!sameShape(lu.shape.slice(0, -1), pivots.shape)) {
    throw runtimeError(
      `linalg.lu_solve: Expected LU.shape[:-1] and pivots.shape to be the same, but got pivots with shape [${pivots.shape.join(', ')}] instead`,
    );
  }
  if (other.numel > 0) checkPivots(lu, pivots);
  if (left) return solved(lu, pivots, other, adjoint);
  return transposed(solved(lu, pivots, transposed(other), !adjoint));
}

operation(
  'linalg_lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False) -> Tensor',
  {
    composite: true,
    node: 'LinalgLuSolve',
    forward: checkedSolution,
    namespace: 'linalg',
    doc: 'The X for which A X = B, of the factors that `torch.linalg.lu_factor` gives for A.',
  },
);

operation('lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor', {
  composite: true,
  node: 'LinalgLuSolve',
  forward: (self: Tensor, lu: Tensor, pivots: Tensor): Tensor =>
    checkedSolution(lu, pivots, self, true, false),
  doc: 'The X for which A X = self; `torch.linalg.lu_solve` is newer.',
});
