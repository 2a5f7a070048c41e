/** What singular values decide: ranks, pseudo-inverses and least squares. */
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { at, DOUBLE, transposedRows, zeroRows, type Rows } from '../../../backend/js/lapack/rows.ts';
import { singularVectors, type SingularVectors } from '../../../backend/js/lapack/singular.ts';
import { symmetricSpectrum } from '../../../backend/js/lapack/symmetric.ts';
import { numel } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { add, neg, sub } from '../pointwise/arithmetic.ts';
import { square } from '../pointwise/functions.ts';
import { sumDims } from '../reduce/sums.ts';
import { expand } from '../shape/broadcasting.ts';
import { detach } from '../shape/slicing.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import {
  checkMatrices,
  checkSquare,
  hasInfinity,
  hasNaN,
  overMatrices,
  transposed,
  undefinedParts,
} from './matrices.ts';
import { matmul } from './products.ts';
import { hasSingularValues, singular } from './singular.ts';

/** The relative size below which PyTorch counts a singular value as 0. */
function tolerance(self: Tensor): number {
  const epsilon = self.dtype === 'float64' ? 2 ** -52 : 2 ** -23;
  return epsilon * Math.max(...self.shape.slice(-2));
}

/** Bounds below which singular values count as 0, absolute and relative to the largest; one of each for all or for each matrix. */
interface Bounds {
  readonly absolute: ArrayLike<number>;
  readonly relative: ArrayLike<number>;
}

function boundsOf(self: Tensor, atol: number | null, rtol: number | null): Bounds {
  const relative = rtol ?? (atol === null || atol === 0 ? tolerance(self) : 0);
  return { absolute: [atol ?? 0], relative: [relative] };
}

/** The same of tensors with a bound for each matrix. */
function boundsOfTensors(self: Tensor, atol: Tensor | null, rtol: Tensor | null): Bounds {
  const batch = self.shape.slice(0, -2);
  const numbersOf = (bound: Tensor): ArrayLike<number> => toContiguous(expand(bound, batch), 'float64');
  const absolute = atol === null ? [0] : numbersOf(atol);
  const usual = Array.from(absolute, (bound) => (bound > 0 ? 0 : tolerance(self)));
  return { absolute, relative: rtol === null ? usual : numbersOf(rtol) };
}

const boundAt = ({ absolute, relative }: Bounds, at: number, largest: number): number =>
  Math.max(
    absolute[absolute.length === 1 ? 0 : at] ?? 0,
    (relative[relative.length === 1 ? 0 : at] ?? 0) * largest,
  );

/** How many singular values of each matrix are above the bounds. */
function ranksOf(self: Tensor, bounds: Bounds): Tensor {
  if (self.rank < 2) {
    throw runtimeError('torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.');
  }
  const [, values] = singular(self, false);
  const rows = toContiguous(values, 'float64');
  const size = values.shape.at(-1) as number;
  const ranks = Float64Array.from({ length: numel(self.shape.slice(0, -2)) }, (_, at) => {
    const row = rows.slice(at * size, (at + 1) * size);
    const limit = boundAt(bounds, at, row[0] ?? 0);
    return row.filter((value) => value > limit).length;
  });
  return fromElements(ranks, 'int64', self.shape.slice(0, -2));
}

operation(
  'linalg_matrix_rank(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor',
  {
    forward: (self: Tensor, atol: number | null, rtol: number | null, hermitian: boolean): Tensor => {
      if (hermitian) checkSquare('linalg.eigh', self);
      return ranksOf(self, boundsOf(self, atol, rtol));
    },
    namespace: 'linalg',
    doc: 'How many singular values of each matrix differ from 0.',
  },
);

operation(
  'linalg_matrix_rank.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor',
  {
    forward: (self: Tensor, atol: Tensor | null, rtol: Tensor | null, hermitian: boolean): Tensor => {
      if (hermitian) checkSquare('linalg.eigh', self);
      return ranksOf(self, boundsOfTensors(self, atol, rtol));
    },
    namespace: 'linalg',
  },
);

/** The sum of v uᵀ times the inverse of each value. */
function inverseOf(u: Rows, inverses: Float64Array, vt: Rows, n: number): Rows {
  const inverse = zeroRows(n, u.length);
  inverses.forEach((factor, k) => {
    if (factor === 0) return;
    inverse.forEach((row, i) => {
      const scaled = at(vt, k, i) * factor;
      for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) + scaled * at(u, j, k);
    });
  });
  return inverse;
}

/** Eigenvalues of a symmetric matrix and their vectors, on both sides. */
function spectrumOf(rows: Rows): SingularVectors {
  const { values, vectors } = symmetricSpectrum(rows, true, DOUBLE);
  return { u: vectors, values, vt: transposedRows(vectors, rows.length) };
}

/** The pseudo-inverses by singular vectors, those of values within the bounds left out. */
const pseudoInverses = operation(
  '_pinv(Tensor self, float[] absolute, float[] relative, bool hermitian) -> Tensor',
  {
    forward: (
      self: Tensor,
      absolute: readonly number[],
      relative: readonly number[],
      hermitian: boolean,
    ): Tensor => {
      const [m, n] = self.shape.slice(-2) as [number, number];
      const forms = [{ shape: [n, m] }];
      let place = -1;
      const [result] = overMatrices([self], forms, (rows) => {
        place += 1;
        const isDefined = hermitian
          ? !hasNaN(rows) && !hasInfinity(rows)
          : hasSingularValues(self, rows, place);
        if (!isDefined) return undefinedParts(forms);
        const { u, values, vt } = hermitian ? spectrumOf(rows) : singularVectors(rows, n, false, DOUBLE);
        const sizes = values.map(Math.abs);
        const limit = boundAt({ absolute, relative }, place, Math.max(...sizes, 0));
        const inverses = values.map((value, i) => ((sizes[i] as number) > limit ? 1 / value : 0));
        return [inverseOf(u, inverses, vt, n)];
      });
      return result as Tensor;
    },
    /** G. Golub, V. Pereyra, The differentiation of pseudo-inverses (1973), for constant rank. */
    gradient: (grad, node): Gradients => {
      const [self, inverse] = [node.savedTensor(0), node.savedTensor(1)];
      const [inverseT, gradT] = [transposed(inverse), transposed(grad)];
      const right = matmul(matmul(gradT, inverse), inverseT);
      const left = matmul(matmul(inverseT, inverse), gradT);
      const first = neg(matmul(matmul(inverseT, grad), inverseT));
      const second = sub(right, matmul(self, matmul(inverse, right)));
      return [add(add(first, second), sub(left, matmul(matmul(left, inverse), self)))];
    },
    saves: ['self', 'result'],
    node: 'LinalgPinv',
    variants: 'internal',
  },
);

function pinv(self: Tensor, bounds: Bounds, hermitian: boolean): Tensor {
  checkMatrices('linalg.pinv', self);
  const { absolute, relative } = bounds;
  return pseudoInverses(self, Array.from(absolute), Array.from(relative), hermitian);
}

const PINV = { composite: true, namespace: 'linalg' } as const;

operation('linalg_pinv(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor', {
  ...PINV,
  forward: (self: Tensor, atol: number | null, rtol: number | null, hermitian: boolean): Tensor =>
    pinv(self, boundsOf(self, atol, rtol), hermitian),
  doc: 'The pseudo-inverses of matrices (…, m, n): (…, n, m).',
});

operation(
  'linalg_pinv.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor',
  {
    ...PINV,
    forward: (self: Tensor, atol: Tensor | null, rtol: Tensor | null, hermitian: boolean): Tensor =>
      pinv(self, boundsOfTensors(self, atol, rtol), hermitian),
  },
);

operation('linalg_pinv.rcond(Tensor self, float rcond, bool hermitian=False) -> Tensor', {
  ...PINV,
  forward: (self: Tensor, rcond: number, hermitian: boolean): Tensor =>
    pinv(self, { absolute: [0], relative: [rcond] }, hermitian),
});

operation('linalg_pinv.rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False) -> Tensor', {
  ...PINV,
  forward: (self: Tensor, rcond: Tensor, hermitian: boolean): Tensor =>
    pinv(self, boundsOfTensors(self, null, rcond), hermitian),
});

operation('pinverse(Tensor self, float rcond=1e-15) -> Tensor', {
  composite: true,
  forward: (self: Tensor, rcond: number): Tensor => pinv(self, { absolute: [0], relative: [rcond] }, false),
  doc: 'The pseudo-inverses of matrices (…, m, n): (…, n, m).',
});

const DRIVERS = ['gels', 'gelsy', 'gelsd', 'gelss'];

operation(
  'linalg_lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)',
  {
    composite: true,
    forward: (self: Tensor, b: Tensor, rcond: number | null, named: string | null): Tensor[] => {
      if (self.rank < 2) throw runtimeError('torch.linalg.lstsq: input must have at least 2 dimensions.');
      const driver = named ?? 'gelsy';
      if (!DRIVERS.includes(driver)) {
        throw runtimeError(
          'torch.linalg.lstsq: parameter `driver` should be one of (gels, gelsy, gelsd, gelss)',
        );
      }
      const isVector = self.rank - 1 === b.rank;
      const right = isVector ? unsqueeze(b, -1) : b;
      if (right.shape.at(-2) !== self.shape.at(-2)) {
        throw runtimeError('torch.linalg.lstsq: input.size(-2) should match other.size(-2)');
      }
      return leastSquares(self, right, isVector, driver, boundsOf(self, null, rcond));
    },
    namespace: 'linalg',
    doc: 'The X of the smallest ||A X - B|| for (…, m, n) and (…, m, k), the shortest where there are several.',
  },
);

/** Solution and what LAPACK's driver gives beside it: ranks, singular values, and squared distances for tall regular matrices. */
function leastSquares(
  self: Tensor,
  right: Tensor,
  isVector: boolean,
  driver: string,
  bounds: Bounds,
): Tensor[] {
  const product = matmul(pinv(self, bounds, false), right);
  const solution = isVector ? squeezeDim(product, -1) : product;
  const [m, n] = self.shape.slice(-2) as [number, number];
  const ranks = ranksOf(self, bounds);
  const regular = driver === 'gels' || toContiguous(ranks, 'float64').every((rank) => rank === n);
  const tells = m > n && driver !== 'gelsy' && regular;
  const nothing = full([0], 0, self.dtype);
  const residuals = tells ? sumDims(square(sub(matmul(self, product), right)), [-2]) : nothing;
  const hasValues = driver === 'gelsd' || driver === 'gelss';
  return [
    solution,
    residuals,
    driver === 'gels' ? full([0], 0, 'int64') : ranks,
    hasValues ? singular(detach(self), false)[1] : nothing,
  ];
}
