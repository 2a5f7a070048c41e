/** What the latest run left in its names, as the view shows it. */

import * as vscode from 'vscode';
import type { RunEvent } from '../../training/protocol/protocol.ts';
import { treeOf, valuesOf, type Values, type VariableNode } from './variable-tree.ts';

export class Variables implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  /** Somebody looks at them: runs are to tell them. */
  isSeen = false;
  #tree: readonly VariableNode[] = [];
  #source = '';
  /** By what ran, what its latest run left. */
  readonly #left = new Map<string, Values>();

  get tree(): readonly VariableNode[] {
    return this.#tree;
  }

  /** What ran, as people call it; empty: nothing has. */
  get source(): string {
    return this.#source;
  }

  /** @param source what runs; the same name for each run of it */
  accept(source: string, event: RunEvent): void {
    if (event.type !== 'variables') return;
    this.#tree = treeOf(event.variables, this.#left.get(source) ?? null);
    this.#source = source;
    this.#remember(source, valuesOf(this.#tree));
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
  }

  /** Of a few: an exercise that has not run for long may count as new. */
  #remember(source: string, values: Values): void {
    this.#left.delete(source);
    this.#left.set(source, values);
    const [oldest] = this.#left.keys();
    if (this.#left.size > MOST_SOURCES && oldest !== undefined) this.#left.delete(oldest);
  }
}

const MOST_SOURCES = 8;
