/** What an expression stands for, as far as its names and the engine's signatures tell. */

import type { SyntaxNode } from '@lezer/common';
import { TENSOR, type NameEntry, type Names } from './names.ts';

/** Something that is known by the full name of its module, class or function; an `instance` by that of its class. */
export interface Meaning {
  readonly what: 'module' | 'class' | 'instance' | 'function';
  readonly name: string;
  /** As it is listed; for an instance nothing, unless it is an attribute of something. */
  readonly entry?: NameEntry;
}

/** What a name stands for at a place. */
export type Lookup = (name: string) => Meaning | undefined;

/** The member of something known. */
export function memberOf(names: Names, owner: Meaning, attribute: string): Meaning | undefined {
  if (owner.what === 'function') return undefined;
  const entry = names.member(owner.name, attribute);
  return entry === undefined ? undefined : meaningOfEntry(entry, `${owner.name}.${attribute}`);
}

function meaningOfEntry(entry: NameEntry, name: string): Meaning {
  if (entry.module) return { what: 'module', name: entry.module, entry };
  if (entry.class) return { what: 'class', name: entry.class, entry };
  if (entry.kind === 'function' || entry.kind === 'class') return { what: 'function', name, entry };
  return { what: 'instance', name: certain(entry.type ?? ''), entry };
}

/** The class of a type that may also be None or anything: `.grad` is a tensor where it is used. */
function certain(type: string): string {
  return type.replace(/ \| (?:None|Any)$/, '');
}

/** What a call gives: an instance of the class, or the result on which all forms of a function agree. */
function resultOf({ what, name, entry }: Meaning): Meaning | undefined {
  if (what === 'class') return { what: 'instance', name };
  const [first, ...others] = entry?.forms ?? [];
  if (what !== 'function' || !first?.result) return undefined;
  if (others.some(({ result }) => result !== first.result)) return undefined;
  // A method that gives its object, of whichever class that is.
  const owner = name.slice(0, name.lastIndexOf('.'));
  return { what: 'instance', name: first.result === 'Self' ? owner : certain(first.result) };
}

/** @returns undefined for what cannot be told without running the code */
export function meaningOf(
  node: SyntaxNode,
  source: string,
  names: Names,
  lookup: Lookup,
): Meaning | undefined {
  const again = (part: SyntaxNode | null): Meaning | undefined =>
    part ? meaningOf(part, source, names, lookup) : undefined;
  switch (node.name) {
    case 'VariableName':
      return lookup(source.slice(node.from, node.to));
    case 'CallExpression': {
      const called = again(node.firstChild);
      return called && resultOf(called);
    }
    case 'MemberExpression': {
      const owner = again(node.firstChild);
      const property = node.getChild('PropertyName');
      if (property) return owner && memberOf(names, owner, source.slice(property.from, property.to));
      return asTensor(owner);
    }
    case 'ParenthesizedExpression':
      return again(node.firstChild?.nextSibling ?? null);
    case 'BinaryExpression':
      return asTensor(again(node.firstChild)) ?? asTensor(again(node.lastChild));
    case 'UnaryExpression':
      return asTensor(again(node.lastChild));
    default:
      return undefined;
  }
}

/** Parts, negatives, sums and comparisons of tensors are tensors. */
function asTensor(operand: Meaning | undefined): Meaning | undefined {
  return operand?.what === 'instance' && operand.name === TENSOR
    ? { what: 'instance', name: TENSOR }
    : undefined;
}
