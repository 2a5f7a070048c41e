/** The names of a run as a tree, with what is not as it was after the run before. */

import type { Real, Variable, VariableTensor } from '../training/protocol/protocol.ts';
import { elementCount } from '../text/shape.ts';

export interface VariableNode {
  readonly variable: Variable;
  /** Its place among those that the engine told. */
  readonly entry: number;
  /** As the code would write it: `net.0.weight`, `things[1]`; of an expression in parentheses: `(net(X))[0]`. */
  readonly path: string;
  readonly parts: readonly VariableNode[];
  /** It has another value than after the run before, or was not there. */
  readonly isChanged: boolean;
  /** It is the value of an expression that is evaluated after each run. */
  readonly isWatched?: true;
}

/** What a run left, by path. */
export type Values = ReadonlyMap<string, string>;

/** Elements of a tensor in a line. */
export const MOST_ELEMENTS = 6;

/** @param before what the run before left; null: there was none */
export function treeOf(variables: readonly Variable[], before: Values | null): readonly VariableNode[] {
  const nodes: (VariableNode & { readonly parts: VariableNode[] })[] = [];
  const roots: VariableNode[] = [];
  const paths = new Set<string>();
  for (const [entry, variable] of variables.entries()) {
    const owner = nodes[variable.parent];
    const path = unused(pathOf(variable, owner?.path), paths);
    // An expression that was not evaluated before has not changed.
    const isKnown = before !== null && (!path.startsWith('(') || before.has(path));
    const isChanged = isKnown && before.get(path) !== valueOf(variable);
    const node = { variable, entry, path, parts: [], isChanged };
    nodes.push(node);
    (owner?.parts ?? roots).push(node);
  }
  return roots;
}

/** What a node is a part of; undefined: of nothing. */
export function ownerOf(node: VariableNode, tree: readonly VariableNode[]): VariableNode | undefined {
  for (const owner of tree) {
    const found = owner.parts.includes(node) ? owner : ownerOf(node, owner.parts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** For {@link treeOf} of the next run. */
export function valuesOf(tree: readonly VariableNode[]): Values {
  const values = new Map<string, string>();
  const add = ({ path, variable, parts }: VariableNode): void => {
    values.set(path, valueOf(variable));
    parts.forEach(add);
  };
  tree.forEach(add);
  return values;
}

/** `0, 1, 2, 3, 4, 5, …`; empty: none of them was told. */
export function elementsText({ shape, elements }: VariableTensor): string {
  const first = elements.slice(0, MOST_ELEMENTS).map(short).join(', ');
  return `${first}${elementCount(shape) > MOST_ELEMENTS && first !== '' ? ', …' : ''}`;
}

/** Keys of a dictionary may look alike: each path is there once. */
function unused(path: string, paths: Set<string>): string {
  let name = path;
  for (let number = 2; paths.has(name); number++) name = `${path} #${String(number)}`;
  paths.add(name);
  return name;
}

function pathOf({ name, isResult }: Variable, owner: string | undefined): string {
  if (owner === undefined) return isResult ? `(${name})` : name;
  return name.startsWith('[') ? `${owner}${name}` : `${owner}.${name}`;
}

function valueOf({ type, text, tensor, parameters }: Variable): string {
  return JSON.stringify([type, text, tensor ?? null, parameters ?? null]);
}

function short(value: Real): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(4)));
}
