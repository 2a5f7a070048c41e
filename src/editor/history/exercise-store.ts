/** What is known of exercises, across window reloads: in the workspace's storage, bounded by the number of exercises. */

/** The part of VS Code's `Memento` that is used. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What of a store a record uses. `exercise`: the URI of the document with the block's key. */
export interface Keeper<T> {
  load(exercise: string): T | undefined;
  /** undefined: nothing of the exercise is kept any more. */
  save(exercise: string, value: T | undefined): void;
}

/** What a store holds, and under which names. */
export interface Kind<T> {
  /** Key of the one entry that names the others, oldest use first. */
  readonly index: string;
  /** Begins the key of each exercise's entry. */
  readonly entry: string;
  /** Exercises kept; the one that was not saved for longest goes first. */
  readonly most: number;
  /** Made small enough to be written. */
  pack(value: T): T;
  /** undefined for what another version of the extension wrote. */
  read(value: unknown): T | undefined;
}

/** Milliseconds: runs that follow a moving control are written once. */
const WRITING_PAUSE = 400;

export class ExerciseStore<T> implements Keeper<T> {
  readonly #waiting = new Map<string, T | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly storage: Storage,
    private readonly kind: Kind<T>,
  ) {}

  load(exercise: string): T | undefined {
    if (this.#waiting.has(exercise)) return this.#waiting.get(exercise);
    return this.kind.read(this.storage.get(this.#keyOf(exercise)));
  }

  /** Exercises of which something is kept. */
  get exercises(): readonly string[] {
    const waiting = [...this.#waiting];
    const gone = new Set(waiting.flatMap(([name, value]) => (value === undefined ? [name] : [])));
    const there = waiting.flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const stored = readNames(this.storage.get(this.kind.index)).filter((name) => !gone.has(name));
    return [...new Set([...stored, ...there])];
  }

  /** A document, or all of a folder, is found at another URI now: what is kept of its exercises moves along. */
  move(from: string, to: string): void {
    for (const name of this.exercises) {
      if (!name.startsWith(`${from} `) && !name.startsWith(`${from}/`)) continue;
      const moved = `${to}${name.slice(from.length)}`;
      if (this.load(moved) === undefined) this.save(moved, this.load(name));
      this.save(name, undefined);
    }
  }

  save(exercise: string, value: T | undefined): void {
    this.#waiting.set(exercise, value);
    this.#timer ??= setTimeout(() => void this.flush(), WRITING_PAUSE);
  }

  /** Writes what waits; the promise resolves when the storage has it. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const writes = [...this.#waiting].map(([exercise, value]) => this.#write(exercise, value));
    this.#waiting.clear();
    return Promise.all(writes).then(() => undefined);
  }

  dispose(): void {
    void this.flush();
  }

  async #write(exercise: string, value: T | undefined): Promise<void> {
    const { index, most, pack } = this.kind;
    const others = readNames(this.storage.get(index)).filter((name) => name !== exercise);
    const names = value === undefined ? others : [...others, exercise];
    const surplus = names.splice(0, Math.max(0, names.length - most));
    const update = (key: string, entry: unknown): PromiseLike<void> => this.storage.update(key, entry);
    await Promise.all([
      update(index, names),
      update(this.#keyOf(exercise), value === undefined ? undefined : pack(value)),
      ...surplus.map((name) => update(this.#keyOf(name), undefined)),
    ]);
  }

  #keyOf(exercise: string): string {
    return `${this.kind.entry} ${exercise}`;
  }
}

function readNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
