/** Whoever looks at backward passes while they run: nobody, unless the graph behind a tensor was asked for. */
import type { Tensor } from '../../tensor/tensor.ts';
import type { Node } from './node.ts';

export interface PassWatcher {
  /** A pass is about to begin. */
  begins(outputs: readonly Tensor[]): void;
  /** A gradient goes from `node` along the edge of its input `input`. */
  passed(node: Node, input: number, gradient: Tensor): void;
  /** The pass came to its end; one that raised does not. */
  ends(): void;
}

let watcher: PassWatcher | null = null;

export const passWatcher = (): PassWatcher | null => watcher;

/** @param next null: nobody looks any more */
export function watchPasses(next: PassWatcher | null): void {
  watcher = next;
}
