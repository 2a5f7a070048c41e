/** Bounds that other operations put on elements. */
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { geScalar, gtScalar, leScalar, ltScalar, where } from './selection.ts';

const constant = (value: number, like: Tensor): Tensor => full([], value, like.dtype);

/** Elements below `min` become `min`, those above `max` become `max`; a null bound is none. On the tape by `where`. */
export function clampBetween(self: Tensor, min: number | null, max: number | null): Tensor {
  const raised = min === null ? self : where(ltScalar(self, min), constant(min, self), self);
  return max === null ? raised : where(gtScalar(raised, max), constant(max, raised), raised);
}

/** The elements above 0, else 0. A NaN stays, without a gradient. */
export const positivePart: (self: Tensor) => Tensor = operation('_positive_part(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => clampBetween(self, 0, null),
  gradient: (grad, node): Gradients => [
    where(geScalar(node.savedTensor(0), intScalar(0)), grad, constant(0, grad)),
  ],
  saves: ['self'],
  node: 'ClampMin',
  variants: 'internal',
});

/** {@link clampBetween} as hard activations have it: the gradient is 0 at the bounds themselves, and at NaN. */
export const clampWithin: (self: Tensor, min: number, max: number) => Tensor = operation(
  '_clamp_within(Tensor self, float min, float max) -> Tensor',
  {
    forward: (self: Tensor, min: number, max: number): Tensor => clampBetween(self, min, max),
    gradient: (grad, node): Gradients => {
      const [, min, max] = node.args as [Tensor, number, number];
      const [self, nothing] = [node.savedTensor(0), constant(0, grad)];
      const raised = where(leScalar(self, min), nothing, grad);
      return [where(ltScalar(self, max), raised, nothing)];
    },
    saves: ['self'],
    variants: 'internal',
  },
);
