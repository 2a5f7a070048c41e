/** How an operation is declared: its schema, what it computes, its gradient. Everything else follows from that. */
import { isDifferentiable, rare, type DType } from '../backend/dtype.ts';
import { Tensor } from '../tensor/tensor.ts';
import { tensorsOf, wantsGradient } from './argument-tensors.ts';
import { autocast, insideOperation } from './autocast.ts';
import { formFor, type Form } from './complex-forms.ts';
import { completer, type CallArguments } from './defaults.ts';
import { inPlaceForm } from './in-place.ts';
import { KEPT } from './tape/kept.ts';
import { refreshView } from './tape/history.ts';
import { isRecording, setRecording } from './tape/mode.ts';
import { edgeTo, Node, nodesMade, type Gradient, type Part, type SecondBackward } from './tape/node.ts';
import { operandCheck, type Restriction } from './operand-dtypes.ts';
import { inFloat32 } from './reduced.ts';
import { exactly } from './wide-integers.ts';
import { SavedTensor } from './tape/saved.ts';
import { entryName, parseSchema, type Schema } from './schema.ts';

/** What an operation takes and gives, as TypeScript sees it; lists are arrays, absent optionals null. */
export type Value = Tensor | number | boolean | string | null | readonly Value[] | object;

/** What is written of an operation. */
export interface Definition<A extends readonly never[] | readonly unknown[], R> {
  /**
   * Computes the result with the tape at rest; with `composite`, in operations that are recorded one by one instead
   * of this one.
   */
  readonly forward: (...args: A) => R;
  readonly composite?: true;
  /** Absent: the result has no gradient. */
  readonly gradient?: Gradient;
  /** How many of the results are given out: the others are only for the gradient, which reads them as saved results. */
  readonly visible?: number;
  /** Of a view with one input: where in the input's gradient its own goes, so that parts add up in one tensor. */
  readonly part?: Part;
  /**
   * What the gradient reads by `node.savedTensor(i)`: arguments by name (a list one by one), `result`, or `result1` for the
   * second of several results.
   */
  readonly saves?: readonly string[];
  /** What a second backward pass does, where PyTorch's node keeps tensors and this one has no need of any, or the reverse. */
  readonly secondBackward?: SecondBackward;
  /**
   * The node's name as PyTorch prints it, with or without the usual `Backward0`; else made from the operation's. The last
   * node of a composite takes it over.
   */
  readonly node?: string;
  /** The dtypes that PyTorch's kernel takes, and its error for others; absent: all of them. */
  readonly dtypes?: Restriction;
  /** Whether `name_` exists, which writes the result into `self`. */
  readonly inPlace?: true;
  /** Writes the result into `self` at once where the tape is at rest; false when it cannot. */
  readonly into?: (...args: A) => boolean;
  /** Whether it computes with complex tensors itself; else a form of its says how (complex-forms.ts). */
  readonly complex?: true;
  /** Where Python finds it: as a function, a method, both (the default), only as the method `name_`, or nowhere. */
  readonly variants?: 'function' | 'method' | 'both' | 'inPlace' | 'internal';
  /** Further names of the same in Python; those of an in-place form end in `_` too. One overload says it for all. */
  readonly aliases?: readonly string[];
  /** Whether a Python number may stand for any of its tensors, or for all `but one`. One overload says it for all. */
  readonly takesNumbers?: true | 'but one';
  /** Whether the function takes its list of tensors one by one as well. */
  readonly variadic?: true;
  /** Whether the function takes `out=`: by default each does that returns one new tensor. */
  readonly out?: false;
  /** The Python module of the function; `torch` when absent. */
  readonly namespace?: 'torch' | 'nn.functional' | 'linalg' | 'special' | 'fft';
  /** One or two sentences for `help()`: shapes, dtypes, what it computes. */
  readonly doc?: string;
}

/** What becomes of it: all that the bridge and the generators of Python need. */
export interface Declaration {
  readonly schema: Schema;
  readonly definition: Definition<readonly never[], unknown>;
  /** Computes the operation and records it. */
  readonly apply: (...args: never[]) => unknown;
  /** The in-place form, where there is one: changes its first argument and returns it. */
  readonly applyInPlace: ((...args: never[]) => Tensor) | null;
}

const registry = new Map<string, Declaration>();

/** All declared operations by the name of their Python entry. */
export const declarations: ReadonlyMap<string, Declaration> = registry;

/**
 * Declares an operation and returns it as a function. Its callers may leave out, from the end, what has a default in the
 * schema, and write a plain number for a Python float.
 *
 * @throws Error when the schema is not understood or its entry exists
 */
export function operation<const Text extends string, A extends readonly unknown[], R>(
  text: Text,
  definition: Definition<A, R>,
): (...args: CallArguments<Text, A>) => R {
  const schema = parseSchema(text);
  const complete = completer(schema);
  const entry = entryName(schema);
  if (registry.has(entry)) throw new Error(`operation ${entry} is declared twice`);
  const keep = keeper(schema, definition);
  const record = recorder(schema, definition, keep);
  const checkOperands = operandCheck(definition.dtypes);
  const { visible, forward } = definition;
  const exact = exactly(schema, (args) => forward(...(args as unknown as A)));
  const ofRare = inFloat32(schema, exact);
  const compute = (args: A): R =>
    rare.inUse ? (insideOperation(() => ofRare(args)) as R) : forward(...args);
  const givenOut = (all: R): R =>
    visible === undefined ? all : ((all as readonly Tensor[]).slice(0, visible) as R);
  const named = definition.composite === true ? {} : { node: definition.node ?? nodeName(schema.name) };
  const formOf = (args: A): Form | null =>
    definition.complex === true ? null : formFor(schema, definition, args, apply);
  const keepsResult = definition.saves?.includes('result') === true;
  const apply = (...given: unknown[]): R => {
    if (complete !== null) complete(given);
    const args = (rare.inUse ? autocast(schema.name, given, cast) : given) as unknown as A;
    const form = rare.inUse ? formOf(args) : null;
    if (form !== null) return compose({ ...definition, ...named }, args, (all) => form(...all) as R, keep);
    if (checkOperands !== null) checkOperands(args);
    if (definition.composite === true)
      return compose(definition, args, rare.inUse ? (exact as (args: A) => R) : null, keep);
    if (!wantsGradient(args)) return givenOut(compute(args));
    const before = setRecording(false);
    try {
      const all = compute(args);
      const result = givenOut(all);
      record(args, result, all);
      return result;
    } finally {
      setRecording(before);
    }
  };
  const applyInPlace =
    definition.inPlace === true
      ? inPlaceForm(definition.into, keepsResult, apply, complete, checkOperands)
      : null;
  registry.set(entry, {
    schema,
    definition: definition as unknown as Declaration['definition'],
    apply,
    applyInPlace,
  });
  return apply as (...args: CallArguments<Text, A>) => R;
}

/** A tensor as another dtype, on the tape. */
const cast = (tensor: Tensor, dtype: DType): Tensor =>
  (registry.get('_to_copy')?.apply as (self: Tensor, dtype: DType) => Tensor)(tensor, dtype);

/** Makes the function that hangs a node on a result. */
function recorder<A extends readonly unknown[], R>(
  schema: Schema,
  definition: Definition<A, R>,
  keep: Keeper<A, R> | null,
): (args: A, result: R, all: R) => void {
  const { gradient, part = null, saves = [], secondBackward = null } = definition;
  const name = fullName(definition.node ?? nodeName(schema.name));
  const positions = positionsOf(schema, saves);
  return (args, result, all) => {
    if (gradient === undefined) return;
    const results = result instanceof Tensor ? [result] : tensorsOf([result]);
    const inputs = tensorsOf(args);
    for (const input of inputs) refreshView(input);
    const saved: SavedTensor[] = [];
    for (const position of positions) {
      const value = args[position];
      if (position < 0) saved.push(...savedResult(tensorsOf([all])[-1 - position], results));
      else if (value instanceof Tensor) saved.push(new SavedTensor(value, false));
      else for (const tensor of tensorsOf([value])) saved.push(new SavedTensor(tensor, false));
    }
    const node = new Node(
      name,
      inputs.map(edgeTo),
      inputs,
      results,
      gradient,
      saved,
      args,
      part,
      secondBackward,
    );
    results.forEach((tensor, i) => setNode(tensor, node.retain(), i));
    if (keep !== null && isOperationItself) node.keep(keep(args, result));
    node.release();
  };
}

/** Places among the arguments; of results -1, -2 and so on. */
function positionsOf(schema: Schema, names: readonly string[]): readonly number[] {
  return names.map((name) => {
    const result = /^result(\d*)$/.exec(name);
    if (result !== null) return -1 - Number(result[1]);
    const position = schema.arguments.findIndex((argument) => argument.name === name);
    if (position < 0) throw new Error(`${schema.text} saves unknown '${name}'`);
    return position;
  });
}

/** Whether what is recorded is an operation of PyTorch's too; false for the parts of a composite that is one there. */
let isOperationItself = true;

/** What PyTorch's node keeps and the gradient here does not read. */
type Keeper<A extends readonly unknown[], R> = (args: A, result: R) => readonly SavedTensor[];

/** Null for a node that keeps nothing besides. */
function keeper<A extends readonly unknown[], R>(
  schema: Schema,
  { node: name, saves = [] }: Definition<A, R>,
): Keeper<A, R> | null {
  const kept = KEPT[fullName(name ?? nodeName(schema.name))] ?? [];
  const known = (each: string): boolean =>
    each.startsWith('result') || schema.arguments.some((argument) => argument.name === each);
  const positions = positionsOf(
    schema,
    kept.filter((each) => known(each) && !saves.includes(each)),
  );
  if (positions.length === 0) return null;
  return (args, result) =>
    positions.flatMap((position) => {
      const isResult = position < 0;
      const tensor = isResult ? tensorsOf([result])[-1 - position] : args[position];
      if (!(tensor instanceof Tensor)) return [];
      return [new SavedTensor(tensor, isResult && isDifferentiable(tensor.dtype))];
    });
}

/** None where the result was not needed. What never gets the node, as indices, is saved as an argument is. */
function savedResult(result: Tensor | undefined, givenOut: readonly Tensor[]): SavedTensor[] {
  if (result === undefined) return [];
  const hasNode = isDifferentiable(result.dtype) && givenOut.includes(result);
  return [new SavedTensor(result, hasNode)];
}

/** Hangs `node` on its output; takes over one reference. Integer outputs (indices) stay outside the tape. */
export function setNode(tensor: Tensor, node: Node, output: number): void {
  if (!isDifferentiable(tensor.dtype)) {
    node.release();
    return;
  }
  tensor.requiresGrad = true;
  tensor.node = node;
  tensor.output = output;
  tensor.nodeVersion = tensor.buffer.version;
}

/**
 * Runs a composite; its last node is called as PyTorch calls the whole, where that is one operation there, and keeps what
 * PyTorch's keeps.
 */
function compose<A extends readonly unknown[], R>(
  definition: Definition<A, R>,
  args: A,
  forward: ((args: A) => R) | null,
  keep: Keeper<A, R> | null,
): R {
  const made = nodesMade();
  const before = isOperationItself;
  isOperationItself &&= definition.node === undefined;
  let result: R;
  try {
    result = forward === null ? definition.forward(...args) : forward(args);
  } finally {
    isOperationItself = before;
  }
  if (definition.node !== undefined && isRecording()) {
    for (const tensor of tensorsOf([result])) {
      const isOwn = !args.includes(tensor);
      if (!(tensor.node instanceof Node) || !isOwn) continue;
      tensor.node.stands(fullName(definition.node), made);
      if (keep !== null && isOperationItself) tensor.node.keep(keep(args, result));
    }
  }
  return result;
}

/** `Mul` -> `MulBackward0`; a name that says `Backward` is complete. */
const fullName = (name: string): string => (name.includes('Backward') ? name : `${name}Backward0`);

/** `relu` -> `Relu`, `log_softmax` -> `LogSoftmax`. */
function nodeName(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/\d[a-z]/g, (pair) => pair.toUpperCase());
}
