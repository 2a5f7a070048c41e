/** Reads operator schemas in the notation of PyTorch's own: `sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False) -> Tensor`. */

export type ArgumentType =
  'Tensor' | 'Scalar' | 'int' | 'float' | 'bool' | 'str' | 'ScalarType' | 'Generator';

/** `int[1]? dim=None`: an argument of an operator. */
export interface Argument {
  readonly name: string;
  readonly type: ArgumentType;
  readonly list: boolean;
  /** `int[2]`: a bare int stands for this many of itself; 0 for a list of any length. */
  readonly size: number;
  readonly optional: boolean;
  /** Source of the default as the schema spells it; undefined for a required argument. */
  readonly default: string | undefined;
  readonly keywordOnly: boolean;
}

/** `view` aliases an argument's storage, `inPlace` is the changed argument itself. */
export type ReturnKind = 'tensor' | 'view' | 'inPlace' | 'tensors' | 'value';

/** An operator: `text` as it was written, and its parts. */
export interface Schema {
  readonly text: string;
  readonly name: string;
  readonly overload: string;
  readonly arguments: readonly Argument[];
  readonly returns: ReturnKind;
  /** Names of the members of a named tuple (`values`, `indices`); empty otherwise. */
  readonly returnNames: readonly string[];
}

const ARGUMENT =
  /^(Tensor|Scalar|int|float|bool|str|ScalarType|Generator)(?:\([a-z]!?\))?(\[(\d*)\])?(\?)? (\w+)(?:=(.+))?$/;

/** @throws SyntaxError naming the schema when it does not follow the notation. */
export function parseSchema(text: string): Schema {
  const match = /^(\w+)(?:\.(\w+))?\((.*)\) -> (.+)$/.exec(text);
  if (!match) throw new SyntaxError(`not an operator schema: ${text}`);
  const [, name = '', overload = '', list = '', result = ''] = match;
  return {
    text,
    name,
    overload,
    arguments: readArguments(list, text),
    returns: returnKind(result),
    returnNames: returnNames(result),
  };
}

/** The name under which Python finds the overload. */
export function entryName(schema: Schema): string {
  return schema.overload === '' ? schema.name : `${schema.name}_${schema.overload}`;
}

function readArguments(list: string, text: string): Argument[] {
  const found: Argument[] = [];
  let keywordOnly = false;
  for (const part of splitTopLevel(list)) {
    if (part === '*') {
      keywordOnly = true;
      continue;
    }
    const match = ARGUMENT.exec(part);
    if (!match) throw new SyntaxError(`cannot read argument '${part}' of ${text}`);
    const [, type, brackets, size, optional, name = '', fallback] = match;
    found.push({
      name,
      type: type as ArgumentType,
      list: brackets !== undefined,
      size: Number(size ?? 0),
      optional: optional !== undefined,
      default: fallback,
      keywordOnly,
    });
  }
  return found;
}

/** Splits at commas outside brackets: a default may be `[0, 1]`. */
function splitTopLevel(list: string): string[] {
  const parts = list.split(/,\s*(?![^[(]*[\])])/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function returnKind(result: string): ReturnKind {
  if (result.startsWith('(') || result === 'Tensor[]' || result === 'Tensor(a)[]') return 'tensors';
  if (result === 'Tensor(a)') return 'view';
  if (result === 'Tensor(a!)') return 'inPlace';
  return result === 'Tensor' ? 'tensor' : 'value';
}

function returnNames(result: string): string[] {
  if (!result.startsWith('(')) return [];
  return [...result.matchAll(/Tensor(?:\([a-z]!?\))? (\w+)/g)].map((match) => match[1] ?? '');
}
