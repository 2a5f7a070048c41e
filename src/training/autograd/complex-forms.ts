/**
 * Operations on complex tensors. An operation computes with them only where a form says how: one of its own, or that it
 * treats both parts alike. Every other raises PyTorch's error, whatever its kernels might make of the floats (decision 33).
 */
import { isComplex, legacyName, type DType } from '../backend/dtype.ts';
import { imaginaryPart, realPart } from '../tensor/complex.ts';
import { full, Tensor } from '../tensor/tensor.ts';
import { isMover, joined, partOfArguments, type PartOf } from './movers.ts';
import { floatScalar, isScalar, type Scalar } from './scalar.ts';
import type { Restriction } from './operand-dtypes.ts';
import { refusal } from './complex-refusals.ts';
import { entryName, type Schema } from './schema.ts';

export type Form = (...args: readonly unknown[]) => unknown;

const forms = new Map<string, Form>();

/** Says how an operation, by the name of its entry, computes with complex arguments: in operations, which are recorded. */
export function complexForm<A extends readonly unknown[]>(
  entry: string,
  form: (...args: A) => unknown,
): void {
  forms.set(entry, form as Form);
}

/** Operations that are linear in all their tensors, so that both parts go through them alike. */
const LINEAR: ReadonlySet<string> = new Set(
  (
    'sum mean cumsum neg diff trace sum_to_size expand_copy pad dropout scatter_add index_add _index_add_to select_scatter ' +
    'embedding trapezoid positive'
  ).split(' '),
);
/** Operations that show the elements anew, or are made of others that have forms. */
const WHOLE: ReadonlySet<string> = new Set(
  (
    'contiguous detach flatten reshape view _view expand expand_as broadcast_tensors split chunk tensor_split unbind hsplit vsplit ' +
    'dsplit split_with_sizes unflatten ravel movedim moveaxis swapaxes swapdims transpose t permute select slice narrow squeeze ' +
    'unsqueeze _squeeze unfold diagonal adjoint matrix_H H mH mT numpy_T T reshape_as view_as to hstack vstack dstack column_stack ' +
    'row_stack atleast_1d atleast_2d atleast_3d concat concatenate fliplr flipud square subtract multiply divide true_divide ' +
    'absolute negative tensordot einsum chain_matmul linalg_multi_dot matrix_power linalg_matrix_power addmm addmv baddbmm ' +
    'linear addcmul addcdiv mse_loss lerp broadcast_to meshgrid vander linalg_vander inner outer kron var std var_mean ' +
    'std_mean dist take_along_dim fill_diagonal allclose isclose new_tensor data_copy numel linalg_norm norm ' +
    'linalg_vector_norm linalg_matmul linalg_diagonal nonzero argwhere count_nonzero any all fft_fft fft_ifft fft_rfft fft_irfft fft_hfft fft_ihfft ' +
    'fft_fft2 fft_ifft2 fft_rfft2 fft_irfft2 fft_fftn fft_ifftn fft_rfftn fft_irfftn fft_hfft2 fft_hfftn fft_ihfft2 fft_ihfftn fft_fftshift fft_ifftshift'
  ).split(' '),
);

/** Whether an argument is complex, a number or a dtype among them. */
function isComplexArgument(arg: unknown): boolean {
  if (arg instanceof Tensor) return arg.complex;
  if (Array.isArray(arg)) return arg.some(isComplexArgument);
  if (typeof arg === 'string') return arg === 'complex64' || arg === 'complex128';
  return isScalar(arg) && arg.dtype === 'complex128';
}

/**
 * How an operation computes with these arguments; null where none is complex, or the operation itself knows them.
 *
 * @param apply computes it, and records it, for real arguments
 * @throws TorchError where it has no form
 */
export function formFor(
  schema: Schema,
  { composite, dtypes }: { readonly composite?: true; readonly dtypes?: Restriction },
  args: readonly unknown[],
  apply: Form,
): Form | null {
  if (!args.some(isComplexArgument)) return null;
  const own = forms.get(entryName(schema)) ?? forms.get(schema.name);
  if (own !== undefined) return own;
  const isView = schema.returns === 'view' && !schema.name.startsWith('as_strided');
  if (isView || (composite === true && WHOLE.has(schema.name))) return null;
  if (isMover(schema) || LINEAR.has(schema.name)) return () => byParts(schema, args, apply);
  throw refusal(schema.name, legacyName(complexTypeOf(args)), dtypes);
}

function complexTypeOf(args: readonly unknown[]): DType {
  for (const arg of args.flat()) if (arg instanceof Tensor && isComplex(arg.dtype)) return arg.dtype;
  return 'complex64';
}

let parts: {
  real: (z: Tensor) => Tensor;
  imag: (z: Tensor) => Tensor;
  join: (re: Tensor, im: Tensor) => Tensor;
} = {
  real: realPart,
  imag: imaginaryPart,
  join: () => {
    throw new TypeError('no operation joins the parts');
  },
};

/** Names the recorded operations that take complex tensors apart and put them together. */
export function registerParts(recorded: typeof parts): void {
  parts = recorded;
}

const REAL: PartOf = {
  tensor: (x) => (x.complex ? parts.real(x) : x),
  scalar: (scalar): Scalar => (scalar.dtype === 'complex128' ? floatScalar(scalar.value) : scalar),
};
const IMAGINARY: PartOf = {
  tensor: (x) => (x.complex ? parts.imag(x) : full(x.shape, 0, x.dtype)),
  scalar: ({ imaginary = 0 }) => floatScalar(imaginary),
};

function byParts(schema: Schema, args: readonly unknown[], apply: Form): unknown {
  const results = [REAL, IMAGINARY].map((part) =>
    apply(
      ...partOfArguments(schema, args, part).map((arg) => (isComplexArgument(arg) ? partType(arg) : arg)),
    ),
  );
  return joined(results, ([real, imaginary]) => parts.join(real as Tensor, imaginary as Tensor));
}

const partType = (dtype: unknown): DType => (dtype === 'complex128' ? 'float64' : 'float32');
