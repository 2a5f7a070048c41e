/**
 * What an engine says, as its host hears it: each text is a message or nothing, speaks of a run that it was given, and keeps to the
 * bounds (decision 24). The same for every engine.
 */
import { isDebugEvent } from '../protocol/debug.ts';
import type { DebugEvent, LogMessage, ReadyMessage, RunEvent, RunId } from '../protocol/protocol.ts';
import { LogLimit } from './log-limit.ts';
import { MessageCheck, NoMessage, type Message } from './message-check.ts';
import { RunGuard } from './run-guard.ts';

/** An engine that has said so much that is none of its business is not listened to any more. */
const MOST_REFUSED = 1000;

export interface HearingListener {
  onReady(message: ReadyMessage): void;
  onEvent(event: RunEvent): void;
  onDebug?(event: DebugEvent): void;
  onLog(level: LogMessage['level'], text: string): void;
  /** No more runs are to be given to it, for this reason. */
  onRetired(reason: string): void;
}

export class Hearing {
  /** Of the runs that it has come to and not ended: it may speak of no others. */
  readonly #guards = new Map<RunId, RunGuard>();
  #isReady = false;
  #refused = 0;
  readonly #log: LogLimit;

  /** @param distribution the folder `dist` */
  constructor(
    private readonly distribution: string,
    private readonly listener: HearingListener,
  ) {
    this.#log = new LogLimit(listener.onLog.bind(listener));
    // While the engine starts there is time for it.
    setTimeout(() => this.#prepareCheck(), 0);
  }

  /** From now on it may speak of this run. */
  begin(run: RunId, isDebugged: boolean): void {
    this.#guards.set(run, new RunGuard(run, isDebugged));
  }

  /** @param text a message as JSON */
  hear(text: string): void {
    let message: Message;
    try {
      message = this.#check().read(text);
    } catch (error) {
      if (!(error instanceof NoMessage)) throw error;
      return this.#refuse(error.message, error.type === 'ended');
    }
    if (message.type === 'ready') this.#becomeReady(message);
    else if (message.type === 'log') this.#log.add(message.level, message.text);
    else if (message.type === 'retire') this.listener.onRetired(message.reason);
    else this.#tell(message, text.length);
  }

  /** Nothing more is going to be heard. */
  end(): void {
    this.#log.end();
  }

  #prepareCheck(): void {
    try {
      this.#check();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.listener.onRetired(`the engine's messages cannot be checked: ${reason}`);
    }
  }

  #check(): MessageCheck {
    let check = checks.get(this.distribution);
    if (check === undefined) checks.set(this.distribution, (check = new MessageCheck(this.distribution)));
    return check;
  }

  #becomeReady(message: ReadyMessage): void {
    if (this.#isReady) return this.#refuse('it was ready before');
    this.#isReady = true;
    this.listener.onReady(message);
  }

  #tell(event: RunEvent | DebugEvent, characters: number): void {
    const guard = this.#guards.get(event.run);
    if (guard === undefined) return this.#refuse('it does not execute this run');
    const reason = guard.refuses(event, characters);
    if (reason !== null) return this.#refuse(reason);
    if (isDebugEvent(event)) return this.listener.onDebug?.(event);
    if (event.type === 'ended') this.#guards.delete(event.run);
    this.listener.onEvent(event);
  }

  /**
   * What cannot be believed is left out, and the run goes on; without its end no run does.
   * @param isEnd it would have been one
   */
  #refuse(reason: string, isEnd = false): void {
    const text = `a message of the engine is left out: ${reason}`;
    this.#log.add('warn', text);
    if (isEnd || ++this.#refused > MOST_REFUSED) this.listener.onRetired(text);
  }
}

/** By distribution. */
const checks = new Map<string, MessageCheck>();
