/** `multilabel_margin_loss`: a margin between each right class and each wrong one. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { newElements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { sameShape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { intScalar } from '../../scalar.ts';
import { gather } from '../indexing/gather.ts';
import { add, mul, mulScalar, rsub } from '../pointwise/arithmetic.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { sumDims } from '../reduce/sums.ts';
import { reshape, unsqueeze } from '../shape/views.ts';
import { checkLong } from './class-targets.ts';
import { loss } from './loss.ts';

/** The right classes of each row up to the first -1: where they are listed, and which classes they are. */
interface Labels {
  readonly isListed: Tensor;
  readonly classes: Tensor;
  readonly isWrong: Tensor;
}

function readLabels(target: Tensor, rows: number, columns: number, like: Tensor): Labels {
  const given = toContiguous(target, 'int64');
  const isListed = newElements(like.dtype, given.length);
  const isWrong = newElements(like.dtype, given.length).fill(1);
  const classes = new Float64Array(given.length);
  for (let row = 0; row < rows; row++) {
    for (let i = row * columns; i < (row + 1) * columns && (given[i] as number) >= 0; i++) {
      isListed[i] = 1;
      classes[i] = given[i] as number;
      isWrong[row * columns + (given[i] as number)] = 0;
    }
  }
  const shape = [rows, columns];
  return {
    isListed: fromElements(isListed, like.dtype, shape),
    classes: fromElements(classes, 'int64', shape),
    isWrong: fromElements(isWrong, like.dtype, shape),
  };
}

loss<[Tensor, Tensor]>("multilabel_margin_loss(Tensor self, Tensor target, str reduction='mean') -> Tensor", {
  node: 'MultilabelMarginLoss',
  losses: (self, target) => {
    if (!sameShape(self.shape, target.shape)) {
      throw runtimeError(
        `inconsistent target size: [${target.shape.join(', ')}] for input of size: [${self.shape.join(', ')}]`,
      );
    }
    const columns = self.shape.at(-1) ?? 1;
    checkFloating(self, 'multilabel_margin_loss_forward_out_frame');
    checkLong(target);
    if (toContiguous(target, 'int64').some((each) => each < -1 || each >= columns)) {
      throw runtimeError("argument #2 'target' is out of range");
    }
    const scores = reshape(self, [-1, columns]);
    const { isListed, classes, isWrong } = readLabels(target, scores.shape[0] as number, columns, self);
    const right = rsub(gather(scores, 1, classes), intScalar(1));
    const margins = clampBetween(add(unsqueeze(right, 2), unsqueeze(scores, 1)), 0, null);
    const counted = mul(mul(margins, unsqueeze(isListed, 2)), unsqueeze(isWrong, 1));
    const losses = mulScalar(sumDims(counted, [1, 2]), 1 / columns);
    return self.rank > 1 ? losses : reshape(losses, []);
  },
  doc: 'For each right class and each wrong one max(0, 1 - (x[right] - x[wrong])), over the number of classes.',
});
