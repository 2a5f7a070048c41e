/** In the place of `python-extension.ts`: in a browser no extension has a Python of this machine. */
import type { Candidate } from '../../interpreters/interpreter.ts';

export function pythonsOfExtension(): Promise<readonly Candidate[]> {
  return Promise.resolve([]);
}

export function pythonOfSettings(): readonly Candidate[] {
  return [];
}
