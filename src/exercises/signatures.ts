/** Names of the parameters of what can be called: the libraries' as the build wrote them down, and a few of Python's own. */

/**
 * By full name (`torch.nn.Linear`) one line for each way to call it: `in_features out_features bias`. A name that ends in `!`
 * takes only a tensor; `*size` takes any number of values.
 */
export type SignatureTable = Readonly<Record<string, readonly string[]>>;

const PYTHON: SignatureTable = {
  range: ['stop', 'start stop', 'start stop step'],
  'random.seed': ['seed'],
  'random.uniform': ['a b'],
  'random.gauss': ['mu sigma'],
  'random.randint': ['a b'],
};

/** Whether a function of Python's own has this full name: all of its parameters are worth turning. */
export function isPythons(fullName: string): boolean {
  return Object.hasOwn(PYTHON, fullName);
}

let read: () => string = () => '{}';
let table: SignatureTable | undefined;

/**
 * Tells how the libraries' signatures are read, as JSON: that happens when the first call is met. Without them positions have
 * numbers.
 */
export function provideSignatures(text: () => string): void {
  read = text;
  table = undefined;
}

function load(): SignatureTable {
  try {
    return JSON.parse(read()) as SignatureTable;
  } catch {
    // The build asks for parameters before it has written the list.
    return {};
  }
}

/** The ways to call what has this full name; undefined when nothing is known of it. */
export function signaturesOf(fullName: string): readonly string[] | undefined {
  table ??= load();
  if (isPythons(fullName)) return PYTHON[fullName];
  return Object.hasOwn(table, fullName) ? table[fullName] : undefined;
}

/**
 * The parameter that the value at `index` of `count` positional arguments is for, in the first way of calling that takes so
 * many and takes a number there; null when none does.
 */
export function positionIn(signatures: readonly string[], index: number, count: number): string | null {
  for (const line of signatures) {
    const words = line.split(' ');
    const last = words.at(-1) ?? '';
    const takesAny = last.startsWith('*');
    if (words.length < count && !takesAny) continue;
    const word = words[index] ?? (takesAny ? last : '');
    if (word !== '' && !word.endsWith('!')) return word.replace(/^\*/, '');
  }
  return null;
}
