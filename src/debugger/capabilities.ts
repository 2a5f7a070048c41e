/** What the debug adapter can do, for its client. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../advice/translate.ts';

export function capabilities(t: Translate): DebugProtocol.Capabilities {
  return {
    supportsConfigurationDoneRequest: true,
    supportsConditionalBreakpoints: true,
    supportsHitConditionalBreakpoints: true,
    supportsLogPoints: true,
    supportsEvaluateForHovers: true,
    supportsSetVariable: true,
    supportsSetExpression: true,
    supportsClipboardContext: true,
    supportsCompletionsRequest: true,
    completionTriggerCharacters: ['.'],
    supportsExceptionInfoRequest: true,
    supportsTerminateRequest: true,
    exceptionBreakpointFilters: [
      { filter: 'raised', label: t('Raised exceptions'), default: false },
      { filter: 'uncaught', label: t('Uncaught exceptions'), default: true },
    ],
  };
}
