/** The orthogonal polynomials of `torch.special`. PyTorch has no gradients of them. */
import { POLYNOMIALS } from '../../../backend/js/polynomials.ts';
import { floatingType } from '../../../backend/dtype.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { roundingOf, typeOfBoth } from '../../scalar.ts';
import { ofPairs } from './by-element.ts';

for (const [name, compute] of Object.entries(POLYNOMIALS)) {
  operation(`special_${name}(Tensor x, Tensor n) -> Tensor`, {
    takesNumbers: 'but one',
    forward: (x: Tensor, n: Tensor): Tensor => {
      const round = roundingOf(floatingType(typeOfBoth(x, n)));
      return ofPairs(x, n, (value, degree) => compute(value, degree, round));
    },
    namespace: 'special',
    doc: `\`${name}\` of degree \`n\` at each element of \`x\`.`,
  });
}
