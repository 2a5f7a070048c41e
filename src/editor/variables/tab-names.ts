/** Names of tabs for variables: readable, and each variable has its own. */

export class TabNames {
  /** Paths in the tree, by the names that they have got. */
  readonly #paths = new Map<string, string>();

  /** The same for the same path. @returns the path made plain; with a number where another one looks the same then */
  of(path: string): string {
    const plain = plainName(path);
    for (let number = 1; ; number++) {
      const name = number === 1 ? plain : `${plain} (${String(number)})`;
      if ((this.#paths.get(name) ?? path) !== path) continue;
      this.#paths.set(name, path);
      return name;
    }
  }
}

/** A path as the name of a file, which may hold little. */
const plainName = (path: string): string => path.replace(/[^\p{L}\p{N}_.[\]-]/gu, '_');
