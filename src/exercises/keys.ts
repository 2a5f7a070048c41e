/** The keys by which parameters are named. */

import type { Parameter } from './model.ts';

/**
 * Numbers what would otherwise share a key: the second `Trainer.max_epochs` becomes `Trainer.max_epochs#2`.
 */
export function uniqueKeys(parameters: readonly Parameter[]): readonly Parameter[] {
  const seen = new Map<string, number>();
  return parameters.map((parameter) => {
    const key = plainKey(parameter);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...parameter, key: count === 1 ? key : `${key}#${count}` };
  });
}

/** Group and name, whichever of its kind the parameter is. */
export function plainKey({ group, name }: Parameter): string {
  return group === '' ? name : `${group}.${name}`;
}
