/** Arguments for products, distances and linear algebra: by the name of the operation's entry, in the order of its files. */
import { floatScalar, intScalar } from '../../../../src/training/autograd/scalar.ts';
import { constant, type Sample, type Samples } from '../arguments.ts';
import { definite, definiteBelow, number, positive, regular, x, y } from '../sample-tensors.ts';

const inverses: readonly Sample[] = [() => [regular(3, 3)], () => [regular(2, 2, 2)]];
const powers: readonly Sample[] = [3, 1, -2].map((n) => () => [regular(2, 2), n]);

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
  vander: [() => [positive(3)], () => [positive(3), 2, true]],

  // diagonals.ts
  diagonal: [() => [x(3, 4), 1], () => [x(2, 3, 3), 0, -2, -1], () => [x(3, 2), -1]],
  diagonal_backward: [() => [x(2), [3, 4], 2, 0, 1]],
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

  // factorizations.ts
  _from_lower: [() => [x(3, 3)]],
  _linalg_cholesky: [() => [definite(3)]],
  linalg_cholesky: [() => [definiteBelow(3)], () => [definiteBelow(2), true]],
  _linalg_eigh: [() => [x(3, 3)]],
  _linalg_svd: [() => [regular(3, 3)], () => [x(4, 2)], () => [x(2, 3)]],
  _linalg_qr: [() => [x(4, 3)], () => [regular(2, 2, 2)]],
  linalg_qr: [() => [x(3, 2)]],

  // inverses.ts
  linalg_inv: inverses,
  inverse: inverses,
  _linalg_solve: [() => [regular(3, 3), y(3, 2)]],
  linalg_solve: [() => [regular(3, 3), y(3)], () => [regular(2, 2, 2), y(2, 3)]],
  linalg_det: inverses,
  det: inverses,
  _linalg_slogdet: inverses,
  linalg_slogdet: inverses,
  slogdet: inverses,
  logdet: [() => [definite(3)]],
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
  _pinv: [() => [x(4, 2), [0], [1e-9]]],
  linalg_pinv: [() => [x(4, 2)], () => [x(2, 3)]],
  linalg_pinv_atol_rtol_tensor: [() => [x(2, 3), constant([1e-9], 'float64', []), null]],
  linalg_pinv_rcond: [() => [x(2, 3), 1e-9]],
  linalg_pinv_rcond_tensor: [() => [x(2, 3), constant([1e-9], 'float64', [])]],
  pinverse: [() => [x(3, 2)]],
  linalg_lstsq: [() => [x(4, 2), y(4, 2)], () => [x(4, 2), y(4, 2), null, 'gelsd']],
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
