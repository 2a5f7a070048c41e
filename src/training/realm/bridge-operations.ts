/**
 * Makes the Python entries of all declared operations: decodes their flattened arguments, runs them, encodes the result.
 * A call may leave out, from the end, what has a default in the schema.
 */
import { defaultOf } from '../autograd/defaults.ts';
import type { Declaration } from '../autograd/operation.ts';
import { entryName, type Argument, type Schema } from '../autograd/schema.ts';
import { complexScalar, exactScalar, type Scalar } from '../autograd/scalar.ts';
import { DTYPES, isComplex, rare } from '../backend/dtype.ts';
import { TorchError } from '../backend/error.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Generator } from '../tensor/generator.ts';
import type { Calls } from './bridge-calls.ts';
import type { BridgeFunction } from './host.ts';

export interface OperationContext {
  readonly calls: Calls;
  readonly generator: (handle: number) => Generator;
  /** Several results, fetched one by one with `result(i)`. */
  readonly results: (Tensor | null)[];
}

const SCALAR_DTYPES = ['bool', 'int64', 'float64', 'complex128'] as const;

/** @throws TorchError for an integer of more than 64 bits */
function scalarOf(value: unknown, dtype: Scalar['dtype']): Scalar {
  if (typeof value === 'string') return complexScalar(value);
  if (typeof value !== 'bigint') return { value: Number(value), dtype };
  if (value >= 2n ** 64n || value < -(2n ** 63n))
    throw new TorchError('OverflowError', 'int too big to convert');
  return exactScalar(BigInt.asIntN(64, value));
}

/** Reads flattened arguments one after the other. */
class Reader {
  #at = 0;

  constructor(
    private readonly raw: readonly unknown[],
    private readonly context: OperationContext,
  ) {}

  /** @param fallback its value where the call ends before it; undefined: it must be given */
  argument(argument: Argument, fallback: unknown): unknown {
    if (this.#at >= this.raw.length && fallback !== undefined)
      return argument.type === 'Generator' ? this.context.generator(0) : fallback;
    if (argument.list) return this.#list(argument);
    switch (argument.type) {
      case 'Tensor':
        return this.#tensor();
      case 'Scalar':
        return this.#scalar();
      case 'ScalarType': {
        const code = this.#next() as number;
        const dtype = code < 0 ? null : (DTYPES[code] ?? null);
        if (dtype !== null && isComplex(dtype)) rare.inUse = true;
        return dtype;
      }
      case 'Generator':
        return this.context.generator(this.#next() as number);
      default:
        return this.#next() ?? null;
    }
  }

  #next(): unknown {
    return this.raw[this.#at++];
  }

  #tensor(): Tensor | null {
    const handle = this.#next() as number;
    return handle === 0 ? null : this.context.calls.handles.get(handle);
  }

  #scalar(): Scalar | null {
    const value = this.#next();
    const kind = this.#next() as number;
    const dtype = SCALAR_DTYPES[kind];
    return dtype === undefined ? null : scalarOf(value, dtype);
  }

  #list(argument: Argument): unknown {
    const count = this.#next() as number;
    if (count < 0) return null;
    return Array.from({ length: count }, () => (argument.type === 'Tensor' ? this.#tensor() : this.#next()));
  }
}

/** The entry of an operation, by name, and that of its in-place form where there is one. */
export function operationEntries(
  declaration: Declaration,
  context: OperationContext,
): [name: string, entry: BridgeFunction][] {
  const { schema, apply, applyInPlace } = declaration;
  const entries: [string, BridgeFunction][] = [[entryName(schema), entryOf(schema, apply, context)]];
  if (applyInPlace !== null) {
    const inPlace: Schema = { ...schema, name: `${schema.name}_`, returns: 'inPlace' };
    entries.push([entryName(inPlace), entryOf(inPlace, applyInPlace, context)]);
  }
  return entries;
}

type Apply = (...args: never[]) => unknown;

function entryOf(schema: Schema, apply: Apply, context: OperationContext): BridgeFunction {
  const { calls } = context;
  const failed = schema.returns === 'value' ? undefined : -1;
  const encode = encoder(schema, context);
  const call = apply as (...args: unknown[]) => unknown;
  const defaults = schema.arguments.map(defaultOf);
  const decoded = (...raw: unknown[]): unknown =>
    calls.run(
      () => {
        const reader = new Reader(raw, context);
        return encode(call(...schema.arguments.map((argument, i) => reader.argument(argument, defaults[i]))));
      },
      failed,
      schema.name,
    );
  return leanEntry(schema, { apply, encode, failed, calls, decoded }) ?? decoded;
}

interface LeanParts {
  readonly apply: Apply;
  readonly encode: (result: unknown) => unknown;
  readonly failed: -1 | undefined;
  readonly calls: Calls;
  /** The entry for any arguments. */
  readonly decoded: (...raw: unknown[]) => unknown;
}

/**
 * What a training step spends its time on goes without any decoding: a call with a tensor, two of them, or a tensor and a
 * number, all else left out. Null where the operation cannot be called like that.
 */
function leanEntry(
  schema: Schema,
  { apply, encode, failed, calls, decoded }: LeanParts,
): BridgeFunction | null {
  const { handles } = calls;
  switch (leanForm(schema)) {
    case 'Tensor': {
      const of = apply as (self: Tensor) => unknown;
      return (self: number, ...rest: unknown[]) =>
        rest.length > 0
          ? decoded(self, ...rest)
          : calls.run(() => encode(of(handles.get(self))), failed, schema.name);
    }
    case 'Tensor Tensor': {
      const of = apply as (self: Tensor, other: Tensor) => unknown;
      return (self: number, other: number, ...rest: unknown[]) =>
        rest.length > 0 || other === undefined
          ? decoded(self, other, ...rest)
          : calls.run(() => encode(of(handles.get(self), handles.get(other))), failed, schema.name);
    }
    case 'Tensor Scalar': {
      const of = apply as (self: Tensor, other: Scalar) => unknown;
      return (self: number, value: unknown, kind: number, ...rest: unknown[]) => {
        const dtype = SCALAR_DTYPES[kind];
        return rest.length > 0 || dtype === undefined
          ? decoded(self, value, kind, ...rest)
          : calls.run(() => encode(of(handles.get(self), scalarOf(value, dtype))), failed, schema.name);
      };
    }
    default:
      return null;
  }
}

/** The types of the arguments that must be given; null where one of the others is more than a default. */
function leanForm({ arguments: declared }: Schema): string | null {
  const must = declared.filter(({ default: fallback, optional }) => fallback === undefined && !optional);
  const isPlain = must.every(({ list }, i) => !list && must[i] === declared[i]);
  if (!isPlain || declared.some(({ type }) => type === 'Generator')) return null;
  return must.map(({ type }) => type).join(' ');
}

function encoder(schema: Schema, context: OperationContext): (result: unknown) => unknown {
  const { handles } = context.calls;
  switch (schema.returns) {
    case 'value':
      return (result) => result;
    case 'inPlace':
      return () => 0;
    case 'tensors':
      return (result) => keepResults(result as readonly (Tensor | null)[], context);
    default:
      return (result) => handles.give(result as Tensor);
  }
}

/** Keeps several results until Python has fetched them; returns their number. */
export function keepResults(tensors: readonly (Tensor | null)[], context: OperationContext): number {
  for (const tensor of tensors) tensor?.retain();
  for (const old of context.results) old?.release();
  context.results.splice(0, Infinity, ...tensors);
  return tensors.length;
}
