/** Corrections of code that asks for a GPU. */

import type { SyntaxNode } from '@lezer/common';
import type { Frame } from '../../training/protocol/protocol.ts';
import { calleeName, textOf, type Code, type CodeEdit, type Part } from '../code.ts';
import { packageName } from './data.ts';

const CUDA = /^[rRuU]?(['"])cuda(?::\d+)?\1$/;

/** Takes `.cuda()` away, or writes the device that is there in place of `'cuda'`. */
export function leaveCuda(code: Code, frame: Frame): readonly CodeEdit[] {
  const part = code.partAt(frame);
  if (part?.node.name !== 'CallExpression') return [];
  const { block, node } = part;
  if (calleeName(block, node) === 'cuda') return withoutCall(part);
  const named = stringsIn(node).filter((text) => CUDA.test(textOf(block, text)));
  const [device] = named;
  if (device === undefined || named.length > 1) return [];
  const d2l = packageName(code);
  const text = d2l === null ? "'cpu'" : `${d2l}.try_gpu()`;
  return [{ block, start: device.from, end: device.to, text }];
}

function withoutCall({ block, node }: Part): readonly CodeEdit[] {
  const receiver = node.firstChild?.firstChild;
  return receiver === null || receiver === undefined
    ? []
    : [{ block, start: receiver.to, end: node.to, text: '' }];
}

function stringsIn(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((inner) => {
    if (inner.name === 'String') found.push(inner.node);
  });
  return found.filter(({ from, to }) => from >= node.from && to <= node.to);
}
