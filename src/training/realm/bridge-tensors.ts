/** The entries that make tensors of Python's numbers and tell what a tensor is like. */
import {
  dtypeCode,
  DTYPES,
  isDifferentiable,
  isReduced,
  newElements,
  setDefaultDType,
  type ReducedFloat,
} from '../backend/dtype.ts';
import { inferenceMode } from '../backend/buffer.ts';
import { runtimeError, TorchError } from '../backend/error.ts';
import { bigElements, fromBig } from '../backend/wide.ts';
import { converter, toContiguous } from '../backend/js/copy.ts';
import { numel, wrapDimension } from '../backend/layout.ts';
import { setAutocast } from '../autograd/autocast.ts';
import type { Node } from '../autograd/tape/node.ts';
import { showAs, twinOf } from '../autograd/tape/history.ts';
import { setArrayOptions, type ArrayOptions } from '../tensor/array-options.ts';
import { formatArrayText, formatArray } from '../tensor/format-array.ts';
import { formatTensor } from '../tensor/format.ts';
import { setPrintOptions, type PrintOptions } from '../tensor/print-options.ts';
import { fromElements, itemOf, Tensor } from '../tensor/tensor.ts';
import type { Calls } from './bridge-calls.ts';
import { NDIM, SIZES } from './bridge-handles.ts';
import type { BridgeFunction, PythonMemory } from './host.ts';

/** Answered for integers that do not fit into doubles: they are to be sent as integers. */
const TOO_LONG = -2;
const REQUIRES_GRAD = 1;
const IS_LEAF = 2;
const CONTIGUOUS = 4;
const HAS_GRAD = 8;

export function tensorEntries(calls: Calls, memory: () => PythonMemory): Record<string, BridgeFunction> {
  const { handles } = calls;
  const get = (handle: number): Tensor => handles.get(handle);
  /** An entry about one tensor whose answer is a value; undefined (None) when it fails. */
  const about =
    <R>(answer: (tensor: Tensor) => R): BridgeFunction =>
    (handle: number) =>
      calls.run(() => answer(get(handle)), undefined);

  return {
    ...conversionEntries(calls, memory),
    describe: (handle: number) => calls.run(() => describe(calls, get(handle)), -1),
    ndim: about((tensor) => tensor.rank),
    dtype: about((tensor) => dtypeCode(tensor.dtype)),
    numel: about((tensor) => tensor.numel),
    item: about((tensor) => (tensor.numel === 1 && !tensor.complex ? itemOf(tensor) : undefined)),
    size: (handle: number, dim: number) => calls.run(() => sizeOf(get(handle), dim), undefined),
    stride: (handle: number, dim: number) =>
      calls.run(() => inElements(get(handle), get(handle).strides[dim] ?? 0), undefined),
    storage_offset: about((tensor) => inElements(tensor, tensor.offset)),
    is_contiguous: about((tensor) => tensor.isContiguous),
    requires_grad: about((tensor) => tensor.requiresGrad),
    set_requires_grad: (handle: number, flag: boolean) =>
      calls.run(() => setRequiresGrad(get(handle), flag), -1),
    is_leaf: about((tensor) => tensor.isLeaf),
    retains_grad: (handle: number) => get(handle).retainsGrad && !get(handle).isLeaf,
    retain_grad: (handle: number) => calls.run(() => retainGrad(get(handle)), -1),
    is_inference: about((tensor) => tensor.buffer.isInference),
    version: about((tensor) => versionOf(tensor)),
    data_ptr: about((tensor) => addressOf(tensor)),
    /** The same elements, without a history; `tracked`: the tape hears of what changes them in place. */
    data: (handle: number, tracked: boolean) =>
      calls.run(() => {
        const data = get(handle).alias();
        data.untracked = !tracked;
        return handles.give(data);
      }, -1),
    set_data: (handle: number, other: number) =>
      calls.run(() => {
        get(handle).takeData(get(other));
        return 0;
      }, -1),
    twin: (handle: number) => calls.run(() => handles.give(twinOf(get(handle))), -1),
    show_as: (handle: number, view: number) =>
      calls.run(() => {
        showAs(get(handle), get(view));
        return 0;
      }, -1),
    format: about((tensor) =>
      formatTensor(tensor, { requiresGrad: tensor.requiresGrad, gradFn: tensor.node?.name }),
    ),
    format_array: about(formatArray),
    format_array_text: about(formatArrayText),
    set_print_options: (changes: string) => setPrintOptions(JSON.parse(changes) as Partial<PrintOptions>),
    set_array_options: (changes: string) => setArrayOptions(JSON.parse(changes) as Partial<ArrayOptions>),
    set_default_dtype: (code: number) => setDefaultDType(DTYPES[code] ?? 'float32'),
    set_autocast: (code: number) => setAutocast(reducedFloat(code)),
  };
}

/** A distance in a buffer; a complex number is two of its elements. */
const inElements = ({ complex }: Tensor, distance: number): number => (complex ? distance / 2 : distance);

const reducedFloat = (code: number): ReducedFloat | null => {
  const dtype = DTYPES[code];
  return dtype !== undefined && isReduced(dtype) ? dtype : null;
};

function conversionEntries(calls: Calls, memory: () => PythonMemory): Record<string, BridgeFunction> {
  const { handles } = calls;
  return {
    from_memory: (address: number, count: number, code: number, requiresGrad: boolean, ...sizes: number[]) =>
      calls.run(() => {
        const dtype = DTYPES[code] ?? 'float32';
        const source = memory().HEAPF64.subarray(address >> 3, (address >> 3) + count);
        const elements = newElements(dtype, count);
        const convert = converter('float64', dtype);
        if (convert === null) elements.set(source);
        else for (let i = 0; i < count; i++) elements[i] = convert(source[i] as number);
        if (dtype === 'int64' && source.some((value) => Math.abs(value) >= 2 ** 53)) return TOO_LONG;
        const tensor = fromElements(elements, dtype, sizes);
        if (requiresGrad) setRequiresGrad(tensor, true);
        return handles.give(tensor);
      }, -1),
    /** The same of int64 values. */
    from_integers: (address: number, ...sizes: number[]) =>
      calls.run(() => {
        const values = new BigInt64Array(memory().HEAPU8.buffer, address, numel(sizes)).slice();
        return handles.give(new Tensor(fromBig(values, 'int64'), sizes));
      }, -1),
    is_wide: (handle: number) => handles.get(handle).buffer.wide !== null,
    to_integers: (handle: number, address: number) =>
      calls.run(() => {
        const values = bigElements(handles.get(handle));
        new BigInt64Array(memory().HEAPU8.buffer, address, values.length).set(values);
        return 0;
      }, -1),
    to_memory: (handle: number, address: number) =>
      calls.run(() => {
        memory().HEAPF64.set(toContiguous(handles.get(handle), 'float64'), address >> 3);
        return 0;
      }, -1),
  };
}

function describe(calls: Calls, tensor: Tensor): number {
  const flags =
    (tensor.requiresGrad ? REQUIRES_GRAD : 0) |
    (tensor.isLeaf ? IS_LEAF : 0) |
    (tensor.isContiguous ? CONTIGUOUS : 0) |
    (tensor.grad === null ? 0 : HAS_GRAD);
  const { handles } = calls;
  handles.write(NDIM, tensor.rank, dtypeCode(tensor.dtype), flags);
  handles.write(SIZES, ...tensor.shape);
  return 0;
}

function sizeOf(tensor: Tensor, dim: number): number {
  if (tensor.rank === 0) {
    throw new TorchError('IndexError', 'dimension specified as 0 but tensor has no dimensions');
  }
  return tensor.shape[wrapDimension(dim, tensor.rank)] as number;
}

function versionOf(tensor: Tensor): number {
  if (tensor.buffer.isInference) throw runtimeError('Inference tensors do not track version counter.');
  return tensor.buffer.version;
}

function setRequiresGrad(tensor: Tensor, flag: boolean): number {
  if (flag && tensor.buffer.isInference && !inferenceMode.isOn) {
    throw runtimeError(
      'Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.',
    );
  }
  if (flag && !isDifferentiable(tensor.dtype)) {
    throw new TorchError(
      'RuntimeError',
      'only Tensors of floating point and complex dtype can require gradients',
    );
  }
  if (!tensor.isLeaf && !flag) {
    throw new TorchError(
      'RuntimeError',
      'you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that ' +
        "doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  tensor.requiresGrad = flag;
  return 0;
}

function retainGrad(tensor: Tensor): number {
  if (!tensor.requiresGrad) {
    throw runtimeError("can't retain_grad on Tensor that has requires_grad=False");
  }
  if (tensor.isLeaf || tensor.retainsGrad) return 0;
  tensor.retainsGrad = true;
  (tensor.node as Node).watched.push(tensor);
  return 0;
}

const addresses = new WeakMap<object, number>();
let nextAddress = 0x10000;

/** A number that is the same for tensors that share memory from the same element on. */
function addressOf(tensor: Tensor): number {
  let base = addresses.get(tensor.buffer);
  if (base === undefined) {
    base = nextAddress;
    nextAddress += tensor.buffer.length * 8 + 64;
    addresses.set(tensor.buffer, base);
  }
  return base + tensor.offset * (tensor.buffer.read().BYTES_PER_ELEMENT || 1);
}
