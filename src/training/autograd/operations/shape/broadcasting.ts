/** Repeating dimensions without copying. */
import { broadcastShapes, broadcastStrides, sameShape, type Shape } from '../../../backend/layout.ts';
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { view } from '../../tape/view.ts';
import { operation } from '../../operation.ts';

export const expand = operation('expand(Tensor self, int[] size, *, bool implicit=False) -> Tensor(a)', {
  forward: (self: Tensor, size: Shape, _implicit: boolean): Tensor => {
    const target = expandedShape(self, size);
    return view(self, target, broadcastStrides(self.shape, self.strides, target), self.offset);
  },
  gradient: (grad) => [grad],
  variants: 'method',
  doc: 'A view in which dimensions of size 1 are repeated to `size`; -1 keeps a size. No element is copied.',
});

function expandedShape(self: Tensor, size: Shape): Shape {
  const lead = size.length - self.rank;
  if (lead < 0) {
    throw runtimeError(
      `expand(${legacy(self)}, size=[${size.join(', ')}]): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${self.rank})`,
    );
  }
  return size.map((wanted, d) => {
    const present = self.shape[d - lead];
    if (wanted === -1 && present !== undefined) return present;
    if (wanted < 0)
      throw runtimeError(
        `The expanded size of the tensor (${wanted}) isn't allowed in a leading, non-existing dimension ${d}`,
      );
    if (present !== undefined && present !== 1 && present !== wanted) {
      throw runtimeError(
        `The expanded size of the tensor (${wanted}) must match the existing size (${present}) at non-singleton dimension ${d}.  Target sizes: [${size.join(', ')}].  Tensor sizes: [${self.shape.join(', ')}]`,
      );
    }
    return wanted;
  });
}

const legacy = (self: Tensor): string => `torch.${legacyName(self.dtype)}Tensor{[${self.shape.join(', ')}]}`;

/** Both tensors expanded to their common shape. */
export function broadcastBoth(a: Tensor, b: Tensor): [Tensor, Tensor] {
  const shape = broadcastShapes(a.shape, b.shape);
  return [sameShape(a.shape, shape) ? a : expand(a, shape), sameShape(b.shape, shape) ? b : expand(b, shape)];
}

operation('broadcast_tensors(Tensor[] tensors) -> Tensor[]', {
  variadic: true,
  composite: true,
  forward: (tensors: readonly Tensor[]): Tensor[] => {
    const shape = tensors.reduce<Shape>((common, tensor) => broadcastShapes(common, tensor.shape), []);
    return tensors.map((tensor) => expand(tensor, shape));
  },
  variants: 'function',
  doc: 'The tensors expanded to their common shape.',
});
