/** What a positional argument of a call is called, as far as the document and the libraries tell. */

import { isNoise } from './importance.ts';
import type { Parameter } from './model.ts';
import type { OwnCallable, SourceNames } from './scope.ts';
import { isPythons, positionIn, signaturesOf } from './signatures.ts';

/** Where a literal stands among the positional arguments of a call. */
export interface Position {
  /** As it is written: `nn.Linear`, `w.normal_`, `.normal_` where what stands before the point is no name. */
  readonly callee: string;
  readonly index: number;
  /** Positional arguments of the call. */
  readonly count: number;
}

/** Python's own functions whose arguments are no choices of the learner; `range` is told of in signatures.ts. */
const BUILTINS = new Set(
  (
    'abs all any bin bool bytes chr complex dict divmod enumerate filter float format frozenset getattr hasattr hash hex id ' +
    'input int isinstance iter len list map max min next object oct open ord pow print repr reversed round set setattr slice ' +
    'sorted str sum super tuple type vars zip'
  ).split(' '),
);

/** Packages of which all that can be called is listed: what is not there takes no number of interest. */
const LISTED = new Set(['torch', 'numpy', 'd2l', 'matplotlib', 'pandas']);

/** Parameters of a tensor's methods that shape numbers rather than the tensor. */
const OF_TENSORS = new Set('mean std from to min max value exponent p sigma median lambd'.split(' '));

/** The names that a document binds, as the code of one of its blocks sees them. */
export class Scope {
  readonly #sources: readonly SourceNames[];
  readonly #found = new Map<string, string | OwnCallable | true | undefined>();

  /**
   * @param sources of a document's blocks, in order
   * @param index of the block: its own names come first, then those above it from below, then those below it
   */
  constructor(sources: readonly SourceNames[], index: number) {
    this.#sources = [...sources.slice(0, index + 1).reverse(), ...sources.slice(index + 1)];
  }

  /** The name of an argument, `arg1` where nothing is known of the callee; null: what shapes nothing. */
  nameOf({ callee, index, count }: Position, kind: Parameter['kind']): string | null {
    const parts = callee.split('.');
    const own = parts.length === 1 ? this.#callable(callee) : this.#method(parts.at(-1) ?? '');
    if (own !== undefined && !this.#isImported(parts)) {
      const signatures = this.#signaturesOfOwn(own);
      return signatures === undefined ? null : positionIn(signatures, index, count);
    }
    if (kind === 'string') return null;
    const found = this.#libraryPosition(parts, index, count);
    if (found !== undefined) return found;
    return kind === 'integer' || kind === 'float' ? `arg${String(index + 1)}` : null;
  }

  /** undefined: nothing is known of the callee. */
  #libraryPosition(parts: readonly string[], index: number, count: number): string | null | undefined {
    const [root = '', ...rest] = parts;
    const imported = this.#imported(root);
    if (imported === undefined && rest.length > 0) return tensorPosition(rest.at(-1) ?? '', index, count);
    const fullName = [imported ?? root, ...rest].join('.');
    const signatures = signaturesOf(fullName);
    if (signatures !== undefined) {
      const name = positionIn(signatures, index, count);
      return isPythons(fullName) || !isNoise(name ?? '') ? name : null;
    }
    const isListed = imported !== undefined && LISTED.has(packageOf(fullName));
    const isPlain = imported === undefined && (BUILTINS.has(root) || this.#isVariable(root));
    return isListed || isPlain ? null : undefined;
  }

  /** A class without an `__init__` is called as its base is. */
  #signaturesOfOwn({ parameters, bases }: OwnCallable, depth = 0): readonly string[] | undefined {
    if (parameters !== null) return [parameters.join(' ')];
    for (const base of depth < 8 ? bases : []) {
      const own = this.#callable(base);
      const [root = '', ...rest] = base.split('.');
      const library = signaturesOf([this.#imported(root) ?? root, ...rest].join('.'));
      const found = own === undefined ? library : this.#signaturesOfOwn(own, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `torch.normal` is no method of the document's, though one may have this name. */
  #isImported([root = '', ...rest]: readonly string[]): boolean {
    return rest.length > 0 && this.#imported(root) !== undefined;
  }

  #imported(root: string): string | undefined {
    return this.#first(`i ${root}`, ({ imports }) => imports.get(root));
  }

  #isVariable(name: string): boolean {
    return this.#first(`v ${name}`, ({ variables }) => variables.has(name) || undefined) ?? false;
  }

  #callable(name: string): OwnCallable | undefined {
    return this.#first(`c ${name}`, ({ callables }) => callables.get(name));
  }

  #method(name: string): OwnCallable | undefined {
    return this.#first(`m ${name}`, ({ methods }) => methods.get(name));
  }

  /** What the nearest source has, looked up once. */
  #first<T extends string | OwnCallable | true>(
    key: string,
    read: (names: SourceNames) => T | undefined,
  ): T | undefined {
    if (this.#found.has(key)) return this.#found.get(key) as T | undefined;
    let value: T | undefined;
    for (const names of this.#sources) {
      value = read(names);
      if (value !== undefined) break;
    }
    this.#found.set(key, value);
    return value;
  }
}

const packageOf = (fullName: string): string => fullName.replace(/\..*/, '');

/** An object of which nothing is known: its method is taken for a tensor's where that one shapes numbers. */
function tensorPosition(method: string, index: number, count: number): string | null {
  const signatures = signaturesOf(`torch.Tensor.${method}`);
  const name = signatures === undefined ? null : positionIn(signatures, index, count);
  return name !== null && OF_TENSORS.has(name) ? name : null;
}
