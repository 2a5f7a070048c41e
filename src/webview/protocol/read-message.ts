/** Checks what arrives from the panel's page: it may be anything, and only what is one of our messages is taken in. */

import { isActive, isValueOf, type PanelState } from '../../run-model/state.ts';
import { fits, type Field } from './message-fields.ts';
import { MESSAGES, type MessageType, type WebviewToHost } from './messages.ts';

/**
 * The message in `data`, which came from the browser side and may be anything; undefined when it is none of ours.
 * Only the fields of the message's own type are taken over.
 */
export function readMessage(data: unknown): WebviewToHost | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, ...others } = data as Record<string, unknown>;
  if (!isType(type)) return undefined;
  const fields: readonly (readonly [string, Field])[] = Object.entries(MESSAGES[type]);
  if (!fields.every(([name, field]) => fits(field, others[name]))) return undefined;
  // Each of the type's fields was found to be what the type says.
  return { type, ...Object.fromEntries(fields.map(([name]) => [name, others[name]])) } as WebviewToHost;
}

function isType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(MESSAGES, type);
}

/** Whether the message makes sense for what the panel shows: of a page that is not ours it may be about anything. */
export function isAbout(state: PanelState, message: WebviewToHost): boolean {
  switch (message.type) {
    case 'stop':
      return isActive(state.status);
    case 'override': {
      const parameter = state.parameters.find(({ key }) => key === message.key);
      return parameter !== undefined && isValueOf(parameter.kind, message.value);
    }
    case 'openLocation':
      return mentions(state, message.document);
    default:
      return true;
  }
}

/** Only places that the panel itself shows can be opened. */
function mentions(state: PanelState, document: string): boolean {
  return (
    state.document === document ||
    state.parameters.some((parameter) => parameter.document === document) ||
    (state.results.error?.frames.some((frame) => frame.document === document) ?? false)
  );
}
