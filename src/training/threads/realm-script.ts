/** The realm's script, with V8's code cache beside it: compiling it takes longer than loading what was compiled. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Context, Script } from 'node:vm';
import { codeCachePath, REALM_FILE } from './code-cache-file.ts';

export class RealmScript {
  readonly #script: Script;
  /** Whether there was a cache that this V8 takes. */
  readonly wasCached: boolean;

  /** @param folder the folder `engine` of the distribution */
  constructor(folder: string) {
    const script = path.join(folder, REALM_FILE);
    const cachedData = readCache(codeCachePath(script));
    const source = readFileSync(script, 'utf8');
    this.#script = new Script(source, { filename: REALM_FILE, ...(cachedData && { cachedData }) });
    this.wasCached = cachedData !== undefined && this.#script.cachedDataRejected === false;
  }

  /** The script's value in a context. */
  run(context: Context): unknown {
    return this.#script.runInContext(context);
  }

  /** What V8 has compiled by now. Asked when the realm has started, it is what a start needs. */
  compiledCode(): Uint8Array {
    return this.#script.createCachedData();
  }
}

function readCache(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
