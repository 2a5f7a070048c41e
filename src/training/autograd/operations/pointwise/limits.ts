/** Bounds that other operations put on elements. */
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { geScalar, gtScalar, leScalar, ltScalar, where } from './selection.ts';

/** Elements below `min` become `min`, those above `max` become `max`; a null bound is none. On the tape by `where`. */
export function clampBetween(self: Tensor, min: number | null, max: number | null): Tensor {
  const bound = (value: number): Tensor => full([], value, self.dtype);
  const raised = min === null ? self : where(ltScalar(self, min), bound(min), self);
  return max === null ? raised : where(gtScalar(raised, max), bound(max), raised);
}

/** {@link clampBetween} whose gradient is 0 at the bounds themselves, as hard activations have it. */
export function clampWithin(self: Tensor, min: number, max: number): Tensor {
  const bound = (value: number): Tensor => full([], value, self.dtype);
  const raised = where(leScalar(self, min), bound(min), self);
  return where(geScalar(raised, max), bound(max), raised);
}
