/** Categories as vectors. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { indexSelect } from './index-select.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { detach } from '../shape/slicing.ts';
import { reshape, unsqueeze } from '../shape/views.ts';

operation('embedding(Tensor self, Tensor weight, int? padding_idx=None) -> Tensor', {
  composite: true,
  node: 'Embedding',
  forward: (self: Tensor, weight: Tensor, padding: number | null): Tensor => {
    if (self.dtype !== 'int64' && self.dtype !== 'int32') {
      throw runtimeError(
        `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.${legacyName(self.dtype)}Tensor instead (while checking arguments for embedding)`,
      );
    }
    if (weight.rank !== 2) throw runtimeError("'weight' must be 2-D");
    checkRows(self, weight.shape[0] as number);
    const rows = indexSelect(weight, 0, reshape(self, [-1]));
    const result = reshape(rows, [...self.shape, weight.shape[1] as number]);
    if (padding === null) return result;
    const index = padding < 0 ? padding + (weight.shape[0] as number) : padding;
    return where(unsqueeze(eqScalar(self, intScalar(index)), -1), detach(result), result);
  },
  namespace: 'nn.functional',
  doc: 'The rows of `weight` (n, d) that the indices name: (…) to (…, d). The row `padding_idx` gets no gradient.',
});

function checkRows(indices: Tensor, rows: number): void {
  if (toContiguous(indices, 'int64').some((index) => index < 0 || index >= rows)) {
    throw new TorchError('IndexError', 'index out of range in self');
  }
}

operation('one_hot(Tensor self, int num_classes=-1) -> Tensor', {
  forward: (self: Tensor, given: number): Tensor => {
    if (self.dtype !== 'int64') {
      throw runtimeError('one_hot is only applicable to index tensor of type LongTensor.');
    }
    const classes = toContiguous(self, 'int64');
    const most = Array.from(classes).reduce((a, b) => Math.max(a, b), -1);
    if (classes.some((value) => value < 0)) throw runtimeError('Class values must be non-negative.');
    if (classes.length === 0 && given <= 0) {
      throw runtimeError('Can not infer total number of classes from empty tensor.');
    }
    if (given !== -1 && given < 1) throw runtimeError('num_classes should be positive');
    if (given !== -1 && given <= most) {
      throw runtimeError('Class values must be smaller than num_classes.');
    }
    const count = given === -1 ? most + 1 : given;
    const result = full([...self.shape, count], 0, 'int64');
    const elements = result.buffer.write();
    classes.forEach((value, i) => (elements[i * count + value] = 1));
    return result;
  },
  namespace: 'nn.functional',
  doc: '1 at the class, 0 elsewhere: int64 of shape (…, num_classes).',
});
