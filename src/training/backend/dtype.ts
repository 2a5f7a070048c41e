/** PyTorch's element types, as far as the engine computes with them, and its promotion rules. */
import { runtimeError } from './error.ts';

export type DType =
  | 'bool'
  | 'uint8'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'float16'
  | 'bfloat16'
  | 'float32'
  | 'float64'
  | 'complex64'
  | 'complex128';

/** Ordered by code: the number by which Python names a dtype (decision 2). */
export const DTYPES: readonly DType[] = [
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
  'complex64',
  'complex128',
];

/** The floating-point types that are stored rounded and computed with as float32 (decision 33). */
export type ReducedFloat = 'float16' | 'bfloat16';

/** Pairs of floats: a tensor of them shows a buffer of such (tensor/complex.ts). */
export type ComplexType = 'complex64' | 'complex128';

/** How elements are held. int64 lives in float64 arrays, exact up to 2^53; reduced floats lie in float32 arrays. */
export type Elements = Float32Array | Float64Array | Uint8Array | Int8Array | Int16Array | Int32Array;

interface ElementsConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (memory: ArrayBufferLike, start: number, length: number): Elements;
}

interface DTypeTraits {
  readonly code: number;
  /** 0 bool, 1 integral, 2 floating, 3 complex: PyTorch promotes between categories first. */
  readonly category: 0 | 1 | 2 | 3;
  /** PyTorch's legacy name, used in messages: `Long`. */
  readonly legacy: string;
  /** What C++ calls it, used in messages too. */
  readonly cpp: string;
  readonly array: ElementsConstructor;
  readonly create: (length: number) => Elements;
}

/** Whether the run has met what few runs do, such as float16: until then no operation looks for it. */
export const rare = { inUse: false };

const rounded = (n: number): Elements => {
  rare.inUse = true;
  return new Float32Array(n);
};

/** Nobody makes elements of complex dtypes. */
const pairs: Pick<DTypeTraits, 'array' | 'create'> = {
  array: Float64Array,
  create: () => {
    throw new TypeError('complex numbers lie in buffers of floats');
  },
};

const TRAITS: Readonly<Record<DType, DTypeTraits>> = {
  bool: {
    code: 0,
    category: 0,
    legacy: 'Bool',
    cpp: 'bool',
    array: Uint8Array,
    create: (n) => new Uint8Array(n),
  },
  uint8: {
    code: 1,
    category: 1,
    legacy: 'Byte',
    cpp: 'unsigned char',
    array: Uint8Array,
    create: (n) => new Uint8Array(n),
  },
  int8: {
    code: 2,
    category: 1,
    legacy: 'Char',
    cpp: 'signed char',
    array: Int8Array,
    create: (n) => new Int8Array(n),
  },
  int16: {
    code: 3,
    category: 1,
    legacy: 'Short',
    cpp: 'short int',
    array: Int16Array,
    create: (n) => new Int16Array(n),
  },
  int32: {
    code: 4,
    category: 1,
    legacy: 'Int',
    cpp: 'int',
    array: Int32Array,
    create: (n) => new Int32Array(n),
  },
  int64: {
    code: 5,
    category: 1,
    legacy: 'Long',
    cpp: 'long int',
    array: Float64Array,
    create: (n) => new Float64Array(n),
  },
  float16: { code: 6, category: 2, legacy: 'Half', cpp: 'c10::Half', array: Float32Array, create: rounded },
  bfloat16: {
    code: 7,
    category: 2,
    legacy: 'BFloat16',
    cpp: 'c10::BFloat16',
    array: Float32Array,
    create: rounded,
  },
  float32: {
    code: 8,
    category: 2,
    legacy: 'Float',
    cpp: 'float',
    array: Float32Array,
    create: (n) => new Float32Array(n),
  },
  float64: {
    code: 9,
    category: 2,
    legacy: 'Double',
    cpp: 'double',
    array: Float64Array,
    create: (n) => new Float64Array(n),
  },
  complex64: { code: 10, category: 3, legacy: 'ComplexFloat', cpp: 'c10::complex<float>', ...pairs },
  complex128: { code: 11, category: 3, legacy: 'ComplexDouble', cpp: 'c10::complex<double>', ...pairs },
};

/** The dtype of complex numbers whose parts have this one. @throws TorchError for reduced floats */
export function complexOf(dtype: DType): ComplexType {
  if (isReduced(dtype)) throw runtimeError(`D2L Exercises has no complex numbers of ${dtype}`);
  return dtype === 'float64' || dtype === 'complex128' ? 'complex128' : 'complex64';
}

/** The dtype of a complex dtype's parts, and of absolute values; others are their own. */
export function partsOf(dtype: DType): DType {
  if (dtype === 'complex64') return 'float32';
  return dtype === 'complex128' ? 'float64' : dtype;
}

export const isComplex = (dtype: DType): dtype is ComplexType => TRAITS[dtype].category === 3;
/** Whether tensors of the dtype can require gradients. */
export const isDifferentiable = (dtype: DType): boolean => TRAITS[dtype].category >= 2;

export const dtypeCode = (dtype: DType): number => TRAITS[dtype].code;
export const legacyName = (dtype: DType): string => TRAITS[dtype].legacy;
export const cppName = (dtype: DType): string => TRAITS[dtype].cpp;
export const isFloating = (dtype: DType): boolean => TRAITS[dtype].category === 2;
/** Whether the dtype is stored rounded and computed with as float32. */
export const isReduced = (dtype: DType): dtype is ReducedFloat => dtype === 'float16' || dtype === 'bfloat16';
export const newElements = (dtype: DType, length: number): Elements => TRAITS[dtype].create(length);

/** Bytes of one element. */
export const elementSize = (dtype: DType): number => TRAITS[dtype].array.BYTES_PER_ELEMENT;

/** The `length` elements that begin at a byte of `memory`. */
export const viewOf = (dtype: DType, memory: ArrayBufferLike, start: number, length: number): Elements =>
  new TRAITS[dtype].array(memory, start, length);

let defaultDType: DType = 'float32';
/** The dtype of floating-point results that no operand determines (`torch.get_default_dtype()`). */
export const getDefaultDType = (): DType => defaultDType;
export const setDefaultDType = (dtype: DType): void => {
  defaultDType = dtype;
};

/** An operand's part in promotion: 0 a dimensioned tensor, 1 a zero-dimensional tensor, 2 a Python number. */
export type Priority = 0 | 1 | 2;

/** PyTorch's `promote_types` for two dtypes of equal priority. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const high = TRAITS[a].code >= TRAITS[b].code ? a : b;
  const low = high === a ? b : a;
  if (high === 'complex64' && low === 'float64') return 'complex128';
  if (low === 'uint8' && high === 'int8') return 'int16';
  return low === 'float16' && high === 'bfloat16' ? 'float32' : high;
}

/**
 * PyTorch's `result_type`: an operand of lower priority counts only when its category is higher than that of all
 * operands above it (https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc).
 */
export function resultType(a: DType, priorityA: Priority, b: DType, priorityB: Priority): DType {
  if (a === b) return a;
  if (priorityA === priorityB) return promoteTypes(a, b);
  const [strong, weak] = priorityA < priorityB ? [a, b] : [b, a];
  if (TRAITS[weak].category <= TRAITS[strong].category) return strong;
  const weakIsNumber = Math.max(priorityA, priorityB) === 2;
  if (isComplex(weak)) {
    if (isFloating(strong)) return complexOf(strong);
    return weakIsNumber ? complexOf(defaultDType) : weak;
  }
  return weakIsNumber && isFloating(weak) ? defaultDType : weak;
}

/** The dtype of a mathematical function's result: integers and bools become the default floating dtype. */
export const floatingType = (dtype: DType): DType => (isDifferentiable(dtype) ? dtype : defaultDType);

/** The dtype of a sum: integers and bools accumulate in int64. */
export const accumulationType = (dtype: DType): DType => (isDifferentiable(dtype) ? dtype : 'int64');

/** Whether PyTorch lets a result of type `from` be written into a tensor of type `to`. */
export const canCast = (from: DType, to: DType): boolean => TRAITS[from].category <= TRAITS[to].category;
