/** What the engine's Python modules offer, as the build wrote it to `dist/language/names.json`. */

/** One way to call something. */
export interface Form {
  /** In Python's notation: `dim: int`, `*`, `keepdim: bool = False`. */
  readonly parameters: readonly string[];
  /** Full name of the result's type; empty where it is not certain. */
  readonly result: string;
}

export interface NameEntry {
  readonly kind: 'module' | 'class' | 'function' | 'attribute' | 'value';
  /** The docstring. */
  readonly doc: string;
  readonly forms?: readonly Form[];
  /** Full name of a value's type; empty where it is not certain. */
  readonly type?: string;
  /** Full name of the module or class that the name stands for. */
  readonly module?: string;
  readonly class?: string;
  /** Of a method that is called without an object. */
  readonly static?: true;
}

export type Members = Readonly<Record<string, NameEntry>>;

/** Modules and classes by their full names. */
export interface NameTable {
  readonly modules: Readonly<Record<string, Members>>;
  readonly classes: Readonly<
    Record<string, { readonly bases: readonly string[]; readonly members: Members }>
  >;
}

export const TENSOR = 'torch.Tensor';

export class Names {
  constructor(private readonly table: NameTable) {}

  isModule(name: string): boolean {
    return Object.hasOwn(this.table.modules, name);
  }

  isClass(name: string): boolean {
    return Object.hasOwn(this.table.classes, name);
  }

  /** The first parts of the modules' names: `torch`, `numpy`. */
  get packages(): readonly string[] {
    return Object.keys(this.table.modules).filter((name) => !name.includes('.'));
  }

  /** Everything a module or class has, a class's bases included. */
  membersOf(owner: string): ReadonlyMap<string, NameEntry> {
    const found = new Map<string, NameEntry>();
    for (const members of this.#layersOf(owner)) {
      for (const [name, entry] of Object.entries(members)) if (!found.has(name)) found.set(name, entry);
    }
    return found;
  }

  member(owner: string, name: string): NameEntry | undefined {
    return this.#layersOf(owner).find((members) => Object.hasOwn(members, name))?.[name];
  }

  #layersOf(owner: string): readonly Members[] {
    const { modules, classes } = this.table;
    if (this.isModule(owner)) return [modules[owner] ?? {}];
    if (!this.isClass(owner)) return [];
    return [owner, ...(classes[owner]?.bases ?? [])].map((name) => classes[name]?.members ?? {});
  }
}
