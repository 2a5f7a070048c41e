/** Lean entries for the operators of arithmetic: what a training step spends its time on goes without any decoding. */
import * as arithmetic from '../autograd/operations/pointwise/arithmetic.ts';
import * as powers from '../autograd/operations/pointwise/powers.ts';
import { matmul } from '../autograd/operations/linalg/products.ts';
import { declarations } from '../autograd/operation.ts';
import type { Scalar } from '../autograd/scalar.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Calls } from './bridge-calls.ts';
import type { BridgeFunction } from './host.ts';

type Both = (a: Tensor, b: Tensor) => Tensor;
type WithNumber = (a: Tensor, scalar: Scalar) => Tensor;

const KINDS = ['bool', 'int64', 'float64'] as const;

export function fastEntries(calls: Calls): Record<string, BridgeFunction> {
  const { handles } = calls;

  const both =
    (name: string, compute: Both): BridgeFunction =>
    (a: number, b: number) =>
      calls.run(() => handles.give(compute(handles.get(a), handles.get(b))), -1, name);

  const withNumber =
    (name: string, compute: WithNumber): BridgeFunction =>
    (a: number, value: unknown, kind: number) =>
      calls.run(
        () => {
          const scalar: Scalar = { value: Number(value), dtype: KINDS[kind] ?? 'float64' };
          return handles.give(compute(handles.get(a), scalar));
        },
        -1,
        name,
      );

  const inPlace = (entry: string): BridgeFunction => {
    const apply = declarations.get(entry)?.applyInPlace as Both | null;
    return (a: number, b: number) =>
      calls.run(() => {
        apply?.(handles.get(a), handles.get(b));
        return 0;
      }, -1);
  };

  return {
    fast_add: both('add', arithmetic.add),
    fast_sub: both('sub', arithmetic.sub),
    fast_mul: both('mul', arithmetic.mul),
    fast_div: both('div', arithmetic.div),
    fast_matmul: both('matmul', matmul),
    fast_pow: both('pow', powers.pow),
    fast_adds: withNumber('add', arithmetic.addScalar),
    fast_subs: withNumber('sub', arithmetic.subScalar),
    fast_rsubs: withNumber('rsub', arithmetic.rsub),
    fast_muls: withNumber('mul', arithmetic.mulScalar),
    fast_divs: withNumber('div', arithmetic.divScalar),
    fast_rdivs: withNumber('div', arithmetic.rdiv),
    fast_pows: withNumber('pow', powers.powScalar),
    fast_rpows: withNumber('pow', (a, s) => powers.powOfScalar(s, a)),
    fast_iadd: inPlace('add_Tensor'),
    fast_isub: inPlace('sub_Tensor'),
    fast_imul: inPlace('mul_Tensor'),
    fast_idiv: inPlace('div_Tensor'),
  };
}
