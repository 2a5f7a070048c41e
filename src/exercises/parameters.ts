/** Finds the literals of a block that a panel can turn into controls. */

import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { splitLines } from './lines.ts';
import { isFileBlock } from './ipython.ts';
import { uniqueKeys } from './keys.ts';
import { Scope, type Position } from './callees.ts';
import { isShowing } from './importance.ts';
import { isTensorMaker, readLiteral } from './literal-nodes.ts';
import type { Block, Parameter } from './model.ts';
import { readNames, type SourceNames } from './scope.ts';
import { parsePython } from './syntax.ts';

/** A literal with the name and the group that its place in the code gives it. */
interface Found {
  /** Empty where a positional argument waits for the name of its parameter. */
  readonly name: string;
  readonly group: string;
  readonly literal: SyntaxNode;
  readonly position?: Position;
}

/**
 * Keyword and positional arguments of calls, defaults of functions and methods, and simple assignments whose value is a
 * number, bool, string or a list or tuple of numbers (also as the only argument of `torch.tensor`), and the
 * index of an element that is assigned to. In order of the source.
 *
 * @param blocks of the whole document: their imports and definitions name the positional arguments
 */
export function readParameters(block: Block, blocks: readonly Block[] = [block]): readonly Parameter[] {
  let document = documents.get(blocks);
  if (document === undefined) documents.set(blocks, (document = new ReadDocument(blocks)));
  return document.parametersOf(block);
}

/** By the blocks of one version of a document. */
const documents = new WeakMap<readonly Block[], ReadDocument>();

/** The parameters of those blocks that were asked for. */
class ReadDocument {
  #names: readonly SourceNames[] | undefined;
  readonly #read = new Map<Block, readonly Parameter[]>();

  constructor(private readonly blocks: readonly Block[]) {}

  parametersOf(block: Block): readonly Parameter[] {
    let parameters = this.#read.get(block);
    if (parameters === undefined) {
      this.#names ??= this.blocks.map(({ source }) => readSource(source).names);
      const scope = new Scope(this.#names, this.blocks.indexOf(block));
      const { literals } = readSource(block.source);
      parameters = uniqueKeys(literals.flatMap((literal) => toParameter(literal, block, scope)));
      this.#read.set(block, parameters);
    }
    return parameters;
  }
}

function toParameter({ position, ...literal }: SourceLiteral, block: Block, scope: Scope): Parameter[] {
  const { group } = literal;
  const name = position === undefined ? literal.name : scope.nameOf(position, literal.kind);
  if (name === null) return [];
  const kind = kindOf(name, literal.kind);
  const key = group === '' ? name : `${group}.${name}`;
  return [{ ...literal, name, kind, key, block: block.index, line: block.firstLine + literal.line }];
}

/** A literal of a source; its line counts from 0 within it. */
type SourceLiteral = Omit<Parameter, 'block' | 'key'> & { readonly position?: Position };

/** What a source says by itself, whatever stands around it. */
interface ReadSource {
  readonly literals: readonly SourceLiteral[];
  readonly names: SourceNames;
}

/** By source: an edit leaves most blocks of a document as they were. Of the sources read last. */
const known = new Map<string, ReadSource>();
const MOST_KNOWN = 4000;

function readSource(source: string): ReadSource {
  let read = known.get(source);
  if (read === undefined) {
    read = parseSource(source);
    const [oldest] = known.keys();
    if (known.size === MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    known.set(source, read);
  }
  return read;
}

function parseSource(code: string): ReadSource {
  const source = isFileBlock(code) ? '' : code;
  const tree = parsePython(source);
  const found: Found[] = [];
  tree.iterate({
    enter: (node) => {
      found.push(...parametersAt(node, source));
    },
  });
  const lineOf = lineFinder(source);
  const literals = found.flatMap(({ literal, ...place }): SourceLiteral[] => {
    const read = readLiteral(literal, source);
    return read ? [{ ...place, ...read, line: lineOf(read.start) }] : [];
  });
  return { literals: literals.sort((a, b) => a.start - b.start), names: readNames(tree, source) };
}

/** What may take any value though the code happens to say `lr=2`: learning rates, deviations, penalties. */
const CONTINUOUS =
  /^(?:\w+_)?(?:lr|learning_rate|sigma|std|noise|momentum|alpha|beta|gamma|delta|eps|lambd|weight_decay|wd|dropout|temperature|mean|loc|scale)$/;

function kindOf(name: string, kind: Parameter['kind']): Parameter['kind'] {
  return kind === 'integer' && CONTINUOUS.test(name) ? 'float' : kind;
}

function parametersAt(node: SyntaxNodeRef, source: string): Found[] {
  switch (node.name) {
    case 'AssignStatement':
      return assignments(node.node, source);
    case 'ArgList':
      return node.node.parent?.name === 'CallExpression'
        ? callArguments(node.node, node.node.parent, source)
        : [];
    case 'ParamList': {
      const definition = node.node.parent;
      return definition?.name === 'FunctionDefinition'
        ? named(node.node, functionGroup(definition, source), source)
        : [];
    }
    default:
      return [];
  }
}

function callArguments(list: SyntaxNode, call: SyntaxNode, source: string): Found[] {
  const group = calleeName(call, source);
  return [...named(list, group, source), ...positional(list, call, group, source)];
}

/** Arguments without a name; behind a `*` nobody knows their position. */
function positional(list: SyntaxNode, call: SyntaxNode, group: string, source: string): Found[] {
  const callee = calleePath(call, source);
  if (callee === '' || isShowing(group) || isTensorMaker(callee)) return [];
  const values: SyntaxNode[] = [];
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (child.name === '*' || child.name === '**') break;
    const isNamed = child.nextSibling?.name === 'AssignOp' || child.prevSibling?.name === 'AssignOp';
    if (!isNamed && !/^(?:[(),]|AssignOp|Comment)$/.test(child.name)) values.push(child);
  }
  return values.map((literal, index) => ({
    name: '',
    group,
    literal,
    position: { callee, index, count: values.length },
  }));
}

/** `torch.optim.SGD`; `.normal_` where what stands before the last point is no name; empty for `f(x)(…)`. */
function calleePath(call: SyntaxNode, source: string): string {
  const text = textOf(call.firstChild, source);
  if (/^\w+(?:\.\w+)*$/.test(text)) return text;
  const property = call.firstChild?.lastChild;
  return property?.name === 'PropertyName' ? `.${textOf(property, source)}` : '';
}

/** `name=value` entries of an argument or parameter list, annotated ones included. */
function named(list: SyntaxNode, group: string, source: string): Found[] {
  const found: Found[] = [];
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'AssignOp') continue;
    const target = beforeAnnotation(child);
    const literal = child.nextSibling;
    if (target?.name === 'VariableName' && literal)
      found.push({ name: textOf(target, source), group, literal });
  }
  return found;
}

function beforeAnnotation(assign: SyntaxNode): SyntaxNode | null {
  const before = assign.prevSibling;
  return before?.name === 'TypeDef' ? before.prevSibling : before;
}

/**
 * `a = 1`, `a: float = 1`, `data.y[4] = 1` and, pair by pair, `a, b = 1, 2`. A chain `a = b = 1` is named by
 * its first target.
 */
function assignments(statement: SyntaxNode, source: string): Found[] {
  const sides = splitAtAssignments(statement);
  const targets = sides[0] ?? [];
  const values = sides.at(-1) ?? [];
  if (sides.length < 2 || targets.length !== values.length) return [];
  const group = enclosingClass(statement, source);
  return targets.flatMap((target, nth) => {
    const literal = values[nth];
    const isSimple = target.name === 'VariableName' || target.name === 'MemberExpression';
    if (!literal || !isSimple) return [];
    const name = textOf(target, source).replace(/\s+/g, ' ');
    return [...elementIndex(target, group, source), { name, group, literal }];
  });
}

/** The `4` of `data.y[4] = 1`: which element gets the value. Several indices, slices, names and strings are none. */
function elementIndex(target: SyntaxNode, group: string, source: string): Found[] {
  const literal = target.getChild('[')?.nextSibling;
  const isNumber = literal?.name === 'Number' || literal?.name === 'UnaryExpression';
  if (!isNumber || literal.nextSibling?.name !== ']') return [];
  const owner = textOf(target.firstChild, source).replace(/\s+/g, ' ');
  return [{ name: `index of ${owner}`, group, literal }];
}

/** The expressions between the `=` signs of a statement, split at commas. */
function splitAtAssignments(statement: SyntaxNode): SyntaxNode[][] {
  const sides: SyntaxNode[][] = [[]];
  for (let child = statement.firstChild; child; child = child.nextSibling) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (child.name !== ',' && child.name !== 'TypeDef' && child.name !== 'Comment')
      sides.at(-1)?.push(child);
  }
  return sides;
}

/** Name of the class in whose body the statement stands directly, else empty. */
function enclosingClass(statement: SyntaxNode, source: string): string {
  const body = statement.parent?.name === 'StatementGroup' ? statement.parent.parent : statement.parent;
  return body?.parent?.name === 'ClassDefinition' ? definedName(body.parent, source) : '';
}

/**
 * The last name of what is called: `Trainer` for `d2l.Trainer(…)`, `super` for its methods; empty for
 * `f(x)(…)`.
 */
function calleeName(call: SyntaxNode, source: string): string {
  const callee = call.firstChild;
  if (/^super\s*\(/.test(textOf(callee, source))) return 'super';
  const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee;
  return name?.name === 'VariableName' || name?.name === 'PropertyName' ? textOf(name, source) : '';
}

/** `SGD` for its `__init__`, `SGD.step` for another method, also when `@d2l.add_to_class(SGD)` adds it. */
function functionGroup(definition: SyntaxNode, source: string): string {
  const name = definedName(definition, source);
  const owner = classOf(definition, source);
  if (owner === '') return name;
  return name === '__init__' ? owner : `${owner}.${name}`;
}

function classOf(definition: SyntaxNode, source: string): string {
  const isDecorated = definition.parent?.name === 'DecoratedStatement';
  const statement = isDecorated ? definition.parent : definition;
  const decorator = isDecorated ? textOf(definition.parent, source) : '';
  const added = /^@(?:\w+\.)*add_to_class\(\s*(?:\w+\.)*(\w+)/.exec(decorator)?.[1];
  return added ?? (statement ? enclosingClass(statement, source) : '');
}

function definedName(definition: SyntaxNode, source: string): string {
  const name = definition.getChild('VariableName');
  return name ? textOf(name, source) : '';
}

function textOf(node: SyntaxNode | null, source: string): string {
  return node ? source.slice(node.from, node.to) : '';
}

/** Finds the 0-based line of ever larger offsets without counting from the start each time. */
function lineFinder(source: string): (offset: number) => number {
  const starts: number[] = [];
  let start = 0;
  for (const line of splitLines(source)) {
    starts.push(start);
    start += line.text.length + line.terminator.length;
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
}
