/**
 * Names for the JavaScript objects that Python holds, so that a memory snapshot of one realm can be connected with those
 * of another: the modules given to Python, and their functions.
 */

/** The JavaScript modules that Python may import, by name. */
export type PythonModules = Readonly<Record<string, object>>;

export class References {
  readonly #names = new Map<unknown, string>();
  readonly #objects = new Map<string, object>();

  constructor(modules: PythonModules) {
    for (const [name, module] of Object.entries(modules)) {
      this.#add(name, module);
      for (const [member, value] of Object.entries(module)) {
        if (typeof value === 'function') this.#add(`${name}.${member}`, value as object);
      }
    }
  }

  /** @throws Error for an object that is neither a module nor a function of one */
  nameOf(object: unknown): string {
    const name = this.#names.get(object);
    if (name === undefined) throw new Error('Python holds a JavaScript object that has no name');
    return name;
  }

  /** @throws Error when no object has the name, as in a snapshot of another build */
  find(name: string): object {
    const object = this.#objects.get(name);
    if (object === undefined) throw new Error(`there is no ${name}`);
    return object;
  }

  #add(name: string, object: object): void {
    this.#names.set(object, name);
    this.#objects.set(name, object);
  }
}
