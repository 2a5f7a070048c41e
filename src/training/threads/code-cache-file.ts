/** Where V8's code cache of the realm's script is. */
import { statSync } from 'node:fs';

export const REALM_FILE = 'realm.js';

/** V8 checks its own version and the source's length only, so the name tells the rest. @throws Error without the script */
export function codeCachePath(script: string): string {
  const { mtimeMs, size } = statSync(script);
  return `${script}.${process.versions.v8}-${size}-${Math.round(mtimeMs)}.cache`;
}
