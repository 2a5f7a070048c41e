/**
 * The script that draws figures, loaded when the first one comes: it is larger than all of the panel. The browser hands
 * this script's nonce on to what it imports, so that the page's policy needs no opening for it.
 */

import type * as drawing from './figure-drawing.ts';

export type Drawing = typeof drawing;

let loading: Promise<Drawing> | undefined;

/** @throws Error when the script cannot be loaded; the next call tries again */
export function loadDrawing(): Promise<Drawing> {
  loading ??= import('./figure-drawing.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
