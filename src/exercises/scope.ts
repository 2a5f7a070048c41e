/** What the names in a document's code are called with: its imports, its own functions and classes. */

import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { readImports } from './imports.ts';

/** A function, method or class of the document. */
export interface OwnCallable {
  /** Of its parameters that can be given by position, without `self`; null: a class that has those of its base. */
  readonly parameters: readonly string[] | null;
  readonly bases: readonly string[];
}

/** What one source binds. */
export interface SourceNames {
  /** `nn` → `torch.nn`, `Linear` → `torch.nn.Linear`. */
  readonly imports: ReadonlyMap<string, string>;
  readonly callables: ReadonlyMap<string, OwnCallable>;
  readonly methods: ReadonlyMap<string, OwnCallable>;
  /** Variables: what they hold is known only when the code runs. */
  readonly variables: ReadonlySet<string>;
}

export function readNames(tree: Tree, source: string): SourceNames {
  const reader = new NameReader(source);
  tree.iterate({ enter: (cursor) => reader.enter(cursor) });
  return reader;
}

class NameReader implements SourceNames {
  readonly imports = new Map<string, string>();
  readonly callables = new Map<string, OwnCallable>();
  readonly methods = new Map<string, OwnCallable>();
  readonly variables = new Set<string>();

  constructor(private readonly source: string) {}

  /** @returns false where nothing inside binds a name */
  enter(cursor: SyntaxNodeRef): boolean {
    const { name } = cursor;
    if (name === 'ImportStatement') this.#readImport(cursor.node);
    else if (name === 'FunctionDefinition') this.#readFunction(cursor.node);
    else if (name === 'ClassDefinition') this.#readClass(cursor.node);
    else if (name === 'AssignStatement') this.#readAssignment(cursor.node);
    return !/^(?:Expression|Assign|Import|Return)Statement$/.test(name);
  }

  #text(node: SyntaxNode | null): string {
    return node === null ? '' : this.source.slice(node.from, node.to);
  }

  #readImport(node: SyntaxNode): void {
    for (const { from, path, alias } of readImports(this.#text(node))) {
      const root = path.replace(/\..*/, '');
      if (from !== undefined) this.imports.set(alias ?? path, `${from}.${path}`);
      else this.imports.set(alias ?? root, alias === undefined ? root : path);
    }
  }

  #readFunction(node: SyntaxNode): void {
    const name = this.#text(node.getChild('VariableName'));
    const parameters = this.#parametersOf(node);
    const owner = this.#ownerOf(node);
    if (owner === null) return void this.callables.set(name, { parameters, bases: [] });
    const own = { parameters: parameters.slice(1), bases: [] };
    if (name === '__init__') this.callables.set(owner, own);
    else this.methods.set(name, own);
  }

  /** The class of a method, also of one that `@d2l.add_to_class(Name)` adds; null for a function. */
  #ownerOf(node: SyntaxNode): string | null {
    const decorated = node.parent?.name === 'DecoratedStatement' ? node.parent : null;
    const added = /^@(?:\w+\.)*add_to_class\(\s*(?:\w+\.)*(\w+)/.exec(this.#text(decorated))?.[1];
    const holder = (decorated ?? node).parent?.parent;
    if (added !== undefined) return added;
    return holder?.name === 'ClassDefinition' ? this.#text(holder.getChild('VariableName')) : null;
  }

  /** A class is met before its `__init__`, which then replaces what stands here. */
  #readClass(node: SyntaxNode): void {
    const bases = (node.getChild('ArgList')?.getChildren('VariableName') ?? [])
      .concat(node.getChild('ArgList')?.getChildren('MemberExpression') ?? [])
      .map((base) => this.#text(base));
    this.callables.set(this.#text(node.getChild('VariableName')), { parameters: null, bases });
  }

  /** `name = …`; a lambda's parameters have names too. */
  #readAssignment(node: SyntaxNode): void {
    const { firstChild: target, lastChild: value } = node;
    for (const each of node.getChildren('VariableName')) this.variables.add(this.#text(each));
    if (target?.name !== 'VariableName' || value?.name !== 'LambdaExpression') return;
    this.callables.set(this.#text(target), { parameters: this.#parametersOf(value), bases: [] });
  }

  /** Names before a `*`; defaults and annotations are no names. */
  #parametersOf(definition: SyntaxNode): string[] {
    const names: string[] = [];
    for (let child = definition.getChild('ParamList')?.firstChild; child; child = child.nextSibling) {
      if (child.name === '*' || child.name === '**') break;
      const isName = child.name === 'VariableName' && child.prevSibling?.name !== 'AssignOp';
      if (isName) names.push(this.#text(child));
    }
    return names;
  }
}
