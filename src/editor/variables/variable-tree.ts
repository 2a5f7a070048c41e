/** The names of a run as a tree, with what is not as it was after the run before. */

import type { Translate } from '../../advice/translate.ts';
import { visibleLine } from '../../text/visible.ts';
import type { Real, Variable } from '../../training/protocol/protocol.ts';
import { elementCount, shapeText } from '../../text/shape.ts';

export interface VariableNode {
  readonly variable: Variable;
  /** Its place among those that the engine told. */
  readonly entry: number;
  /** As the code would write it: `net.0.weight`, `things[1]`; of an expression in parentheses: `(net(X))[0]`. */
  readonly path: string;
  readonly parts: readonly VariableNode[];
  /** It has another value than after the run before, or was not there. */
  readonly isChanged: boolean;
}

/** What a run left, by path. */
export type Values = ReadonlyMap<string, string>;

/** Elements of a tensor in a line. */
const MOST_ELEMENTS = 6;

/** @param before what the run before left; null: there was none */
export function treeOf(variables: readonly Variable[], before: Values | null): readonly VariableNode[] {
  const nodes: (VariableNode & { readonly parts: VariableNode[] })[] = [];
  const roots: VariableNode[] = [];
  const paths = new Set<string>();
  for (const [entry, variable] of variables.entries()) {
    const owner = nodes[variable.parent];
    const path = unused(pathOf(variable, owner?.path), paths);
    const isChanged = before !== null && !path.startsWith('(') && before.get(path) !== valueOf(variable);
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

/** `Tensor (2, 3) float32 · 0, 1, 2, 3, 4, 5` */
export function descriptionOf({ type, text, tensor, parameters }: Variable, t: Translate): string {
  if (tensor !== undefined) {
    const { shape, dtype, elements } = tensor;
    const count = elementCount(shape);
    const first = elements.slice(0, MOST_ELEMENTS).map(short).join(', ');
    const shown = `${first}${count > MOST_ELEMENTS && first !== '' ? ', …' : ''}`;
    const words = `${visibleLine(type)} ${shapeText(shape)} ${visibleLine(dtype)}`;
    return shown === '' ? words : `${words} · ${shown}`;
  }
  const words = [visibleLine(text), parameters === undefined ? '' : t('{0} parameters', parameters)];
  return [visibleLine(type), ...words.filter((word) => word !== '')].join(' · ');
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
