/** Which parameters a learner turns first, which hardly ever, and which literals are no parameters at all: pure functions. */

import type { Parameter } from './model.ts';

/** Of a parameter, what its importance depends on. */
type Ranked = Pick<Parameter, 'name' | 'group' | 'kind' | 'value'>;

/** From what is turned first to what shapes no number. */
export const RANKS = {
  rate: 0,
  length: 1,
  batch: 2,
  hyperparameter: 3,
  ordinary: 4,
  constant: 5,
  formal: 6,
} as const;

const RATE = /(?:^|_)(?:lr|learning_rate|eta|rate)$/;
const LENGTH = /(?:^|_)(?:epochs?|steps?|iters?|iterations|n_iter|T_max)$/;
const BATCH = /^(?:batch_?size|bs)$/;
const HYPERPARAMETER = new RegExp(
  '(?:^|_)(?:sigma|std|noise|hiddens?(?:_\\d+|_size|_dim|_units)?|hidden_sizes?|units|width|depth|layers|heads|dropout(?:_\\d+)?|' +
    'momentum|weight_decay|wd|lambd|gamma|beta|betas|alpha|delta|temperature|features|channels|kernel_size|' +
    'num_outputs|output_dim|embedding_dim|negative_slope|label_smoothing|clip|clip_val|threshold|num_train|num_examples)$',
);
/** Calls whose arguments are what one tunes: optimizers, schedulers and layers. */
const TUNED =
  /^(?:SGD|Adam\w*|RMSprop|Adagrad|Adadelta|NAdam|RAdam|LBFGS|\w+LR|(?:Lazy)?Linear|(?:Lazy)?Conv\w+|\w*Dropout\w*|LSTM|GRU|RNN|\w*Pool\w+|LeakyReLU|ELU)$/;

/** Calls that draw or print: their arguments change no number that is learned. */
const SHOWING = new Set(
  (
    'plot scatter hist bar imshow legend title xlabel ylabel set_title set_xlabel set_ylabel set_axes figure subplots ' +
    'savefig show show_images show_heatmaps set_figsize axhline axvline text annotate ProgressBoard Animator print ' +
    'set_printoptions format'
  ).split(' '),
);

/** Arguments that are switches of the library rather than choices of the learner. */
const FORMAL = new Set(
  (
    'requires_grad keepdim dim axis dtype device inplace create_graph retain_graph xlabel ylabel legend fmts figsize title ' +
    'label labels color colors linestyle ls display xscale yscale xlim ylim root num_workers num_gpus encoding'
  ).split(' '),
);

/** Positional arguments that say where and of which form, or that are the data themselves. */
const NOISE = new Set(
  (
    'dims dim0 dim1 dim2 axes size sizes shape shapes output_size normalized_shape unflattened_size index indices start_dim ' +
    'end_dim repeats chunks sections indices_or_sections split_size split_sizes diagonal offset k n m N decimals shifts ord ' +
    'newshape order ndim nrows ncols row col titles out_dims in_dims argnums ' +
    'input other x y a x1 x2 a1 a2 ar1 ar2 obj args arg tensor tensors tensor1 tensor2 data source src arr ary array arrays ' +
    'values v q mask condition y_hat X arys vec vec1 vec2 mat self object string'
  ).split(' '),
);

/** Constants of nature and mathematics by the names that books give them, where the value agrees to two digits. */
const CONSTANTS: readonly (readonly [names: RegExp, value: number])[] = [
  [/^h(?:_?planck)?$|^planck/i, 6.626e-34],
  [/^h_?bar$/, 1.0546e-34],
  [/^c0?$|light/i, 2.998e8],
  [/^k(?:_?b)?$|boltzmann/i, 1.381e-23],
  [/^G$/, 6.674e-11],
  [/^g$|gravity/, 9.81],
  [/^(?:q|e|q_?e)$/, 1.602e-19],
  [/^m_?e$/, 9.109e-31],
  [/^m_?p$/, 1.673e-27],
  [/^eps(?:ilon)?_?0$/, 8.854e-12],
  [/^n_?a$|avogadro/i, 6.022e23],
  [/^R$/, 8.314],
  [/^sigma(?:_?sb)?$|stefan/i, 5.67e-8],
  [/^pi$/i, Math.PI],
  [/^e$/, Math.E],
];

/** Nobody turns what is larger or smaller than these, unless its name is that of a hyperparameter. */
const [TINY, HUGE] = [1e-15, 1e12];

/** One of {@link RANKS}. */
export function importanceOf(parameter: Ranked): number {
  const { name, group } = parameter;
  if (!shapesRun(parameter)) return RANKS.formal;
  if (isConstant(parameter)) return RANKS.constant;
  if (RATE.test(name)) return RANKS.rate;
  if (LENGTH.test(name) || (group === 'range' && name === 'stop')) return RANKS.length;
  if (BATCH.test(name)) return RANKS.batch;
  if (HYPERPARAMETER.test(name) || TUNED.test(lastPart(group))) return RANKS.hyperparameter;
  return name.endsWith('seed') ? RANKS.constant : RANKS.ordinary;
}

/** Whether the parameter shapes a run, or only how it is shown or that it is recorded. */
export function shapesRun({ group, name, kind }: Pick<Ranked, 'name' | 'group' | 'kind'>): boolean {
  return !isShowing(group) && !FORMAL.has(name) && !(kind === 'string' && /^__\w+__$/.test(name));
}

/** Whether a call of this name draws or prints. */
export function isShowing(group: string): boolean {
  return SHOWING.has(lastPart(group));
}

/** Whether a library's parameter of this name, given by position, is nothing to turn. */
export function isNoise(name: string): boolean {
  return NOISE.has(name) || FORMAL.has(name);
}

function isConstant({ name, group, value }: Ranked): boolean {
  if (typeof value !== 'number' || group !== '') return false;
  const isKnown = CONSTANTS.some(([names, known]) => names.test(name) && Math.abs(value / known - 1) < 0.02);
  const size = Math.abs(value);
  return isKnown || (size !== 0 && Number.isFinite(size) && (size < TINY || size > HUGE));
}

const lastPart = (group: string): string => group.slice(group.lastIndexOf('.') + 1);
