/** Which names a piece of a program binds, and which it must find bound already. */

import type { SyntaxNode } from '@lezer/common';
import { parsePython } from './syntax.ts';

export interface CodeNames {
  /** Bound at the top level: assigned, imported, defined, a loop's variable. */
  readonly binds: ReadonlySet<string>;
  /** Read before the piece binds them itself; names of functions' own and of builtins among them do no harm. */
  readonly needs: ReadonlySet<string>;
}

/** By source: an edit leaves most pieces of a document as they were. Of the sources read last. */
const known = new Map<string, CodeNames>();
const MOST_KNOWN = 1000;

export function namesOf(source: string): CodeNames {
  let names = known.get(source);
  if (names === undefined) {
    names = new Reader(source).read();
    const [oldest] = known.keys();
    if (known.size === MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    known.set(source, names);
  }
  return names;
}

/** Whatever has names of its own: what it binds is not seen outside. */
const SCOPES = /^(?:FunctionDefinition|ClassDefinition|LambdaExpression|\w*ComprehensionExpression)$/;

interface Scope {
  readonly binds: Set<string>;
  readonly reads: Set<string>;
}

/**
 * One walk over the tree, in the order of the source. The body of a function runs later, so what it reads may be bound
 * anywhere in the piece; so may what a class reads, for simplicity.
 */
class Reader {
  readonly #binds = new Set<string>();
  readonly #needs = new Set<string>();
  /** Read by functions' bodies. */
  readonly #later = new Set<string>();
  readonly #scopes: Scope[] = [];
  /** Targets of the statement that is being read: bound once its right side is. */
  #targets: string[] = [];
  /** Where a statement's targets end, by the place of the statement. */
  readonly #pivots = new Map<number, number>();

  constructor(private readonly source: string) {}

  read(): CodeNames {
    parsePython(this.source).iterate({
      enter: ({ node }) => this.#enter(node),
      leave: ({ name }) => this.#leave(name),
    });
    for (const name of this.#later) if (!this.#binds.has(name)) this.#needs.add(name);
    return { binds: this.#binds, needs: this.#needs };
  }

  #enter(node: SyntaxNode): boolean {
    const { name } = node;
    if (name === 'ImportStatement') {
      importedNames(this.#textOf(node)).forEach((bound) => this.#bind(bound));
      return false;
    }
    if (name === 'Body') this.#bindTargets();
    if (name === 'FunctionDefinition' || name === 'ClassDefinition') this.#bindDefined(node);
    if (SCOPES.test(name)) this.#scopes.push({ binds: localNames(node, this.source), reads: new Set() });
    if (name === 'VariableName') this.#variable(node);
    return true;
  }

  #leave(name: string): void {
    if (name === 'AssignStatement') this.#bindTargets();
    if (SCOPES.test(name)) this.#leaveScope();
  }

  #bindDefined(node: SyntaxNode): void {
    const defined = node.getChild('VariableName');
    if (defined) this.#bind(this.#textOf(defined));
  }

  #variable(node: SyntaxNode): void {
    const role = this.#roleOf(node);
    const name = this.#textOf(node);
    if (role === 'read' || role === 'update') this.#readName(name);
    if (role === 'target') this.#targets.push(name);
    if (role === 'bind' || role === 'update') this.#bind(name);
  }

  #bind(name: string): void {
    (this.#scopes.at(-1)?.binds ?? this.#binds).add(name);
  }

  #bindTargets(): void {
    this.#targets.forEach((name) => this.#bind(name));
    this.#targets = [];
  }

  #readName(name: string): void {
    const scope = this.#scopes.at(-1);
    if (scope) scope.reads.add(name);
    else if (!this.#binds.has(name)) this.#needs.add(name);
  }

  #leaveScope(): void {
    const scope = this.#scopes.pop();
    if (!scope) return;
    const outside = this.#scopes.at(-1)?.reads ?? this.#later;
    for (const name of scope.reads) if (!scope.binds.has(name)) outside.add(name);
  }

  /** What is done with the name of a `VariableName` where it stands. */
  #roleOf(node: SyntaxNode): Role {
    const parent = listOf(node);
    const place = parent === node.parent ? node : (node.parent ?? node);
    if (parent === null) return 'read';
    if (/^(?:Assign|For|Update)Statement$/.test(parent.name)) {
      if (place.from >= this.#pivotOf(parent)) return 'read';
      return parent.name === 'UpdateStatement' ? 'update' : 'target';
    }
    return roleBeside(parent.name, place.prevSibling?.name, place.nextSibling?.name);
  }

  /** Offset of the last `=`, of the operator, or of `in`: what stands before it is bound. */
  #pivotOf(statement: SyntaxNode): number {
    let pivot = this.#pivots.get(statement.from);
    if (pivot === undefined) {
      pivot = statement.name === 'ForStatement' ? findIn(statement) : findOperator(statement);
      this.#pivots.set(statement.from, pivot);
    }
    return pivot;
  }

  #textOf({ from, to }: SyntaxNode): string {
    return this.source.slice(from, to);
  }
}

type Role = 'read' | 'target' | 'bind' | 'update' | 'none';

/** By what stands before and behind the name. */
function roleBeside(parent: string, before: string | undefined, behind: string | undefined): Role {
  if (/^(?:FunctionDefinition|ClassDefinition|ScopeStatement)$/.test(parent)) return 'none';
  if (parent === 'CapturePattern') return 'bind';
  if (parent === 'NamedExpression') return behind === 'AssignOp' ? 'bind' : 'read';
  if (parent === 'ArgList') return behind === 'AssignOp' ? 'none' : 'read';
  if (parent === 'ParamList') return before === 'AssignOp' ? 'read' : 'none';
  const isAlias = before === 'as' && (parent === 'WithStatement' || parent === 'TryStatement');
  return isAlias ? 'bind' : 'read';
}

function findIn(statement: SyntaxNode): number {
  let child = statement.firstChild;
  while (child && child.name !== 'in') child = child.nextSibling;
  return child?.from ?? statement.from;
}

function findOperator(statement: SyntaxNode): number {
  let child = statement.lastChild;
  while (child && child.name !== 'AssignOp' && child.name !== 'UpdateOp') child = child.prevSibling;
  return child?.from ?? statement.from;
}

/** Parameters of a function or variables of a comprehension, which may be read before they stand in the source. */
function localNames(scope: SyntaxNode, source: string): Set<string> {
  const names = new Set<string>();
  const add = (node: SyntaxNode): void => void names.add(source.slice(node.from, node.to));
  const parameters = scope.getChild('ParamList')?.getChildren('VariableName') ?? [];
  parameters.filter(({ prevSibling }) => prevSibling?.name !== 'AssignOp').forEach(add);
  if (scope.name.endsWith('ComprehensionExpression')) targetsOfFor(scope).forEach(add);
  return names;
}

/** The names between each `for` and its `in`. */
function targetsOfFor(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let isTarget = false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'for') isTarget = true;
    else if (child.name === 'in') isTarget = false;
    else if (isTarget) found.push(...namesIn(child));
  }
  return found;
}

function namesIn(node: SyntaxNode): SyntaxNode[] {
  if (node.name === 'VariableName') return [node];
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name) ? node.getChildren('VariableName') : [];
}

/** The node around a name, beyond the tuple or list that unpacks to it. */
function listOf(node: SyntaxNode): SyntaxNode | null {
  const { parent } = node;
  const isList = parent !== null && /^(?:Tuple|Array|Parenthesized)Expression$/.test(parent.name);
  return isList && /^(?:AssignStatement|ForStatement)$/.test(parent.parent?.name ?? '')
    ? parent.parent
    : parent;
}

/** `a` of `import a.b`, `c` of `import a as c` and of `from a import b as c`. */
function importedNames(statement: string): string[] {
  const text = statement.replace(/#.*/g, '').replace(/[()\\\r\n]/g, ' ');
  const list = /^from\s.*?\simport\s(.*)$/.exec(text)?.[1] ?? text.replace(/^import\s/, '');
  return list.split(',').flatMap((part) => {
    const [, path, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
    return alias ?? path?.split('.')[0] ?? [];
  });
}
