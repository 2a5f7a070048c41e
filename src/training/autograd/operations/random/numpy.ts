/** Draws for the package numpy, whose stream is Python's: it comes with a call and goes back with the result. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { drawNormal, drawUniform } from '../../../tensor/numpy-draws.ts';
import { pcgNormal, pcgUniform } from '../../../tensor/pcg64.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';

operation('_numpy_draws(Tensor state, int count, bool normal, float? spare=None) -> Tensor[]', {
  forward: (state: Tensor, count: number, normal: boolean, spare: number | null): Tensor[] => {
    const draw = normal ? drawNormal : drawUniform;
    const { numbers, after } = draw({ state: toContiguous(state, 'int64'), spare }, count);
    const left = after.spare === null ? [] : [after.spare];
    return [
      fromElements(numbers, 'float64', [count]),
      fromElements(Float64Array.from(after.state), 'int64', [after.state.length]),
      fromElements(Float64Array.from(left), 'float64', [left.length]),
    ];
  },
  variants: 'function',
  doc: 'Uniform or standard normal float64 numbers, the words of the stream after them, and the normal one that waits.',
});

operation('_numpy_pcg_draws(Tensor words, int count, bool normal) -> Tensor[]', {
  forward: (words: Tensor, count: number, normal: boolean): Tensor[] => {
    const { numbers, after } = (normal ? pcgNormal : pcgUniform)(toContiguous(words, 'int64'), count);
    return [
      fromElements(numbers, 'float64', [count]),
      fromElements(Float64Array.from(after), 'int64', [after.length]),
    ];
  },
  variants: 'function',
  doc: 'Uniform or standard normal float64 numbers of PCG64, and the words of the stream after them.',
});
