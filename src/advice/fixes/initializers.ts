/** Corrections of a class's `__init__`. */

import type { SyntaxNode } from '@lezer/common';
import type { Block } from '../../exercises/model.ts';
import type { AdviceFacts } from '../../training/protocol/protocol.ts';
import { indentOf, offsetOf, textOf, type Code, type CodeEdit, type Part } from '../code.ts';

type Initializer = AdviceFacts['noSuperInit']['init'];

/** Bases whose own `__init__` needs no argument. */
const PLAIN_BASE = /^\(\s*(?:\w+\.)*(?:Module|DataModule|Classifier)\s*\)$/;

/** `self.save_hyperparameters()`, after the base's `__init__` where that is called. */
export function saveHyperparameters(code: Code, init: Initializer): readonly CodeEdit[] {
  const part = definitionAt(code, init);
  if (part === null) return [];
  const statements = statementsOf(part.node);
  const base = statements.find((statement) => isSuperInit(part.block, statement));
  const self = part.node.getChild('ParamList')?.getChild('VariableName');
  const call = `${self ? textOf(part.block, self) : 'self'}.save_hyperparameters()`;
  return base === undefined ? atStart(part, call) : after(part.block, base, call);
}

/** `super().__init__()` first of all, where the base is known to need no argument. */
export function callSuper(code: Code, init: Initializer): readonly CodeEdit[] {
  const part = definitionAt(code, init);
  const bases = part?.node.parent?.parent?.getChild('ArgList');
  if (part === null || !bases || !PLAIN_BASE.test(textOf(part.block, bases))) return [];
  return atStart(part, 'super().__init__()');
}

function definitionAt(code: Code, { document, line }: Initializer): Part | null {
  const block = code.blockAt(document, line);
  if (block === undefined) return null;
  const start = offsetOf(block, line, 1);
  const inLine = start + (/^[ \t]*/.exec(block.source.slice(start))?.[0].length ?? 0);
  let node: SyntaxNode | null = code.treeOf(block).resolveInner(inLine, 1);
  while (node !== null && node.name !== 'FunctionDefinition') node = node.parent;
  return node === null ? null : { block, node };
}

function statementsOf(definition: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (
    let child = definition.getChild('Body')?.firstChild ?? null;
    child !== null;
    child = child.nextSibling
  ) {
    if (child.name !== ':' && child.name !== 'Comment') found.push(child);
  }
  return found;
}

const isSuperInit = (block: Block, statement: SyntaxNode): boolean =>
  /^super\s*\(.*\)\s*\.\s*__init__\s*\(/s.test(textOf(block, statement));

const isDocstring = (statement: SyntaxNode | undefined): boolean =>
  statement?.name === 'ExpressionStatement' && statement.firstChild?.name === 'String';

function atStart({ block, node }: Part, call: string): readonly CodeEdit[] {
  const [first, second] = statementsOf(node);
  if (first === undefined) return [];
  if (isDocstring(first) && second === undefined) return after(block, first, call);
  const place = isDocstring(first) && second !== undefined ? second : first;
  const indent = indentOf(block, place);
  return indent === null ? [] : [{ block, start: place.from, end: place.from, text: `${call}\n${indent}` }];
}

function after(block: Block, statement: SyntaxNode, call: string): readonly CodeEdit[] {
  const indent = indentOf(block, statement);
  return indent === null
    ? []
    : [{ block, start: statement.to, end: statement.to, text: `\n${indent}${call}` }];
}
