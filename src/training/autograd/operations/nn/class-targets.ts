/** What losses of classes demand of their targets and weights, in PyTorch's words. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { sameShape, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkFloating, checkSameType } from '../../operand-dtypes.ts';

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

/** @throws TorchError for a target that is no class and not the ignored one */
export function checkClasses(target: Tensor, classes: number, ignored: number): void {
  for (const value of toContiguous(target, 'int64')) {
    if (value === ignored) continue;
    if (value < 0 || value >= classes)
      throw new TorchError('IndexError', `Target ${value} is out of bounds.`);
  }
}

/** @throws TorchError for dtypes that PyTorch's kernels for vectors, or for images, do not take */
export function checkClassTypes(self: Tensor, target: Tensor, weight: Tensor | null): void {
  const isFlat = self.rank <= 2;
  checkFloating(self, isFlat ? 'nll_loss_out_frame' : 'nll_loss2d_forward_out_frame');
  checkLong(target, isFlat);
  checkSameType(self, weight);
}

/** @throws TorchError unless the classes are int64, or uint8 where a kernel takes those */
export function checkLong(target: Tensor, takesBytes = false): void {
  if (target.dtype === 'int64' || (takesBytes && target.dtype === 'uint8')) return;
  throw runtimeError(`expected scalar type Long but found ${legacyName(target.dtype)}`);
}

/** @throws TorchError where the classes, or their weights, do not fit the log-probabilities (C), (N, C) or (N, C, d...) */
export function checkClassSizes(self: Tensor, target: Tensor, weight: Tensor | null): void {
  if (self.rank === 0) throw new TorchError('ValueError', 'Expected 1 or more dimensions (got 0)');
  if (self.rank > 1 && self.shape[0] !== (target.shape[0] ?? 0)) {
    throw new TorchError(
      'ValueError',
      `Expected input batch_size (${self.shape[0]}) to match target batch_size (${target.shape[0] ?? 0}).`,
    );
  }
  if (self.rank <= 2) checkRows(self, target, weight);
  else checkImages(self, target, weight);
}

function checkRows(self: Tensor, target: Tensor, weight: Tensor | null): void {
  if (target.rank > 1) {
    throw runtimeError('0D or 1D target tensor expected, multi-target not supported');
  }
  if (self.rank === 1 && target.rank === 1 && target.shape[0] !== 1) {
    throw new TorchError(
      'ValueError',
      `For 1D input, 1D target must have size 1, but got target size: ${target.shape[0]}`,
    );
  }
  const classes = self.shape.at(-1) as number;
  if (weight === null || (weight.rank === 1 && weight.shape[0] === classes)) return;
  throw runtimeError(
    `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${listed(weight.shape)}`,
  );
}

/** Other than four dimensions are brought into this form first, where a size may still differ. */
function checkImages(self: Tensor, target: Tensor, weight: Tensor | null): void {
  const [n, classes, ...rest] = self.shape as [number, number, ...number[]];
  let [input, classesOf]: [Shape, Shape] = [self.shape, target.shape];
  if (self.rank === 4) {
    if (target.rank !== 3) {
      throw runtimeError(
        `only batches of spatial targets supported (3D tensors) but got targets of dimension: ${target.rank}`,
      );
    }
  } else {
    if (!sameShape(target.shape, [n, ...rest])) {
      throw runtimeError(`Expected target size ${listed([n, ...rest])}, got ${listed(target.shape)}`);
    }
    input = self.numel === 0 ? [n, classes, 0, 0] : [n, classes, 1, self.numel / (n * classes)];
    classesOf = target.numel === 0 ? [n, 0, 0] : [n, 1, target.numel / n];
  }
  if (weight !== null && weight.numel !== classes) {
    throw runtimeError('weight tensor should be defined either for all or no classes');
  }
  if (sameShape([n, ...input.slice(2)], classesOf)) return;
  throw runtimeError(`size mismatch (got input: ${listed(input)} , target: ${listed(classesOf)}`);
}
