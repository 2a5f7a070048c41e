/** The script that lays graphs out, loaded when the first one is shown, as that which draws figures is. */

import type * as graphLayout from './graph-layout.ts';

let loading: Promise<typeof graphLayout> | undefined;

/** @throws Error when the script cannot be loaded; the next call tries again */
export function loadLayout(): Promise<typeof graphLayout> {
  loading ??= import('./graph-layout.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
