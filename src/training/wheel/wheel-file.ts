/** A file that is to be a wheel of PyTorch. */
import { statSync } from 'node:fs';
import path from 'node:path';

/** @throws Error saying in a line why the file cannot be one */
export function checkWheel(wheel: string): void {
  const name = path.basename(wheel);
  if (!/^torch-[^-]+-.+\.whl$/.test(name))
    throw new Error(`${name} is not named as a wheel of PyTorch is: torch-2.9.0-….whl`);
  if (statSync(wheel, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Error(`there is no file ${wheel}`);
}

/** The version of PyTorch that the name of its wheel says; empty: it is none. */
export function versionOf(name: string): string {
  return /^torch-([^-]+)-/.exec(name)?.[1] ?? '';
}
