/** `multilabel_margin_loss`: a margin between each right class and each wrong one. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { runtimeError } from '../../../backend/error.ts';
import { sameShape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { intScalar } from '../../scalar.ts';
import { gather } from '../indexing/gather.ts';
import { add, mulScalar, rsub } from '../pointwise/arithmetic.ts';
import { gtScalar, logicalAnd, where } from '../pointwise/selection.ts';
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

function readLabels(target: Tensor, rows: number, columns: number): Labels {
  const given = toContiguous(target, 'int64');
  const isListed = new Uint8Array(given.length);
  const isWrong = new Uint8Array(given.length).fill(1);
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
    isListed: fromElements(isListed, 'bool', shape),
    classes: fromElements(classes, 'int64', shape),
    isWrong: fromElements(isWrong, 'bool', shape),
  };
}

/** The number of classes. @throws TorchError in PyTorch's words unless there is a label for each score */
function checkedColumns(self: Tensor, target: Tensor): number {
  const columns = self.shape.at(-1) ?? 1;
  if (self.rank > 2 || columns === 0) {
    throw runtimeError(
      `Expected non-empty vector or matrix with optional 0-dim batch size, but got: [${self.shape.join(', ')}]`,
    );
  }
  const fits =
    self.rank < 2 ? target.rank < 2 && target.numel === columns : sameShape(self.shape, target.shape);
  if (fits) return columns;
  throw runtimeError(
    `inconsistent target size: [${target.shape.join(', ')}] for input of size: [${self.shape.join(', ')}]`,
  );
}

/** The margins that are above 0, where they count; a NaN is not above. */
export function exceeding(margins: Tensor, counted: Tensor): Tensor {
  const counts = logicalAnd(gtScalar(margins, intScalar(0)), counted);
  return where(counts, margins, full([], 0, margins.dtype));
}

loss<[Tensor, Tensor]>("multilabel_margin_loss(Tensor self, Tensor target, str reduction='mean') -> Tensor", {
  node: 'MultilabelMarginLoss',
  losses: (self, target) => {
    const columns = checkedColumns(self, target);
    if (toContiguous(target, 'int64').some((each) => each < -1 || each >= columns)) {
      throw runtimeError("argument #2 'target' is out of range");
    }
    checkFloating(self, 'multilabel_margin_loss_forward_out_frame');
    checkLong(target);
    const scores = reshape(self, [-1, columns]);
    const { isListed, classes, isWrong } = readLabels(target, scores.shape[0] as number, columns);
    const right = rsub(gather(scores, 1, classes), intScalar(1));
    const margins = add(unsqueeze(right, 2), unsqueeze(scores, 1));
    const counted = logicalAnd(unsqueeze(isListed, 2), unsqueeze(isWrong, 1));
    const losses = mulScalar(sumDims(exceeding(margins, counted), [1, 2]), 1 / columns);
    return self.rank > 1 ? losses : reshape(losses, []);
  },
  doc: 'For each right class and each wrong one max(0, 1 - (x[right] - x[wrong])), over the number of classes.',
});
