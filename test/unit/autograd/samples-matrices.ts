/** Arguments for linear algebra. */
import { floatScalar, intScalar } from '../../../src/training/autograd/scalar.ts';
import type { Sample } from './arguments.ts';
import { definite, definiteBelow, positive, regular, x, y } from './sample-tensors.ts';

const inverses: readonly Sample[] = [() => [regular(3, 3)], () => [regular(2, 2, 2)]];
const powers: readonly Sample[] = [3, 1, -2].map((n) => () => [regular(2, 2), n]);

/** By the name of the operation's entry. */
export const matrixSamples: Readonly<Record<string, readonly Sample[]>> = {
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
  _linalg_cholesky: [() => [definite(3)]],
  linalg_cholesky: [() => [definiteBelow(3)], () => [definiteBelow(2), true]],
  _linalg_eigh: [() => [x(3, 3)]],
  linalg_eigh: [() => [x(3, 3)], () => [y(3, 3), 'U']],
  linalg_eigvalsh: [() => [x(3, 3)]],
  _linalg_svd: [() => [regular(3, 3)], () => [x(4, 2)], () => [x(2, 3)]],
  linalg_svd: [() => [x(4, 2), false]],
  linalg_svdvals: [() => [x(3, 2)]],
  svd: [() => [x(2, 3)]],
  _linalg_qr: [() => [x(4, 3)], () => [regular(2, 2, 2)]],
  linalg_qr: [() => [x(3, 2)]],
  linalg_pinv: [() => [x(4, 2)], () => [x(2, 3)]],
  pinverse: [() => [x(3, 2)]],
  linalg_lstsq: [() => [x(4, 2), y(4, 2)]],
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
