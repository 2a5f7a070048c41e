/** Elements kept between two bounds. */
import { runtimeError, type TorchError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { typeOfBoth, type Scalar } from '../../scalar.ts';
import { elementwise } from './binary.ts';
import { ge, geScalar, gtScalar, leScalar, logicalAnd, lt, ltScalar, where } from './selection.ts';

const inside = (self: Tensor, min: Scalar | null, max: Scalar | null): Tensor => {
  if (min === null) return leScalar(self, max as Scalar);
  const above = geScalar(self, min);
  return max === null ? above : logicalAnd(above, leScalar(self, max));
};

const noBounds = (): TorchError =>
  runtimeError("torch.clamp: At least one of 'min' or 'max' must not be None");

operation('clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor', {
  aliases: ['clip'],
  forward: (self: Tensor, min: Scalar | null, max: Scalar | null): Tensor => {
    if (min === null && max === null) throw noBounds();
    const raised = min === null ? self : where(ltScalar(self, min), full([], min.value, self.dtype), self);
    return max === null ? raised : where(gtScalar(raised, max), full([], max.value, self.dtype), raised);
  },
  gradient: (grad, node): Gradients => {
    const [, min, max] = node.args as [Tensor, Scalar | null, Scalar | null];
    return [where(inside(node.savedTensor(0), min, max), grad, full([], 0, grad.dtype))];
  },
  saves: ['self'],
  node: 'ClampBackward1',
  inPlace: true,
  doc: 'Elements below `min` become `min`, those above `max` become `max`.',
});

operation('clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor', {
  composite: true,
  node: 'ClampBackward0',
  forward: (self: Tensor, min: Tensor | null, max: Tensor | null): Tensor => {
    if (min === null && max === null) throw noBounds();
    const raised = min === null ? self : where(lt(self, min), min, self);
    return max === null ? raised : where(lt(max, raised), max, raised);
  },
  inPlace: true,
});

for (const name of ['clamp_min', 'clamp_max'] as const) {
  const isMinimum = name === 'clamp_min';
  const isBeyond = (self: Tensor, bound: Tensor): Tensor => (isMinimum ? lt(self, bound) : lt(bound, self));
  operation(`${name}.Tensor(Tensor self, Tensor ${isMinimum ? 'min' : 'max'}) -> Tensor`, {
    // NaN on either side is NaN.
    forward: (self: Tensor, bound: Tensor): Tensor =>
      elementwise(isMinimum ? 'maximum' : 'minimum', self, bound, typeOfBoth(self, bound)),
    gradient: (grad, node): Gradients => {
      const [self, bound] = [node.savedTensor(0), node.savedTensor(1)];
      const nothing = full([], 0, grad.dtype);
      const isWithin = isMinimum ? ge(self, bound) : ge(bound, self);
      return [where(isWithin, grad, nothing), where(isBeyond(self, bound), grad, nothing)];
    },
    saves: ['self', isMinimum ? 'min' : 'max'],
    node: isMinimum ? 'ClampMinBackward1' : 'ClampMaxBackward1',
    inPlace: true,
  });
  operation(`${name}(Tensor self, Scalar ${isMinimum ? 'min' : 'max'}) -> Tensor`, {
    forward: (self: Tensor, bound: Scalar): Tensor => {
      const beyond = isMinimum ? ltScalar(self, bound) : gtScalar(self, bound);
      return where(beyond, full([], bound.value, self.dtype), self);
    },
    gradient: (grad, node): Gradients => {
      const [self, bound] = [node.savedTensor(0), node.args[1] as Scalar];
      const isWithin = isMinimum ? geScalar(self, bound) : leScalar(self, bound);
      return [where(isWithin, grad, full([], 0, grad.dtype))];
    },
    saves: ['self'],
    inPlace: true,
    doc: `Elements ${isMinimum ? 'below `min` become `min`' : 'above `max` become `max`'}.`,
  });
}
