/** What an operation's callers may leave out or write plainly: defaults as the schema has them, and numbers. */
import { floatScalar, intScalar, type Scalar } from './scalar.ts';
import type { Argument, Schema } from './schema.ts';

/** How many arguments a schema wants: those before the first that has a default. Unknown of a schema that is put together. */
type Wanted<Text extends string> = string extends Text
  ? null
  : Text extends `${string}(${infer List}) -> ${string}`
    ? Count<List, []>
    : null;

type Count<List extends string, Seen extends unknown[]> = List extends `${infer First}, ${infer Rest}`
  ? First extends `${string}=${string}`
    ? Seen['length']
    : Count<Rest, First extends '*' ? Seen : [...Seen, unknown]>
  : List extends `${string}=${string}` | ''
    ? Seen['length']
    : [...Seen, unknown]['length'];

/** Where the operation takes a Python number, a number of ours stands for a float. */
type Plain<Arg> = Scalar extends Arg ? Arg | number : Arg;
type PlainAll<A extends readonly unknown[]> = { [I in keyof A]: Plain<A[I]> };

type OptionalFrom<A extends readonly unknown[], N, Seen extends unknown[] = []> = Seen['length'] extends N
  ? Partial<A>
  : A extends readonly [infer First, ...infer Rest]
    ? [First, ...OptionalFrom<Rest, N, [...Seen, unknown]>]
    : A;

/** The arguments with which an operation of schema `Text` is called: those with a default may be left out at the end. */
export type CallArguments<Text extends string, A extends readonly unknown[]> =
  Wanted<Text> extends number ? OptionalFrom<PlainAll<A>, Wanted<Text>> : PlainAll<A>;

/** The value of an argument that is left out; undefined where it must be given. */
export function defaultOf({ default: written, optional, type, list, size }: Argument): unknown {
  const source = written ?? (optional ? 'None' : undefined);
  if (source === undefined) return undefined;
  if (source === 'None') return null;
  if (source === 'True' || source === 'False') return source === 'True';
  if (type === 'str') return source.replaceAll(/['"]/g, '');
  if (list) return listOf(source, size);
  const value = numberOf(source);
  if (type !== 'Scalar') return value;
  return /[.en]/.test(source) ? floatScalar(value) : intScalar(value);
}

/** `inf` is a number of schemas too. */
const numberOf = (source: string): number => Number(source.replace('inf', 'Infinity'));

function listOf(source: string, size: number): readonly number[] {
  if (source.startsWith('[')) return JSON.parse(source) as number[];
  return new Array<number>(size).fill(Number(source));
}

/** Makes the function that completes the arguments of a call in place; null where there is nothing to complete. */
export function completer({ arguments: declared, text }: Schema): ((args: unknown[]) => void) | null {
  const defaults = declared.map(defaultOf);
  const scalars = declared.flatMap(({ type, list }, i) => (type === 'Scalar' && !list ? [i] : []));
  if (scalars.length === 0 && !defaults.some((value) => value !== undefined)) return null;
  return (args) => {
    for (let i = args.length; i < defaults.length; i++) {
      if (defaults[i] === undefined) throw new TypeError(`${text} is called without ${declared[i]?.name}`);
      args.push(defaults[i]);
    }
    for (const i of scalars) if (typeof args[i] === 'number') args[i] = floatScalar(args[i]);
  };
}
