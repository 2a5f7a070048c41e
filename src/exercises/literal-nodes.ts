/** Literals in the syntax tree of Python. */
import type { SyntaxNode } from '@lezer/common';
import { readNumber, readSpecialFloat, readString, type NumberLiteral } from './literals.ts';
import type { Parameter } from './model.ts';

type Read = Pick<Parameter, 'kind' | 'value' | 'start' | 'end'>;

/** Calls that only make a tensor or array of their argument: the argument is the parameter. */
const TENSOR_MAKERS = /^(?:(?:torch|np|numpy|d2l)\.)?(?:tensor|as_tensor|Tensor|FloatTensor|array)$/;

/** Whether a call of this name only makes a tensor or array. */
export function isTensorMaker(callee: string): boolean {
  return TENSOR_MAKERS.test(callee);
}

/** The value and the place of a literal in the syntax tree; undefined for every other expression. */
export function readLiteral(node: SyntaxNode, source: string): Read | undefined {
  const text = source.slice(node.from, node.to);
  const place = { start: node.from, end: node.to };
  switch (node.name) {
    case 'Boolean':
      return { kind: 'boolean', value: text === 'True', ...place };
    case 'String': {
      const value = readString(text);
      return value === undefined ? undefined : { kind: 'string', value, ...place };
    }
    case 'ArrayExpression':
    case 'TupleExpression':
      return readVector(node, source);
    case 'CallExpression':
      return readWrapped(node, source);
    case 'ParenthesizedExpression':
      return node.firstChild?.nextSibling ? readLiteral(node.firstChild.nextSibling, source) : undefined;
    default:
      return readSigned(node, source);
  }
}

interface PlacedNumber extends NumberLiteral {
  readonly start: number;
  readonly end: number;
}

function readSigned(node: SyntaxNode, source: string): PlacedNumber | undefined {
  const { firstChild, lastChild } = node;
  if (node.name !== 'UnaryExpression') return readUnsigned(node, source);
  if (firstChild?.name !== 'ArithOp' || !lastChild) return undefined;
  const sign = source.slice(firstChild.from, firstChild.to);
  const number = readUnsigned(lastChild, source);
  if (!number || (sign !== '-' && sign !== '+')) return undefined;
  const value = sign === '-' && number.value !== 0 ? -number.value : number.value;
  return { ...number, value, start: node.from };
}

/**
 * The grammar takes the point of `2.` and `2.e5` for that of an attribute, so those are put together again
 * here.
 */
function readUnsigned(node: SyntaxNode, source: string): PlacedNumber | undefined {
  let end = node.to;
  if (node.name === 'MemberExpression' && node.firstChild?.name === 'Number') {
    end = (node.getChild('PropertyName') ?? node.getChild('.') ?? node).to;
  } else if (node.name !== 'Number') {
    return undefined;
  }
  const number = readNumber(source.slice(node.from, end));
  return number && { ...number, start: node.from, end };
}

function readVector(node: SyntaxNode, source: string): Read | undefined {
  const value: number[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^[[\](),]$/.test(child.name)) continue;
    const number = readSigned(child, source);
    if (!number) return undefined;
    value.push(number.value);
  }
  return value.length === 0 ? undefined : { kind: 'vector', value, start: node.from, end: node.to };
}

/** `torch.tensor([2, -3.4])` and `float('inf')`. */
function readWrapped(call: SyntaxNode, source: string): Read | undefined {
  const callee = call.firstChild;
  const argument = call.lastChild?.firstChild?.nextSibling;
  if (!callee || !argument) return undefined;
  const name = source.slice(callee.from, callee.to);
  if (name === 'float' && argument.name === 'String' && argument.nextSibling?.name === ')') {
    const value = readSpecialFloat(readString(source.slice(argument.from, argument.to)) ?? '');
    return value === undefined ? undefined : { kind: 'float', value, start: call.from, end: call.to };
  }
  const isTensor = isTensorMaker(name) && argument.name !== 'CallExpression' && argument.name !== 'String';
  return isTensor ? readLiteral(argument, source) : undefined;
}
