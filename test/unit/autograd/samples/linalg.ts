/** Arguments for products, distances and linear algebra: by the name of the operation's entry, in the order of its files. */
import { floatScalar, intScalar } from '../../../../src/training/autograd/scalar.ts';
import type { Tensor } from '../../../../src/training/tensor/tensor.ts';
import { constant, type Sample, type Samples } from '../arguments.ts';
import { definite, definiteBelow, number, positive, regular, x, y } from '../sample-tensors.ts';

const inverses: readonly Sample[] = [() => [regular(3, 3)], () => [regular(2, 2, 2)]];
const powers: readonly Sample[] = [3, 1, -2].map((n) => () => [regular(2, 2), n]);

const factored: readonly Sample[] = [() => [regular(3, 3)], () => [x(2, 3)], () => [x(2, 4, 2)]];
const EXCHANGES = constant([2, 2], 'int32');

/** A regular matrix whose columns are numbered twice. */
function cube(): Tensor {
  const tensor = regular(6, 6).alias([6, 2, 3], [6, 3, 1]);
  tensor.requiresGrad = true;
  return tensor;
}

/** A leaf with 0 in the triangle that is not read. */
function triangle(upper = false): Tensor {
  const tensor = regular(3, 3);
  const elements = tensor.buffer.write();
  for (let i = 0; i < 3; i++) for (let j = 0; j < i; j++) elements[upper ? i * 3 + j : j * 3 + i] = 0;
  return tensor;
}

export const samples: Samples = {
  // combined-products.ts
  addmv: [() => [x(2), y(2, 3), positive(3), number, floatScalar(0.5)], () => [x(), y(2, 3), positive(3)]],
  addr: [() => [x(2, 3), y(2), positive(3), number]],
  baddbmm: [() => [x(2, 2, 2), y(2, 2, 3), positive(2, 3, 2), number]],
  addbmm: [() => [x(2, 2), y(2, 2, 3), positive(2, 3, 2), number]],
  addcmul: [() => [x(2, 3), y(3), positive(2, 1), number]],
  addcdiv: [() => [x(2, 3), y(3), positive(2, 1), number]],
  inner: [() => [x(3), y(3)], () => [x(2, 3), y(4, 3)], () => [x(2, 3), y()]],
  _tensordot: [() => [x(2, 3, 4), y(4, 3), [1, 2], [1, 0]]],
  tensordot_int: [() => [x(2, 3), y(3, 2), 1], () => [x(2), y(3), 0]],
  kron: [() => [x(2, 2), y(3)]],
  vdot: [() => [x(3), y(3)]],
  chain_matmul: [() => [[x(2, 3), y(3, 2), positive(2, 2)]]],
  linalg_multi_dot: [() => [[x(2, 3), y(3, 2), positive(2)]]],
  cross: [() => [x(2, 3), y(2, 3)], () => [x(3, 2), y(3, 2), 0]],
  linalg_cross: [() => [x(2, 3), y(2, 3)]],

  // matrix-exponential.ts
  matrix_exp: inverses,
  linalg_matrix_exp: inverses,

  // vandermonde.ts
  linalg_vander: [() => [positive(2, 3)], () => [positive(3), 5]],
  vander: [() => [positive(3)], () => [positive(3), 2, true]],

  // diagonals.ts
  diagonal: [() => [x(3, 4), 1], () => [x(2, 3, 3), 0, -2, -1], () => [x(3, 2), -1]],
  diagonal_backward: [() => [x(2), [3, 4], 2, 0, 1]],
  linalg_diagonal: [() => [x(2, 3, 4), 1]],
  diag_embed: [() => [x(2, 3)], () => [x(2), 1, 0, 1], () => [x(2, 2), 0, 0, 2]],
  diag: [() => [x(3)], () => [x(3, 3), -1]],
  _diagonal_copy: [() => [x(3, 4), 1]],
  diagflat: [() => [x(2, 2), 1]],
  trace: [() => [x(3, 3)]],
  tril: [() => [x(3, 4)], () => [x(2, 3, 3), -1]],
  triu: [() => [x(3, 4)], () => [x(2, 3, 3), 1]],
  block_diag: [() => [[x(2, 3), y(1, 2), positive(2)]]],

  // distances.ts
  dist: [() => [x(2, 3), y(2, 3)], () => [x(2, 3), y(2, 3), intScalar(1)]],
  norm_name: [() => [x(2, 3), 'nuc'], () => [x(2, 3), 'fro', [1], true]],
  cdist: [() => [x(2, 3), y(4, 3)], () => [x(2, 2, 3), y(2, 2, 3), 1]],
  pairwise_distance: [() => [x(2, 3), y(2, 3)]],
  renorm: [
    () => [x(3, 4), intScalar(2), 0, number],
    () => [x(2, 3), floatScalar(Infinity), 1, floatScalar(0.8)],
  ],
  pdist: [() => [x(4, 3)], () => [x(3, 2), 1]],
  pdist_functional: [() => [x(4, 3)]],
  cosine_similarity: [() => [x(2, 3), y(2, 3)], () => [x(3), y(3), 0]],
  cosine_similarity_functional: [() => [x(2, 3), y(2, 3)]],
  normalize: [() => [x(2, 3)], () => [x(2, 3), 1, 0]],

  // einsum.ts
  einsum: [
    () => ['ij,jk->ik', [x(2, 3), y(3, 2)]],
    () => ['bij,bjk', [x(2, 2, 3), y(2, 3, 2)]],
    () => ['ii->i', [x(3, 3)]],
    () => ['ii', [x(3, 3)]],
    () => ['i,j->ji', [x(2), y(3)]],
    () => ['...ij,...j->...i', [x(2, 2, 3), y(3)]],
    () => ['ij,kj,il->kl', [x(2, 3), y(2, 3), positive(2, 2)]],
    () => ['ij->', [x(2, 3)]],
    () => ['bhwij,ijk->bhwk', [x(1, 2, 2, 2, 3), y(2, 3, 2)]],
  ],

  // symmetric.ts
  _from_lower: [() => [x(3, 3)]],
  _linalg_eigh: [() => [x(3, 3), true]],

  // singular.ts
  _linalg_svd: [() => [regular(3, 3), false], () => [x(4, 2), false], () => [x(2, 3), false]],

  // cholesky.ts
  _linalg_cholesky: [() => [definite(3)]],
  linalg_cholesky: [() => [definiteBelow(3)], () => [definite(2), true]],
  linalg_cholesky_ex: [() => [definiteBelow(3)]],
  cholesky: [() => [definite(2), true]],
  cholesky_inverse: [() => [triangle()], () => [triangle(true), true]],
  _cholesky_solve: [() => [y(3, 2), triangle(), false]],
  cholesky_solve: [() => [y(3, 2), triangle()], () => [y(2, 3, 1), triangle(true), true]],

  // ldl.ts
  _linalg_ldl: [() => [constant([2, 1, 1, 3], 'float64', [2, 2])]],
  linalg_ldl_factor: [() => [constant([2, 1, 1, 3], 'float64', [2, 2])]],
  linalg_ldl_factor_ex: [() => [constant([2, 1, 1, 3], 'float64', [2, 2])]],
  _linalg_ldl_solve: [
    () => [constant([2, 0, 0.5, 3], 'float64', [2, 2]), EXCHANGES, constant([1, 2], 'float64', [2, 1])],
  ],
  linalg_ldl_solve: [
    () => [constant([2, 0, 0.5, 3], 'float64', [2, 2]), EXCHANGES, constant([1, 2], 'float64', [2, 1])],
  ],

  // lu.ts
  _linalg_lu: factored,
  linalg_lu_factor: factored,
  linalg_lu_factor_ex: factored,
  _lu_with_info: factored,
  linalg_lu: factored,
  lu_unpack: [
    () => [regular(3, 3), constant([2, 3, 3], 'int32')],
    () => [x(3, 2), constant([3, 2], 'int32')],
  ],
  linalg_lu_solve: [
    () => [regular(2, 2), EXCHANGES, y(2, 3)],
    () => [regular(2, 2), EXCHANGES, y(2, 3), true, true],
    () => [regular(2, 2), EXCHANGES, y(3, 2), false],
  ],
  lu_solve: [() => [y(2, 3), regular(2, 2), EXCHANGES]],

  // triangular.ts
  _solve_triangular: [
    () => [regular(3, 3), y(3, 2), true, false],
    () => [regular(2, 2, 2), y(2, 2, 1), false, true],
  ],
  linalg_solve_triangular: [
    () => [regular(3, 3), y(3, 2), true],
    () => [regular(3, 3), y(2, 2, 3), false, false],
  ],
  triangular_solve: [() => [y(3, 2), regular(3, 3)], () => [y(3, 2), regular(3, 3), false, true, true]],

  // reflections.ts
  _linalg_qr: [() => [x(4, 3), 'reduced'], () => [regular(2, 2, 2), 'reduced']],
  linalg_qr: [() => [x(3, 2)], () => [x(2, 4)]],
  qr: [() => [x(3, 2)]],
  linalg_householder_product: [() => [x(3, 3), y(2)], () => [x(2, 3, 2), y(2, 2)]],
  orgqr: [() => [x(3, 2), y(2)]],
  ormqr: [() => [x(3, 2), y(2), positive(3, 2)], () => [x(3, 3), y(3), positive(2, 3), false, true]],

  // tensor-equations.ts
  linalg_tensorinv: [() => [cube(), 1]],
  linalg_tensorsolve: [() => [regular(2, 3, 6), y(2, 3)], () => [regular(2, 6, 3), y(2, 3), [1]]],

  // inverses.ts
  _linalg_inv: inverses,
  linalg_inv: inverses,
  linalg_inv_ex: inverses,
  inverse: inverses,
  _linalg_solve: [() => [regular(3, 3), y(3, 2)]],
  linalg_solve: [() => [regular(3, 3), y(3)], () => [regular(2, 2, 2), y(3, 2), false]],
  linalg_solve_ex: [() => [regular(3, 3), y(3)]],

  // determinants.ts
  linalg_det: inverses,
  det: inverses,
  _linalg_slogdet: inverses,
  linalg_slogdet: inverses,
  slogdet: inverses,
  logdet: [() => [definite(3)]],

  // matrix-powers.ts
  linalg_matrix_power: powers,
  matrix_power: powers,

  // products.ts
  mm: [() => [x(2, 3), y(3, 4)]],
  bmm: [() => [x(2, 2, 3), y(2, 3, 2)]],
  mv: [() => [x(2, 3), y(3)]],
  dot: [() => [x(3), y(3)]],
  matmul: [
    () => [x(2, 3), y(3, 2)],
    () => [x(2, 3), y(3)],
    () => [x(3), y(3, 2)],
    () => [x(3), y(3)],
    () => [x(2, 2, 3), y(3, 2)],
    () => [x(2, 1, 2, 3), y(2, 3, 2)],
    () => [x(2, 2, 3), y(3)],
  ],
  outer: [() => [x(2), y(3)]],
  addmm: [
    () => [y(2), x(3, 4), y(4, 2)],
    () => [y(3, 2), x(3, 4), y(4, 2), floatScalar(0.5), floatScalar(2)],
  ],

  // spectra.ts
  linalg_eigh: [() => [x(3, 3)], () => [y(3, 3), 'U']],
  linalg_eigvalsh: [() => [x(3, 3)]],
  linalg_svd: [() => [x(4, 2), false]],
  linalg_svdvals: [() => [x(3, 2)]],
  _pinv: [() => [x(4, 2), [0], [1e-9], false]],
  linalg_pinv: [() => [x(4, 2)], () => [x(2, 3)]],
  linalg_pinv_atol_rtol_tensor: [() => [x(2, 3), constant([1e-9], 'float64', []), null]],
  linalg_pinv_rcond: [() => [x(2, 3), 1e-9]],
  linalg_pinv_rcond_tensor: [() => [x(2, 3), constant([1e-9], 'float64', [])]],
  pinverse: [() => [x(3, 2)]],
  linalg_lstsq: [() => [x(4, 2), y(4, 2)], () => [x(4, 2), y(4, 2), null, 'gels']],
  linalg_matrix_norm: [1, -1, 2, -2, Infinity].map((ord) => () => [x(2, 3), floatScalar(ord)]),
  linalg_matrix_norm_str_ord: [() => [x(2, 3), 'nuc'], () => [x(2, 3, 2), 'fro', [0, 2], true]],
  linalg_norm: [
    () => [x(2, 3)],
    () => [x(3), intScalar(1)],
    () => [x(2, 3), intScalar(1)],
    () => [positive(2, 3), null, [1]],
  ],
  linalg_norm_ord_str: [() => [x(2, 3), 'fro']],
  linalg_cond: [() => [x(3, 2)], () => [regular(2, 2), intScalar(1)]],
};
