/** Makes the Python entries of all declared operations: decodes their flattened arguments, runs them, encodes the result. */
import type { Declaration } from '../autograd/operation.ts';
import { entryName, type Argument, type Schema } from '../autograd/schema.ts';
import type { Scalar } from '../autograd/scalar.ts';
import { DTYPES } from '../backend/dtype.ts';
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

const SCALAR_DTYPES = ['bool', 'int64', 'float64'] as const;

/** Reads flattened arguments one after the other. */
class Reader {
  #at = 0;

  constructor(
    private readonly raw: readonly unknown[],
    private readonly context: OperationContext,
  ) {}

  argument(argument: Argument): unknown {
    if (argument.list) return this.#list(argument);
    switch (argument.type) {
      case 'Tensor':
        return this.#tensor();
      case 'Scalar':
        return this.#scalar();
      case 'ScalarType': {
        const code = this.#next() as number;
        return code < 0 ? null : (DTYPES[code] ?? null);
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
    return dtype === undefined ? null : { value: Number(value), dtype };
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
  if (schema.arguments.length === 1 && schema.arguments[0]?.type === 'Tensor' && !schema.arguments[0].list) {
    const one = apply as (self: Tensor) => unknown;
    return (handle: number) => calls.run(() => encode(one(calls.handles.get(handle))), failed, schema.name);
  }
  const call = apply as (...args: unknown[]) => unknown;
  return (...raw: unknown[]) =>
    calls.run(
      () => {
        const reader = new Reader(raw, context);
        return encode(call(...schema.arguments.map((argument) => reader.argument(argument))));
      },
      failed,
      schema.name,
    );
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
