/** L D Lᵀ = A for symmetric matrices that need not be definite. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { cppName, isDifferentiable, legacyName, type Elements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { ldlFactors, solveLdl } from '../../../backend/js/lapack/ldl.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { noDerivative } from '../pointwise/by-element.ts';
import { expand } from '../shape/broadcasting.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import { checkSquare, firstFailure, overMatrices } from './matrices.ts';

const factorization = operation('_linalg_ldl(Tensor self) -> (Tensor LD, Tensor pivots, Tensor info)', {
  forward: (self: Tensor): Tensor[] => {
    const shape = self.shape.slice(-2);
    const forms = [
      { shape },
      { shape: shape.slice(0, 1), dtype: 'int32' },
      { shape: [], dtype: 'int32' },
    ] as const;
    return overMatrices([self], forms, (rows) => {
      const { ld, pivots, info } = ldlFactors(rows);
      return [ld, pivots, info];
    });
  },
  gradient: () => {
    throw noDerivative('linalg_ldl_factor_ex');
  },
  node: 'NotImplemented',
  variants: 'internal',
});

function checkedFactors(name: string, self: Tensor, raises: boolean): Tensor[] {
  checkSquare('torch.linalg.ldl_factor_ex', self);
  const found = factorization(self);
  const failure = raises ? firstFailure(found[2] as Tensor) : null;
  if (failure === null) return found;
  throw runtimeError(`${name}: ${failure.where}D has a 0 at place ${failure.code} of its diagonal.`);
}

operation('linalg_ldl_factor(Tensor self, *, bool hermitian=False) -> (Tensor LD, Tensor pivots)', {
  composite: true,
  forward: (self: Tensor, _hermitian: boolean): Tensor[] =>
    checkedFactors('torch.linalg.ldl_factor', self, true).slice(0, 2),
  namespace: 'linalg',
  doc: 'L and the blocks of D in one matrix, of the lower triangle of symmetric A, and the exchanges of rows.',
});

operation(
  'linalg_ldl_factor_ex(Tensor self, *, bool hermitian=False, bool check_errors=False) -> (Tensor LD, Tensor pivots, Tensor info)',
  {
    composite: true,
    forward: (self: Tensor, _hermitian: boolean, raises: boolean): Tensor[] =>
      checkedFactors('torch.linalg.ldl_factor_ex', self, raises),
    namespace: 'linalg',
    doc: 'The same as `ldl_factor`, and the first place, from 1, at which D is 0.',
  },
);

const system = operation('_linalg_ldl_solve(Tensor LD, Tensor pivots, Tensor B) -> Tensor', {
  forward: (factors: Tensor, pivots: Tensor, other: Tensor): Tensor => {
    const form = { shape: other.shape.slice(-2), dtype: other.dtype };
    const [result] = overMatrices([factors, unsqueeze(pivots, -2), other], [form], (ld, [exchanges], b) => {
      solveLdl(ld, Array.from(exchanges as Float64Array), b);
      return [b];
    });
    return result as Tensor;
  },
  gradient: () => {
    throw noDerivative('linalg_ldl_solve');
  },
  node: 'NotImplemented',
  variants: 'internal',
});

/** @throws TorchError in PyTorch's words, but for places that are none, which it does not look at */
function checkPivots(factors: Tensor, pivots: Tensor): void {
  const name = 'torch.linalg.ldl_solve';
  if (pivots.shape.join() !== factors.shape.slice(0, -1).join()) {
    throw runtimeError(
      `${name}: Expected LD.shape[:-1] and pivots.shape to be the same, but got pivots with shape [${pivots.shape.join(', ')}] instead`,
    );
  }
  if (isDifferentiable(pivots.dtype) || pivots.dtype === 'bool') {
    throw runtimeError(`${name}: Expected pivots to be integers. Got ${cppName(pivots.dtype)}`);
  }
  const size = factors.shape.at(-1) as number;
  const isPlace = (pivot: number): boolean => pivot !== 0 && Math.abs(pivot) <= size;
  const places = toContiguous(pivots, 'float64');
  if (!places.every(isPlace))
    throw runtimeError(`${name}: pivots must name rows from 1 to ${size}, or be their negatives`);
  for (let start = 0; start < places.length; start += size) {
    if (!arePaired(places.subarray(start, start + size)))
      throw runtimeError(`${name}: negative pivots must come in pairs, each for a block of two rows`);
  }
}

/** Whether each negative pivot has one beside it. */
function arePaired(pivots: Elements): boolean {
  for (let k = 0; k < pivots.length; k++) {
    if ((pivots[k] as number) > 0) continue;
    k++;
    if (!((pivots[k] ?? 1) < 0)) return false;
  }
  return true;
}

operation('linalg_ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False) -> Tensor', {
  composite: true,
  forward: (factors: Tensor, pivots: Tensor, other: Tensor, _hermitian: boolean): Tensor => {
    checkSquare('torch.linalg.ldl_solve', factors);
    if (factors.dtype !== other.dtype) {
      throw runtimeError(
        `torch.linalg.ldl_solve: Expected LD and B to have the same dtype, but found LD of type ${legacyName(factors.dtype)} and B of type ${legacyName(other.dtype)} instead`,
      );
    }
    checkPivots(factors, pivots);
    const isVector = other.rank === 1;
    const right = isVector ? unsqueeze(other, -1) : other;
    const [n, width] = right.shape.slice(-2) as [number, number];
    const size = factors.shape.at(-1) as number;
    if (n !== size) {
      throw runtimeError(
        `Incompatible matrix sizes for torch.linalg.ldl_solve: each A matrix is ${size} by ${size} but each b matrix is ${n} by ${width}`,
      );
    }
    const batch = broadcastShapes(factors.shape.slice(0, -2), right.shape.slice(0, -2));
    const result = system(
      expand(factors, [...batch, n, n]),
      expand(pivots, [...batch, n]),
      expand(right, [...batch, n, width]),
    );
    return isVector ? squeezeDim(result, -1) : result;
  },
  namespace: 'linalg',
  doc: 'The X for which A X = B, of the factors that `ldl_factor` gives for A.',
});
