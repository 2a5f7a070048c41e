/** The programs that make a mistake on purpose, and the advice that they are to be given; every other one gets none. */
import type { AdviceKind } from '../../src/training/protocol/protocol.ts';

const MISTAKES: Readonly<Partial<Record<AdviceKind, readonly string[]>>> = {
  secondBackward: [
    'autograd/own-functions-and-hooks',
    'graph-errors/backward-twice',
    'graph-errors/backward-twice-through-a-shared-part',
    'graph-errors/grad-twice',
  ],
  inPlaceLeaf: [
    'graph-errors/leaf-in-place',
    'graph-errors/leaf-item-assignment',
    'graph-errors/leaf-zero-in-place',
    'graph-errors/view-of-a-leaf-in-place',
  ],
  integerGradient: ['graph-errors/gradient-of-integers', 'graph-errors/requires-grad-of-integers'],
  detached: [
    'exercises/3.4.4-without-create-graph',
    'graph-errors/backward-made-under-no-grad',
    'graph-errors/backward-of-a-detached-loss',
    'graph-errors/backward-without-gradient',
    'graph-errors/vector-without-gradient',
    'training/detached-loss',
  ],
  noHyperparameters: ['exercises/3.2.2-without-saving'],
  noSuperInit: ['hyperparameters/attribute-before-init', 'modules/missing-super', 'nn/attribute-before-init'],
  broadcastLoss: ['exercises/3.4.5-flat-labels'],
  gradientsKept: ['training/forgotten-zero-grad'],
  rateTooLarge: ['exercises/3.4.6-diverges', 'training/not-a-number'],
  sortedData: ['exercises/3.4.9-sorted'],
  weightsUnchanged: ['training/step-not-in-place'],
  noCuda: ['call-forms/types-and-devices-cuda', 'errors/cuda'],
  productShapes: [
    'errors/matmul-shapes',
    'errors/matrix-vector-shapes',
    'errors/mv-shapes',
    'nn/linear-shapes',
    'training/wrong-number-of-inputs',
  ],
  didYouMean: ['modules/missing-attribute'],
  notFinite: ['exercises/3.4.6-not-a-number'],
};

/** What a program is to be told; null where that is nothing. */
export function mistakeOf(program: string): AdviceKind | null {
  const found = Object.entries(MISTAKES).find(([, programs]) => programs.includes(program));
  return (found?.[0] ?? null) as AdviceKind | null;
}
