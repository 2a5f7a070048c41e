/**
 * What the extension ships of the workbook. It is written down, since a browser can read a file of an extension but not list
 * a folder of it.
 */

/** Files in the folder workbook, in the order of the book. */
export const SECTION_FILES: readonly string[] = [
  '2.1-data-manipulation.py',
  '2.3-linear-algebra.py',
  '2.4-calculus.py',
  '2.5-autograd.py',
  '2.6-probability.py',
  '3.1-linear-regression.py',
  '3.2-object-oriented-design.py',
  '3.3-synthetic-regression-data.py',
  '3.4-linear-regression-scratch.py',
  '3.5-linear-regression-concise.py',
  '3.6-generalization.py',
  '3.7-weight-decay.py',
  '4.1-softmax-regression.py',
  '4.3-classification.py',
  '4.4-softmax-regression-scratch.py',
  '4.5-softmax-regression-concise.py',
  '4.6-generalization-classification.py',
  '4.7-distribution-shift.py',
  '5.1-mlp.py',
  '5.2-mlp-implementation.py',
  '5.3-backprop.py',
  '5.4-numerical-stability.py',
  '5.5-generalization-deep.py',
  '5.6-dropout.py',
  '5.7-kaggle-house-price.py',
  '6.1-layers-and-modules.py',
  '6.2-parameters.py',
  '6.3-init-param.py',
  '6.4-lazy-init.py',
  '6.5-custom-layers.py',
  '6.6-file-io.py',
  '7.1-why-conv.py',
  '7.2-conv-layer.py',
  '7.3-padding-and-strides.py',
  '7.4-channels.py',
  '7.5-pooling.py',
  '7.6-lenet.py',
  '12.2-convexity.py',
  '12.3-gradient-descent.py',
  '12.4-sgd.py',
  '12.5-minibatch-sgd.py',
  '12.6-momentum.py',
  '12.7-adagrad.py',
  '12.8-rmsprop.py',
  '12.9-adadelta.py',
  '12.10-adam.py',
  '12.11-lr-scheduler.py',
];

/** Languages besides English that its texts are translated into: `l10n/workbook.ko.json`. */
export const TRANSLATED: readonly string[] = ['ko', 'zh-cn'];
