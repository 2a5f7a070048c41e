/** Frames and variables of the engine in the words of the Debug Adapter Protocol. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../advice/translate.ts';
import type { DebugFrame, DebugVariable } from '../training/protocol/debug.ts';

/** What people call a document. */
export type TitleOf = (document: string) => string;

/** A document, as a source. */
export function placeOf(
  document: string,
  line: number,
  titleOf: TitleOf,
): { source: DebugProtocol.Source; line: number } {
  return { source: { name: titleOf(document), path: document }, line };
}

/** A frame of the library is folded: it has no source that can be opened. */
export function frameOf(
  frame: DebugFrame,
  index: number,
  titleOf: TitleOf,
  t: Translate,
): DebugProtocol.StackFrame {
  const { name, source, line, isLearners } = frame;
  const place = isLearners
    ? placeOf(source, line, titleOf)
    : {
        source: { name: source, origin: t('library'), presentationHint: 'deemphasize' as const },
        line,
        presentationHint: 'subtle' as const,
      };
  return { id: index + 1, name, column: 1, ...place };
}

export function variableOf(variable: DebugVariable): DebugProtocol.Variable {
  const { name, value, type, reference, elements, expression } = variable;
  return {
    name,
    value,
    type,
    variablesReference: reference,
    // What has elements has members of its own besides, if it is a tensor.
    ...(elements > 0 ? { indexedVariables: elements, namedVariables: 1 } : {}),
    ...(expression === '' ? {} : { evaluateName: expression }),
  };
}

export function isPaged(count: number | undefined): count is number {
  return count !== undefined && count > 0;
}
