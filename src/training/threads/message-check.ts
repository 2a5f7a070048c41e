/** Whether what came out of an engine is a message: the host's first question to everything that it hears. */
import type { WorkerToHost } from '../protocol/protocol.ts';
import type { RetireMessage } from '../realm/main.ts';
import { loadChecks, type Check, type Checks } from './load-checks.ts';

export type Message = WorkerToHost | RetireMessage;

/** Thrown of what is no message; its text holds nothing of it. */
export class NoMessage extends Error {
  constructor(
    reason: string,
    /** Which message it would be; empty: none. */
    readonly type: string,
  ) {
    super(reason);
  }
}

export class MessageCheck {
  readonly #checks: Checks;

  /** @param distribution the folder `dist` */
  constructor(distribution: string) {
    this.#checks = loadChecks(distribution);
  }

  /** The message that a text is. @throws NoMessage saying what is wrong with it */
  read(text: string): Message {
    const message = parsed(text);
    const type = typeOf(message);
    if (type === 'retire') return retirement(message);
    const check = Object.hasOwn(this.#checks, type) ? this.#checks[type] : undefined;
    if (check === undefined) throw new NoMessage('it is of no known type', '');
    if (!check(message)) throw new NoMessage(faultOf(type, check), type);
    return message as WorkerToHost;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoMessage('it is not JSON', '');
  }
}

function typeOf(message: unknown): string {
  const type = typeof message === 'object' ? (message as { type?: unknown } | null)?.type : undefined;
  return typeof type === 'string' ? type : '';
}

function retirement(message: unknown): RetireMessage {
  const { reason } = message as { reason?: unknown };
  return { type: 'retire', reason: typeof reason === 'string' ? reason.slice(0, 1000) : 'it says no reason' };
}

/** Where the fault is, in the protocol's words: names of the message's own are not repeated. */
function faultOf(type: string, { errors }: Check): string {
  const [first] = errors ?? [];
  return `its ${type}${first?.instancePath.slice(0, 100) ?? ''} is not as it must be (${first?.keyword ?? 'unknown'})`;
}
