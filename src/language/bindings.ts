/** What the names of a document stand for: its imports, its assignments, its classes. */

import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { readImports } from '../exercises/imports.ts';
import { memberOf, meaningOf, type Meaning } from './meanings.ts';
import type { Names } from './names.ts';

/** From `from` on the name stands for what `meaning` finds out. */
interface Binding {
  readonly from: number;
  readonly meaning: () => Meaning | undefined;
}

/** Names that are followed from one to the next; beyond, nothing is known. */
const MOST_STEPS = 200;

/** The last of the bindings, which are in their order, that begins before `at`. */
function lastBefore(bindings: readonly Binding[], at: number): Binding | undefined {
  let [low, high] = [0, bindings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bindings[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return bindings[low - 1];
}

/**
 * Scopes are not told apart, except for `self`: the latest binding before a place counts, as it does in a document that
 * is executed from top to bottom.
 */
export class Bindings {
  readonly #found = new Map<string, Binding[]>();
  /** What bindings were found to mean: a name that is bound to itself again and again is followed once. */
  readonly #known = new Map<Binding, Meaning | undefined>();
  #depth = 0;

  constructor(
    private readonly source: string,
    tree: Tree,
    private readonly names: Names,
  ) {
    tree.iterate({ enter: (cursor) => this.#enter(cursor) });
  }

  /** @param at offset of the place where the name is used */
  lookup(name: string, at: number): Meaning | undefined {
    const binding = lastBefore(this.#found.get(name) ?? [], at);
    return binding && this.#meaningOf(binding);
  }

  #meaningOf(binding: Binding): Meaning | undefined {
    if (this.#known.has(binding) || this.#depth === MOST_STEPS) return this.#known.get(binding);
    this.#depth += 1;
    const meaning = binding.meaning();
    this.#depth -= 1;
    this.#known.set(binding, meaning);
    return meaning;
  }

  /** @returns false where nothing inside can bind a name */
  #enter(cursor: SyntaxNodeRef): boolean {
    const { name } = cursor;
    if (name === 'ImportStatement') this.#readImport(cursor.node);
    else if (name === 'AssignStatement') this.#readAssignment(cursor.node);
    else if (name === 'ClassDefinition') this.#readClass(cursor.node);
    else if (name === 'ParamList') this.#readParameters(cursor.node);
    return !/^(?:Expression|Assign|Import)Statement$/.test(name);
  }

  #text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  #add(name: string, from: number, meaning: Binding['meaning']): void {
    const list = this.#found.get(name);
    if (list) list.push({ from, meaning });
    else this.#found.set(name, [{ from, meaning }]);
  }

  #readImport(node: SyntaxNode): void {
    for (const { from, path, alias } of readImports(this.#text(node))) {
      if (from !== undefined) this.#add(alias ?? path, node.from, () => this.#imported(from, path));
      else if (alias !== undefined) this.#add(alias, node.from, () => this.#moduleOf(path));
      else {
        const [root = path] = path.split('.');
        this.#add(root, node.from, () => this.#moduleOf(root));
      }
    }
  }

  #moduleOf(name: string): Meaning | undefined {
    return this.names.isModule(name) ? { what: 'module', name } : undefined;
  }

  #imported(from: string, name: string): Meaning | undefined {
    const module = this.#moduleOf(from);
    return module && memberOf(this.names, module, name);
  }

  /** `name = value`; of a name that is bound in any other way nothing is known. */
  #readAssignment(node: SyntaxNode): void {
    const targets: SyntaxNode[] = [];
    for (let child = node.firstChild; child && child.name !== 'AssignOp'; child = child.nextSibling) {
      if (child.name === 'VariableName') targets.push(child);
    }
    const [target, ...others] = targets;
    const value = node.lastChild;
    const alone = others.length === 0 && target?.from === node.from && value !== null;
    for (const each of targets) {
      const meaning = alone ? () => this.#evaluate(value, node.from) : () => undefined;
      this.#add(this.#text(each), node.to - 1, meaning);
    }
  }

  /** A class of the learner's offers what its first known base does; inside it `self` is such an object. */
  #readClass(node: SyntaxNode): void {
    const name = node.getChild('VariableName');
    const bases = node.getChild('ArgList')?.getChildren('VariableName') ?? [];
    const others = node.getChild('ArgList')?.getChildren('MemberExpression') ?? [];
    const known = (): Meaning | undefined => {
      const found = [...bases, ...others].map((base) => this.#evaluate(base, node.from));
      return found.find((meaning) => meaning?.what === 'class');
    };
    if (name) this.#add(this.#text(name), node.from, known);
    this.#add('self', node.from, () => asInstance(known()));
  }

  /** Of parameters nothing is known, whatever a name outside stands for. */
  #readParameters(node: SyntaxNode): void {
    for (const parameter of node.getChildren('VariableName')) {
      const name = this.#text(parameter);
      if (name !== 'self') this.#add(name, parameter.from, () => undefined);
    }
  }

  #evaluate(node: SyntaxNode, at: number): Meaning | undefined {
    return meaningOf(node, this.source, this.names, (name) => this.lookup(name, at));
  }
}

function asInstance(meaning: Meaning | undefined): Meaning | undefined {
  return meaning && { what: 'instance', name: meaning.name };
}
