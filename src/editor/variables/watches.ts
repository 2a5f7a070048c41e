/** Expressions that are evaluated anew after each run, and where they stand among the variables. */

import type { VariableNode } from '../../run-model/variable-tree.ts';

/** Expressions that are watched, and characters of one: the engine names a value by so many. */
const MOST = 20;
const MOST_CHARACTERS = 200;

/** What of the workspace's storage is used. */
export interface WatchStorage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'd2l.watchedExpressions';

export class Watches {
  #expressions: readonly string[] = [];
  #storage: WatchStorage | undefined;

  /** Takes those that the workspace has kept, and keeps them there. */
  keepIn(storage: WatchStorage): void {
    this.#storage = storage;
    const kept = storage.get(KEY);
    if (Array.isArray(kept)) this.#expressions = kept.filter(isExpression).slice(0, MOST);
  }

  /** In the order in which they were added. */
  get expressions(): readonly string[] {
    return this.#expressions;
  }

  /** @returns whether it is watched now: not where there are too many, or it is too long */
  add(expression: string): boolean {
    if (this.#expressions.includes(expression)) return true;
    if (!isExpression(expression) || this.#expressions.length >= MOST) return false;
    this.#save([...this.#expressions, expression]);
    return true;
  }

  remove(expression: string): void {
    this.#save(this.#expressions.filter((one) => one !== expression));
  }

  #save(expressions: readonly string[]): void {
    this.#expressions = expressions;
    void this.#storage?.update(KEY, expressions);
  }
}

function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS;
}

/**
 * The tree with the watched expressions first. One that has no value says why.
 * @param tree as the engine told it
 * @param hidden expressions whose values are not wanted any more
 * @param missing why a watched expression has no value
 */
export function arranged(
  tree: readonly VariableNode[],
  watched: readonly string[],
  hidden: ReadonlySet<string>,
  missing: string,
): readonly VariableNode[] {
  const results = new Map(
    tree.flatMap((node) => (node.variable.isResult ? [[node.variable.name, node] as const] : [])),
  );
  const first = watched.map((name): VariableNode => {
    const node = results.get(name) ?? unknown(name, missing);
    return { ...node, isWatched: true };
  });
  const others = tree.filter(
    ({ variable }) => !variable.isResult || !(watched.includes(variable.name) || hidden.has(variable.name)),
  );
  return [...first, ...others];
}

function unknown(name: string, text: string): VariableNode {
  const variable = { name, parent: -1, type: '', text, isResult: true } as const;
  return { variable, entry: -1, path: `(${name})`, parts: [], isChanged: false };
}
