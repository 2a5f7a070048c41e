/** Finds what the build generates to check messages. */
import { createRequire } from 'node:module';
import path from 'node:path';

/** What is used of the functions that the build generates, one for each `type`. */
export interface Check {
  (message: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly keyword: string }[] | null;
}

export type Checks = Readonly<Record<string, Check>>;

/** @param distribution the folder `dist` */
export function loadChecks(distribution: string): Checks {
  const script = path.join(distribution, 'message-check.js');
  return createRequire(script)(script) as Checks;
}
