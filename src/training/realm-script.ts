/** The realm's script, with V8's code cache beside it: compiling it takes longer than loading what was compiled. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Script } from 'node:vm';

const FILE = 'realm.js';

export class RealmScript {
  readonly #script: Script;
  readonly #cache: string;
  readonly #cached: boolean;

  /** @param folder the folder `engine` of the distribution */
  constructor(folder: string) {
    const path = join(folder, FILE);
    this.#cache = cachePath(path);
    const cachedData = readCache(this.#cache);
    const source = readFileSync(path, 'utf8');
    this.#script = new Script(source, { filename: FILE, ...(cachedData && { cachedData }) });
    this.#cached = cachedData !== undefined && this.#script.cachedDataRejected === false;
  }

  /** The script's value in a context. */
  run(context: Context): unknown {
    return this.#script.runInContext(context);
  }

  /** Call it when the realm has started: what is compiled by then is what a start needs. */
  keepCompiledCode(): void {
    if (this.#cached) return;
    try {
      const draft = `${this.#cache}.${process.pid}`;
      writeFileSync(draft, this.#script.createCachedData());
      renameSync(draft, this.#cache);
    } catch {
      // A folder that cannot be written to only means that the next start compiles again.
    }
  }
}

/** V8 checks its own version and the source's length only, so the name tells the rest. */
function cachePath(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${path}.${process.versions.v8}-${size}-${Math.round(mtimeMs)}.cache`;
}

function readCache(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
