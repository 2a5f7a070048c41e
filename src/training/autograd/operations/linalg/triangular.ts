/** Systems of equations with triangular matrices. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { solveTriangular } from '../../../backend/js/lapack/triangular.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { clone } from '../creation/conversion.ts';
import { neg } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { tril, triu } from './diagonals.ts';
import { checkSquare, overMatrices, transposed } from './matrices.ts';
import { matmul } from './products.ts';

/** The X of A X = B for a triangle of A, both of one batch. */
export const triangularSystem: (self: Tensor, other: Tensor, upper: boolean, unit: boolean) => Tensor =
  operation('_solve_triangular(Tensor self, Tensor B, bool upper, bool unitriangular) -> Tensor', {
    forward: (self: Tensor, other: Tensor, upper: boolean, unit: boolean): Tensor => {
      const [result] = overMatrices([self, other], [{ shape: other.shape.slice(-2) }], (a, b) => {
        solveTriangular(a, b, upper, unit);
        return [b];
      });
      return result as Tensor;
    },
    gradient: (grad, node): Gradients => {
      const [, , upper, unit] = node.args as [Tensor, Tensor, boolean, boolean];
      const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
      const forOther = triangularSystem(transposed(self), grad, !upper, unit);
      const whole = neg(matmul(forOther, transposed(result)));
      return [upper ? triu(whole, unit ? 1 : 0) : tril(whole, unit ? -1 : 0), forOther];
    },
    saves: ['self', 'result'],
    node: 'LinalgSolveTriangular',
    variants: 'internal',
  });

/** The same for batches that broadcast. */
function broadcastSystem(self: Tensor, other: Tensor, upper: boolean, unit: boolean): Tensor {
  const batch = broadcastShapes(self.shape.slice(0, -2), other.shape.slice(0, -2));
  const whole = (x: Tensor): Tensor => expand(x, [...batch, ...x.shape.slice(-2)]);
  return triangularSystem(whole(self), whole(other), upper, unit);
}

/** @throws TorchError in PyTorch's words unless A X = B, or X A = B, can be asked for */
export function checkSystem(
  name: string,
  self: Tensor,
  other: Tensor,
  left: boolean,
  kernel: string | null = null,
): void {
  checkSquare(name, self, kernel);
  if (other.rank < 2) throw runtimeError(`${name}: The input tensor B must have at least 2 dimensions.`);
  if (self.dtype !== other.dtype) {
    throw runtimeError(
      `${name}: Expected A and B to have the same dtype, but found A of type ${legacyName(self.dtype)} and B of type ${legacyName(other.dtype)} instead`,
    );
  }
  const size = self.shape.at(-1) as number;
  const [n, m] = other.shape.slice(-2) as [number, number];
  if ((left ? n : m) === size) return;
  throw runtimeError(
    `${name}: Incompatible shapes of A and B for the equation ${left ? 'AX' : 'XA'} = B (${size}x${size} and ${n}x${m})`,
  );
}

/** The same of the functions that were there before `torch.linalg`. */
export function checkOlderSystem(name: string, self: Tensor, a: Tensor): void {
  if (self.dtype !== a.dtype) {
    throw runtimeError(
      `Expected b and A to have the same dtype, but found b of type ${legacyName(self.dtype)} and A of type ${legacyName(a.dtype)} instead.`,
    );
  }
  const [rows, size] = a.shape.slice(-2) as [number, number];
  if (rows !== size) {
    throw runtimeError(`A must be batches of square matrices, but they are ${rows} by ${size} matrices`);
  }
  const [n, width] = self.shape.slice(-2) as [number, number];
  if (n !== size) {
    throw runtimeError(
      `Incompatible matrix sizes for ${name}: each A matrix is ${size} by ${size} but each b matrix is ${n} by ${width}`,
    );
  }
  checkFloating(self, `${name}_cpu`);
}

operation(
  'linalg_solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor',
  {
    composite: true,
    node: 'LinalgSolveTriangular',
    forward: (self: Tensor, other: Tensor, upper: boolean, left: boolean, unit: boolean): Tensor => {
      checkSystem('linalg.solve_triangular', self, other, left, 'triangular_solve_cpu');
      if (left) return broadcastSystem(self, other, upper, unit);
      return transposed(broadcastSystem(transposed(self), transposed(other), !upper, unit));
    },
    namespace: 'linalg',
    doc: 'The X for which A X = B (or X A = B with left=False), of A only one triangle being read.',
  },
);

operation(
  'triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)',
  {
    composite: true,
    node: 'TriangularSolve',
    forward: (self: Tensor, a: Tensor, upper: boolean, transpose: boolean, unit: boolean): Tensor[] => {
      for (const each of [self, a]) {
        if (each.rank >= 2) continue;
        const name = each === self ? 'b' : 'A';
        throw runtimeError(
          `torch.triangular_solve: Expected ${name} to have at least 2 dimensions, but it has ${each.rank} dimensions instead`,
        );
      }
      checkOlderSystem('triangular_solve', self, a);
      const solution = broadcastSystem(transpose ? transposed(a) : a, self, upper !== transpose, unit);
      const batch = solution.shape.slice(0, -2);
      return [solution, clone(expand(a, [...batch, ...a.shape.slice(-2)]))];
    },
    doc: 'The X for which A X = self, and a copy of A; `torch.linalg.solve_triangular` is newer.',
  },
);
