/** In the place of `code-cache.ts`: a browser keeps what it has compiled of a script by itself. */

export function makeCodeCache(_options: unknown): Promise<void> {
  return Promise.resolve();
}
