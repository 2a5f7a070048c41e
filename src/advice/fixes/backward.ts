/** Corrections around `backward()` and the update of the weights. */

import type { SyntaxNode } from '@lezer/common';
import type { Block } from '../../exercises/model.ts';
import type { AdviceFacts, Frame } from '../../training/protocol/protocol.ts';
import { calleeName, indentOf, statementOf, textOf, withKeyword, type Code, type CodeEdit } from '../code.ts';

const INDENT = '    ';
/** `w`, `self.optim`: what can be written before a dot. */
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** `retain_graph=True` for the call of `backward` at the frame. */
export function keepGraph(code: Code, first: Frame | null): readonly CodeEdit[] {
  const part = first === null ? null : code.partAt(first);
  if (part?.node.name !== 'CallExpression' || calleeName(part.block, part.node) !== 'backward') return [];
  return [withKeyword(part.block, part.node, 'retain_graph', 'True')].filter((edit) => edit !== null);
}

/** Puts the update at the frame, with the updates right before and after it, inside `with torch.no_grad():`. */
export function stopRecording(code: Code, frame: Frame): readonly CodeEdit[] {
  const part = code.partAt(frame);
  const statement = part === null ? null : statementOf(part.node);
  const torch = code.nameOf('torch');
  if (part === null || statement === null || torch === null || !isUpdate(part.node)) return [];
  const { block } = part;
  const indent = indentOf(block, statement);
  const [first, last] = [outermost(statement, 'prevSibling'), outermost(statement, 'nextSibling')];
  const text = block.source.slice(first.from, last.to);
  if (indent === null || indentOf(block, first) === null || /"""|'''/.test(text)) return [];
  const lines = text.replace(/(\r\n|\r|\n)(?=[ \t]*\S)/g, `$1${INDENT}`);
  const wrapped = `with ${torch}.no_grad():\n${indent}${INDENT}${lines}`;
  return [{ block, start: first.from, end: last.to, text: wrapped }];
}

/** `w -= …`, `w.sub_(…)`, or the target of `w[0] = …`. */
function isUpdate({ name, parent }: SyntaxNode): boolean {
  return /^(?:UpdateStatement|CallExpression)$/.test(name) || parent?.name === 'AssignStatement';
}

/** The last of the updates that stand side by side in one direction. */
function outermost(statement: SyntaxNode, direction: 'prevSibling' | 'nextSibling'): SyntaxNode {
  let found = statement;
  while (found.name === 'UpdateStatement' && found[direction]?.name === 'UpdateStatement') {
    found = found[direction];
  }
  return found;
}

/** Clears the gradients in the lines before the statement with `backward()`. */
export function clearGradients(
  code: Code,
  frame: Frame,
  facts: AdviceFacts['gradientsKept'],
): readonly CodeEdit[] {
  const part = code.partAt(frame);
  const statement = part === null ? null : statementOf(part.node);
  const clearing = clearingStatements(facts);
  if (part === null || statement === null || !textOf(part.block, part.node).includes('backward')) return [];
  const edit = before(part.block, statement, clearing);
  return edit === null ? [] : [edit];
}

function clearingStatements({ optimizer, module, weights }: AdviceFacts['gradientsKept']): readonly string[] {
  const owner = [optimizer, module].find((name) => name !== null && PATH.test(name));
  if (owner !== undefined && owner !== null) return [`${owner}.zero_grad()`];
  return weights.every((name) => PATH.test(name)) ? weights.map((name) => `${name}.grad = None`) : [];
}

/** Statements in lines of their own before another. */
function before(block: Block, statement: SyntaxNode, added: readonly string[]): CodeEdit | null {
  const indent = indentOf(block, statement);
  if (indent === null || added.length === 0) return null;
  const text = added.map((line) => `${line}\n${indent}`).join('');
  return { block, start: statement.from, end: statement.from, text };
}
