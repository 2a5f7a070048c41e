// Every kernel of the engine. Pointers are byte offsets into the engine's memory, sizes and strides count elements;
// results are written completely and never past their end, reads may go up to 15 bytes further.
export * from './products';
export {
  dismiss_helpers,
  expect_helpers,
  fail_helper,
  help,
  helpers_arrived,
  helpers_late,
  helpers_ready,
  rest_helpers,
} from './sharing';
export * from './arithmetic';
export { broadcast } from './broadcast';
export * from './functions';
export * from './copies';
export * from './convolution';
export { conv_scratch } from './convolution-layout';
export * from './pooling';
export * from './reductions';
export * from './extremes';
export * from './softmax';
export * from './batch-normalization';
export * from './layer-normalization';
export * from './indexing';
export * from './optimizers';
export * from './recurrent';
export * from './comparison';
export * from './selection';
export * from './gradients';
export * from './powers';
export * from './rounding';
export * from './twister';
export * from './ranges';
export * from './near-zero';
