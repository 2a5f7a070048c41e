/** Choice between two operands in plain JavaScript. */
import { takeElements } from '../buffer.ts';
import type { DType, Elements } from '../dtype.ts';
import { numel } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { forEachRow } from './iterate.ts';

/** Elements of `x` where `condition` is not 0, else of `y`; all three have the same shape. */
export function where(condition: Operand, x: Operand, y: Operand, dtype: DType): Elements {
  const [flags, yes, no] = [condition.buffer.read(), x.buffer.read(), y.buffer.read()];
  const out = takeElements(dtype, numel(x.shape));
  let at = 0;
  forEachRow(x.shape, [condition, x, y], (size, starts, steps) => {
    let [c, p = 0, q = 0] = starts;
    const [stepC, stepP = 0, stepQ = 0] = steps;
    for (let i = 0; i < size; i++, c += stepC, p += stepP, q += stepQ) {
      out[at++] = (flags[c] === 0 ? no[q] : yes[p]) as number;
    }
  });
  return out;
}
