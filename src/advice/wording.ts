/** The advice in words: what happened, and what usually helps. */

import type { Advice, AdviceFacts, AdviceKind } from '../training/protocol/protocol.ts';
import type { Translate } from './translate.ts';

type Words = { readonly [K in AdviceKind]: (facts: AdviceFacts[K], t: Translate) => string };

/** One to three sentences for the learner. */
export function adviceText({ kind, facts }: Advice, t: Translate): string {
  const words = WORDS[kind] as (facts: AdviceFacts[AdviceKind], t: Translate) => string;
  return words(facts, t);
}

const WORDS: Words = {
  secondBackward: ({ first }, t) =>
    first === null
      ? t(
          'An earlier backward() has used up this graph. Compute the loss again before each backward(), or keep the graph with retain_graph=True.',
        )
      : t(
          'backward() in line {0} has used up this graph. Compute the loss again before each backward(), or keep the graph there with retain_graph=True.',
          first.line,
        ),
  didYouMean: ({ written, meant }, t) => t('There is no {0} here; {1} is near.', written, meant),
  productShapes: (facts, t) => [productText(facts, t), fittingText(facts, t)].filter(Boolean).join(' '),
  noCuda: (_, t) =>
    t(
      'Everything is computed on the CPU here: there is no CUDA device. Write device = d2l.try_gpu(), which is the CPU where there is no GPU, or leave the device out.',
    ),
  dataMissing: (facts, t) => [whereData(facts, t), generatedData(facts, t)].filter(Boolean).join(' '),
  inPlaceLeaf: (_, t) =>
    t(
      'This changes a weight while its history is being recorded. Update weights inside "with torch.no_grad():", so that the update itself is not part of the graph.',
    ),
  integerGradient: (_, t) =>
    t(
      'Only floating-point tensors can have gradients, and this one holds integers. Write 1.0 instead of 1, or ask for dtype=torch.float32.',
    ),
  detached: (_, t) =>
    t(
      'Nothing that needs a gradient leads to this value: look for a missing requires_grad=True, or for .item(), .detach(), .data, .numpy() or torch.no_grad() on the way from the weights to the loss.',
    ),
  noHyperparameters: ({ attribute, init }, t) =>
    t(
      '{0}.__init__ takes {1} but does not keep it: self.save_hyperparameters() makes an attribute of each argument.',
      init.owner,
      attribute,
    ),
  noSuperInit: ({ init }, t) =>
    t(
      '{0}.__init__ has to call super().__init__() first: it prepares the module to hold parameters and other modules.',
      init.owner,
    ),
  broadcastLoss: ({ rows }, t) =>
    t(
      'The shapes ({0}, 1) and ({0},) are broadcast to ({0}, {0}): every prediction is compared with every label, not only with its own, so the model learns their mean. Give both the same shape.',
      rows,
    ),
  gradientsKept: (_, t) =>
    t(
      'Gradients are never set to zero, so each step adds the gradients of all the steps before it. Clear them before every backward().',
    ),
  rateTooLarge: ({ rate, limit }, t) =>
    t(
      'The learning rate {0} is above {1}, the largest with which gradient descent is stable on this data, so every step overshoots further. Try about half of that.',
      shown(rate),
      shown(limit),
    ),
  sumLoss: ({ rate, limit, rows }, t) =>
    t(
      'The loss is a sum over the {0} rows of a minibatch, so its gradient is {0} times that of their mean, and with the learning rate {1} the steps overshoot (the bound is {2}). Use the mean, or divide the learning rate by {0}.',
      rows,
      shown(rate),
      shown(limit),
    ),
  sortedData: ({ batches }, t) =>
    t(
      'The labels are sorted and the {0} minibatches of each epoch keep that order, so each step sees only one kind of example and the last ones pull the weights towards themselves. Shuffle the training data.',
      batches,
    ),
  weightsUnchanged: (_, t) =>
    t(
      'Gradients are computed, but nothing changes the weights that they belong to. Does the update work on other tensors (an optimizer of another model, "w = w - …" instead of "w -= …"), or is it missing?',
    ),
  notFinite: (facts, t) => `${whatHappened(facts, t)} ${reason(facts, t)}`,
};

function whereData({ file, url, dataSet }: AdviceFacts['dataMissing'], t: Translate): string {
  return dataSet === null
    ? t(
        'A run has no network. Put the file from {0} into a folder and choose that as data folder (--data FOLDER in the terminal).',
        url,
      )
    : t(
        'This data set is not on this machine. Download it (in the terminal: d2l-exercises data get {0}), or choose a folder that has {1} as data folder (--data FOLDER).',
        dataSet,
        file,
      );
}

function generatedData({ standIn }: AdviceFacts['dataMissing'], t: Translate): string {
  return standIn === null
    ? ''
    : t('Generated data of the same form will do to practise: d2l.make_stand_in({0}).', `'${standIn}'`);
}

function whatHappened({ value, operation }: AdviceFacts['notFinite'], t: Translate): string {
  const name = OPERATORS[operation] ?? operation;
  if (operation === 'backward')
    return t('The first value that is not a finite number ({0}) is a gradient.', value);
  return t('The first value that is not a finite number ({0}) comes from {1} here.', value, name);
}

function productText({ first, second, layer }: AdviceFacts['productShapes'], t: Translate): string {
  if (layer) {
    return t(
      'The layer takes rows of {0} numbers, and its input has rows of {1}: the last dimension of the input, of shape ({2}, {1}), has to be in_features, {0}.',
      second[0],
      first[1],
      first[0],
    );
  }
  return t(
    'A matrix product needs as many columns on the left as rows on the right: the left operand, of shape ({0}, {1}), has {1} columns (its dimension 1), the right one, of shape ({2}, {3}), has {2} rows (its dimension 0).',
    first[0],
    first[1],
    second[0],
    second[1],
  );
}

/** What makes the operands fit; empty where nothing simple does. */
function fittingText(facts: AdviceFacts['productShapes'], t: Translate): string {
  const ways = waysToFit(facts).map((way) => FITTING[way](t));
  return ways.length === 0 ? '' : t('It would fit with {0}.', ways.join(t(' or ')));
}

/** A change of a product after which its operands fit. */
export type WayToFit = 'transposeSecond' | 'transposeFirst' | 'swap';

const FITTING: Readonly<Record<WayToFit, (t: Translate) => string>> = {
  transposeSecond: (t) => t('the right operand transposed (.T)'),
  transposeFirst: (t) => t('the left operand transposed (.T)'),
  swap: (t) => t('the operands in the other order'),
};

/** Of a layer's product nothing is changed in the code. */
export function waysToFit({
  first: [rows, columns],
  second: [secondRows, secondColumns],
  layer,
}: AdviceFacts['productShapes']): readonly WayToFit[] {
  if (layer) return [];
  return [
    ...(columns === secondColumns ? (['transposeSecond'] as const) : []),
    ...(rows === secondRows ? (['transposeFirst'] as const) : []),
    ...(secondColumns === rows ? (['swap'] as const) : []),
  ];
}

const OPERATORS: Readonly<Record<string, string>> = {
  __add__: '+',
  __radd__: '+',
  __sub__: '-',
  __rsub__: '-',
  __mul__: '*',
  __rmul__: '*',
  __truediv__: '/',
  __rtruediv__: '/',
  __pow__: '**',
  __rpow__: '**',
  __matmul__: '@',
  __rmatmul__: '@',
};

const LOGARITHM = /^log(?:2|10|1p)?_?$/;
const ROOT = /^r?sqrt_?$/;
const QUOTIENT = /^(?:__r?truediv__|div|divide|true_divide|reciprocal)_?$/;
const EXPONENTIAL = /^(?:exp|exp2|expm1)_?$/;

function reason({ operation, range }: AdviceFacts['notFinite'], t: Translate): string {
  const [smallest, largest] = range ?? [0, 0];
  if (operation === 'backward') {
    return t(
      'A square root or a logarithm of 0 has an infinite slope: keep the values above a small number.',
    );
  }
  if (LOGARITHM.test(operation) && smallest <= 0) {
    return t(
      'Its input reaches {0}, where there is no logarithm: keep it above a small number, or use log_softmax or a loss that takes logits.',
      shown(smallest),
    );
  }
  if (ROOT.test(operation) && smallest <= 0) return t('Its input reaches {0}.', shown(smallest));
  if (QUOTIENT.test(operation) && smallest <= 0 && largest >= 0) {
    return t('The divisor reaches 0: add a small number to it.');
  }
  if (EXPONENTIAL.test(operation)) {
    return t(
      'float32 overflows from exp(89) on, and its input reaches {0}: subtract the maximum first.',
      shown(largest),
    );
  }
  return t(
    'The numbers grew beyond what float32 holds (about 3.4e38). When they grow from step to step, the learning rate is too large.',
  );
}

/** Three digits are enough for people. */
const shown = (value: number): string => String(Number(value.toPrecision(3)));
