/** Corrections of the tensors and options that calls are given. */

import type { SyntaxNode } from '@lezer/common';
import type { AdviceFacts, Frame } from '../../training/protocol/protocol.ts';
import {
  argumentsOf,
  calleeName,
  statementOf,
  textOf,
  withKeyword,
  type Code,
  type CodeEdit,
  type Part,
} from '../code.ts';

/** Makes the tensor of which a gradient is asked at the frame one of float32. */
export function makeFloat(code: Code, frame: Frame): readonly CodeEdit[] {
  const part = code.partAt(frame);
  const torch = code.nameOf('torch');
  if (part === null || torch === null) return [];
  const { block, node } = part;
  if (node.name === 'CallExpression') {
    const name = calleeName(block, node);
    if (name === 'requires_grad_') return floatReceiver(part);
    if (name === 'Parameter') return floatArgument(part);
    const edit = withKeyword(block, node, 'dtype', `${torch}.float32`);
    return edit === null || !argumentsOf(block, node).has('requires_grad') ? [] : [edit];
  }
  return floatBeforeAssignment(part);
}

/** `x.requires_grad_()` becomes `x = x.float().requires_grad_()`; a tensor that is just being made is made of floats. */
function floatReceiver({ block, node }: Part): readonly CodeEdit[] {
  const receiver = node.firstChild?.firstChild;
  if (receiver === null || receiver === undefined) return [];
  const float: CodeEdit = { block, start: receiver.to, end: receiver.to, text: '.float()' };
  if (node.parent?.name !== 'ExpressionStatement') return receiver.name === 'CallExpression' ? [float] : [];
  if (receiver.name !== 'VariableName') return [];
  const assigned: CodeEdit = {
    block,
    start: node.from,
    end: node.from,
    text: `${textOf(block, receiver)} = `,
  };
  return [assigned, float];
}

function floatArgument({ block, node }: Part): readonly CodeEdit[] {
  const argument = argumentsOf(block, node).get(0);
  if (argument === undefined) return [];
  return [appended({ block, node: argument }, '.float()')];
}

/** `x.requires_grad = True`: the line before makes `x` a tensor of floats. */
function floatBeforeAssignment({ block, node }: Part): readonly CodeEdit[] {
  const statement = statementOf(node);
  const [, name] = /^(\w+)\.requires_grad\s*=/.exec(statement === null ? '' : textOf(block, statement)) ?? [];
  if (statement === null || name === undefined) return [];
  const lineStart = block.source.lastIndexOf('\n', statement.from - 1) + 1;
  const indent = block.source.slice(lineStart, statement.from);
  if (indent.trim() !== '') return [];
  return [
    { block, start: statement.from, end: statement.from, text: `${name} = ${name}.float()\n${indent}` },
  ];
}

/** Gives the flat operand of the comparison at the frame a second dimension. */
export function makeColumn(
  code: Code,
  frame: Frame,
  flat: AdviceFacts['broadcastLoss']['flat'],
): readonly CodeEdit[] {
  const part = code.partAt(frame);
  const operand = part === null ? undefined : operandOf(part, flat);
  return part === null || operand === undefined
    ? []
    : [appended({ block: part.block, node: operand }, '.reshape(-1, 1)')];
}

function operandOf({ block, node }: Part, flat: 'first' | 'second'): SyntaxNode | undefined {
  if (node.name === 'BinaryExpression') {
    const operand = flat === 'first' ? node.firstChild : node.lastChild;
    return operand ?? undefined;
  }
  const isLoss =
    node.name === 'CallExpression' && /loss|criterion/i.test(textOf(block, node.firstChild ?? node));
  if (!isLoss) return undefined;
  const given = argumentsOf(block, node);
  return flat === 'first' ? (given.get(0) ?? given.get('input')) : (given.get(1) ?? given.get('target'));
}

/** Shuffles in the loader that is made at the frame. */
export function shuffle(code: Code, frame: Frame): readonly CodeEdit[] {
  const part = code.partAt(frame);
  if (part?.node.name !== 'CallExpression') return [];
  const { block, node } = part;
  const given = argumentsOf(block, node);
  const name = calleeName(block, node);
  if (name === 'DataLoader' && !given.has(2) && !given.has('sampler') && !given.has('batch_sampler')) {
    return [withKeyword(block, node, 'shuffle', 'True')].filter((edit) => edit !== null);
  }
  if (name !== 'load_array') return [];
  const flag = given.get(2) ?? given.get('is_train');
  return flag === undefined ? [] : [{ block, start: flag.from, end: flag.to, text: 'True' }];
}

/** Operands after which a method can follow without parentheses. */
const ATOM = /^(?:VariableName|MemberExpression|CallExpression|ParenthesizedExpression|ArrayExpression)$/;

/** A method or attribute of what a part is. */
export function appended({ block, node }: Part, method: string): CodeEdit {
  const text = textOf(block, node);
  return {
    block,
    start: node.from,
    end: node.to,
    text: ATOM.test(node.name) ? text + method : `(${text})${method}`,
  };
}
