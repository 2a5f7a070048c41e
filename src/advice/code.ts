/** The learner's code as a syntax tree, asked by places that the engine reports. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { splitLines } from '../exercises/lines.ts';
import type { Block } from '../exercises/model.ts';
import { parsePython } from '../exercises/syntax.ts';
import type { Frame } from '../training/protocol/protocol.ts';

/** A place to be replaced by `text`; offsets in the block's source. */
export interface CodeEdit {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part of the code of one block. */
export interface Part {
  readonly block: Block;
  readonly node: SyntaxNode;
}

export class Code {
  readonly #trees = new Map<Block, Tree>();

  constructor(readonly blocks: readonly Block[]) {}

  treeOf(block: Block): Tree {
    const tree = this.#trees.get(block) ?? parsePython(block.source);
    this.#trees.set(block, tree);
    return tree;
  }

  blockAt(document: string, line: number): Block | undefined {
    const holds = (block: Block): boolean => block.firstLine <= line && line <= block.lastLine;
    return this.blocks.find((block) => block.document === document && holds(block));
  }

  /** The largest part of the code that is exactly at the frame; null when the code is another by now. */
  partAt(frame: Frame): Part | null {
    const block = this.blockAt(frame.document, frame.line);
    if (block === undefined) return null;
    const start = offsetOf(block, frame.line, frame.column);
    const end = offsetOf(block, frame.endLine, frame.endColumn);
    let node: SyntaxNode | null = this.treeOf(block).resolveInner(start, 1);
    while (node !== null && node.to < end) node = node.parent;
    while (node?.parent?.from === start && node.parent.to === end) node = node.parent;
    const isThere = node !== null && node.from === start && node.to === end;
    return isThere && node !== null ? { block, node: expressionOf(node) } : null;
  }

  /** Where the frame is, in offsets of its block; null when the block is gone. */
  rangeAt(frame: Frame): { readonly block: Block; readonly from: number; readonly to: number } | null {
    const block = this.blockAt(frame.document, frame.line);
    if (block === undefined) return null;
    const from = offsetOf(block, frame.line, frame.column);
    return { block, from, to: offsetOf(block, frame.endLine, frame.endColumn) };
  }

  /** The names by which the code has a module, `torch` for `import torch`; null when it is not imported. */
  nameOf(module: string): string | null {
    const plain = new RegExp(
      String.raw`^[ \t]*import[ \t]+${module}[ \t]*(?:as[ \t]+(\w+)[ \t]*)?(?:#.*)?$`,
      'm',
    );
    for (const { source } of this.blocks) {
      const found = plain.exec(source);
      if (found !== null) return found[1] ?? module;
    }
    return null;
  }
}

/** An expression alone in its statement is what the frame means. */
function expressionOf(node: SyntaxNode): SyntaxNode {
  const only = node.name === 'ExpressionStatement' ? node.firstChild : null;
  return only !== null && only.from === node.from && only.to === node.to ? only : node;
}

/** Offset in the block's source of a 1-based line of the document and a 1-based column. */
export function offsetOf(block: Block, line: number, column: number): number {
  const lines = splitLines(block.source).slice(0, line - block.firstLine);
  return lines.reduce((sum, { text, terminator }) => sum + text.length + terminator.length, column - 1);
}

export const textOf = ({ source }: Block, node: SyntaxNode): string => source.slice(node.from, node.to);

/** The statement that a node is in. */
export function statementOf(node: SyntaxNode): SyntaxNode | null {
  let found: SyntaxNode | null = node;
  while (found !== null && !isStatementPlace(found.parent)) found = found.parent;
  return found;
}

const isStatementPlace = (parent: SyntaxNode | null): boolean =>
  parent !== null && /^(?:Script|Body|StatementGroup)$/.test(parent.name);

/** The white space before a node, when nothing else is before it in its line; else null. */
export function indentOf({ source }: Block, node: SyntaxNode): string | null {
  const lineStart =
    Math.max(source.lastIndexOf('\n', node.from - 1), source.lastIndexOf('\r', node.from - 1)) + 1;
  const before = source.slice(lineStart, node.from);
  return /^[ \t]*$/.test(before) ? before : null;
}

/** The last name of what a call calls: `backward` for `loss.sum().backward()`. */
export function calleeName(block: Block, call: SyntaxNode): string {
  const callee = call.firstChild;
  const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee;
  return name === null || name === undefined ? '' : textOf(block, name);
}

/** The arguments of a call by position; a keyword's value is under its name. */
export function argumentsOf(block: Block, call: SyntaxNode): Map<number | string, SyntaxNode> {
  const found = new Map<number | string, SyntaxNode>();
  let position = 0;
  for (let child = call.getChild('ArgList')?.firstChild ?? null; child !== null; child = child.nextSibling) {
    if (/^[(),]$/.test(child.name) || child.name === 'Comment') continue;
    if (child.nextSibling?.name !== 'AssignOp') {
      found.set(position++, child);
      continue;
    }
    const value = child.nextSibling.nextSibling;
    if (value === null) break;
    found.set(textOf(block, child), value);
    child = value;
  }
  return found;
}

/** The edit that gives a call a keyword argument, or another value for one that it has. */
export function withKeyword(block: Block, call: SyntaxNode, name: string, value: string): CodeEdit | null {
  const present = argumentsOf(block, call).get(name);
  if (present !== undefined) return { block, start: present.from, end: present.to, text: value };
  const list = call.getChild('ArgList');
  const end = list?.lastChild;
  if (list === null || end?.name !== ')') return null;
  const last = end.prevSibling;
  const separator = last === null || last.name === '(' ? '' : last.name === ',' ? ' ' : ', ';
  const place = last === null || last.name === '(' ? end.from : last.to;
  return { block, start: place, end: place, text: `${separator}${name}=${value}` };
}
