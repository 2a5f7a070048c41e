/**
 * Scopes: every tensor made while one is open is released when it closes, unless something retained it. So operations
 * and gradients are written as plain expressions, and their intermediate results still go as soon as they can.
 */

interface Counted {
  release(): void;
}

const made: Counted[] = [];

/** Puts a new tensor into the open scope. */
export function adopt(tensor: Counted): void {
  made.push(tensor);
}

/** Opens a scope; give the mark to {@link closeScope}. */
export const openScope = (): number => made.length;

/** Releases what was made since the scope was opened. */
export function closeScope(mark: number): void {
  while (made.length > mark) made.pop()?.release();
}

/** Runs `body` in a scope of its own; what it returns must be retained by itself or hold no tensors. */
export function scoped<R>(body: () => R): R {
  const mark = openScope();
  try {
    return body();
  } finally {
    closeScope(mark);
  }
}
