/** Corrections of matrix products whose operands do not fit. */

import type { SyntaxNode } from '@lezer/common';
import type { Frame } from '../../training/protocol/protocol.ts';
import { argumentsOf, calleeName, textOf, type Code, type CodeEdit, type Part } from '../code.ts';
import type { WayToFit } from '../wording.ts';
import { appended } from './arguments.ts';

const PRODUCTS = new Set(['mm', 'matmul', 'dot', 'mv']);

/** Makes the operands of the product at the frame fit. */
export function fit(code: Code, frame: Frame, way: WayToFit): readonly CodeEdit[] {
  const part = code.partAt(frame);
  const operands = part === null ? null : operandsOf(part);
  if (part === null || operands === null) return [];
  const { block } = part;
  const [first, second] = operands;
  if (way === 'transposeFirst') return [appended({ block, node: first }, '.T')];
  if (way === 'transposeSecond') return [appended({ block, node: second }, '.T')];
  return [
    { block, start: first.from, end: first.to, text: textOf(block, second) },
    { block, start: second.from, end: second.to, text: textOf(block, first) },
  ];
}

function operandsOf({ block, node }: Part): readonly [SyntaxNode, SyntaxNode] | null {
  if (node.name === 'BinaryExpression') {
    const [first, operator, second] = [node.firstChild, node.firstChild?.nextSibling, node.lastChild];
    const isProduct = operator !== null && operator !== undefined && textOf(block, operator) === '@';
    return isProduct && first !== null && second !== null ? [first, second] : null;
  }
  if (node.name !== 'CallExpression' || !PRODUCTS.has(calleeName(block, node))) return null;
  const given = argumentsOf(block, node);
  const [first, second] = [given.get(0), given.get(1)];
  if (first === undefined) return null;
  return second === undefined ? ofMethod(node, first) : [first, second];
}

/** `X.mm(w)` */
function ofMethod(call: SyntaxNode, argument: SyntaxNode): readonly [SyntaxNode, SyntaxNode] | null {
  const receiver = call.firstChild?.name === 'MemberExpression' ? call.firstChild.firstChild : null;
  return receiver === null ? null : [receiver, argument];
}
