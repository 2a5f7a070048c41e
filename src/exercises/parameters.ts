/** Finds the literals of a block that a panel can turn into controls. */

import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { splitLines } from './lines.ts';
import { isFileBlock } from './ipython.ts';
import { uniqueKeys } from './keys.ts';
import { readLiteral } from './literal-nodes.ts';
import type { Block, Parameter } from './model.ts';
import { parsePython } from './syntax.ts';

/** A literal with the name and the group that its place in the code gives it. */
interface Found {
  readonly name: string;
  readonly group: string;
  readonly literal: SyntaxNode;
}

/**
 * Keyword arguments of calls, defaults of functions and methods, and simple assignments whose value is a
 * number, bool, string or a list or tuple of numbers (also as the only argument of `torch.tensor`), and the
 * index of an element that is assigned to. In order of the source.
 */
export function readParameters(block: Block): readonly Parameter[] {
  if (isFileBlock(block.source)) return [];
  return uniqueKeys(
    parametersOf(block.source).map((parameter) => ({
      ...parameter,
      block: block.index,
      line: block.firstLine + parameter.line,
    })),
  );
}

/** Its line counts from 0 within the source. */
type SourceParameter = Omit<Parameter, 'block'>;

/** By source: an edit leaves most blocks of a document as they were. Of the sources read last. */
const known = new Map<string, readonly SourceParameter[]>();
const MOST_KNOWN = 4000;

function parametersOf(source: string): readonly SourceParameter[] {
  let parameters = known.get(source);
  if (parameters === undefined) {
    parameters = parseParameters(source);
    const [oldest] = known.keys();
    if (known.size === MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    known.set(source, parameters);
  }
  return parameters;
}

function parseParameters(source: string): readonly SourceParameter[] {
  const found: Found[] = [];
  parsePython(source).iterate({
    enter: (node) => {
      found.push(...parametersAt(node, source));
    },
  });
  const lineOf = lineFinder(source);
  const parameters = found.flatMap(({ name, group, literal }): SourceParameter[] => {
    const read = readLiteral(literal, source);
    if (!read) return [];
    const key = group === '' ? name : `${group}.${name}`;
    const line = lineOf(read.start);
    return [{ key, name, group, line, ...read, kind: kindOf(name, read.kind) }];
  });
  return parameters.sort((a, b) => a.start - b.start);
}

/** What may take any value though the code happens to say `lr=2`: learning rates, deviations, penalties. */
const CONTINUOUS =
  /^(?:\w+_)?(?:lr|learning_rate|sigma|std|noise|momentum|alpha|beta|gamma|delta|eps|lambd|weight_decay|wd|dropout|temperature)$/;

function kindOf(name: string, kind: Parameter['kind']): Parameter['kind'] {
  return kind === 'integer' && CONTINUOUS.test(name) ? 'float' : kind;
}

function parametersAt(node: SyntaxNodeRef, source: string): Found[] {
  switch (node.name) {
    case 'AssignStatement':
      return assignments(node.node, source);
    case 'ArgList':
      return node.node.parent?.name === 'CallExpression'
        ? named(node.node, calleeName(node.node.parent, source), source)
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
