/** A debugged run, for tests: what it tells, and questions to it. */
import { expect } from 'vitest';
import type { DebugAnswer, DebugQuestion, DebugSetup } from '../../src/training/protocol/debug.ts';
import type { DebugCommand, DebugEvent, RunEvent, RunResult } from '../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../src/training/protocol/results.ts';
import type { Run, Session } from '../../src/training/threads/session.ts';

export type Stopped = Extract<DebugEvent, { type: 'debugStopped' }>;

type Point = DebugSetup['breakpoints'][number];
type Wanted = Omit<Point, 'id' | 'document'> & Partial<Pick<Point, 'document'>>;

export interface DebuggedOptions {
  readonly document?: string;
  readonly firstLine?: number;
  readonly seconds?: number;
  /** In the debugged document where they name no other. */
  readonly breakpoints?: readonly (Wanted | number)[];
  /** Number of a notebook's cell. */
  readonly execution?: number;
  readonly exceptions?: DebugSetup['exceptions'];
  readonly stopOnEntry?: boolean;
}

export class Debugged {
  readonly run: Run;
  readonly events: DebugEvent[] = [];
  readonly result: Promise<RunResult>;
  readonly #document: string;
  #seen = 0;
  #questions = 0;
  #wake: () => void = () => undefined;
  #isOver = false;

  constructor(session: Session, source: string, options: DebuggedOptions = {}) {
    this.#document = options.document ?? 'exercise.py';
    const collector = new RunCollector();
    const cells = [{ source, document: this.#document, firstLine: options.firstLine ?? 1 }];
    const limits = { seconds: options.seconds ?? 20, outputCharacters: 100_000 };
    const debug: DebugSetup = {
      breakpoints: this.breakpoints(options.breakpoints ?? []),
      exceptions: options.exceptions ?? [],
      stopOnEntry: options.stopOnEntry ?? false,
    };
    const accept = (event: RunEvent): void => collector.accept(event);
    const { execution } = options;
    const request = {
      cells,
      seed: 0,
      backend: 'auto',
      limits,
      debug,
      ...(execution && { execution }),
    } as const;
    this.run = session.start(request, accept, (event) => {
      this.events.push(event);
      this.#wake();
    });
    this.result = this.run.ended.then(() => {
      this.#isOver = true;
      this.#wake();
      return collector.result();
    });
  }

  breakpoints(wanted: NonNullable<DebuggedOptions['breakpoints']>): DebugSetup['breakpoints'] {
    return wanted.map((point, index) => ({
      document: this.#document,
      ...(typeof point === 'number' ? { line: point } : point),
      id: index + 1,
    }));
  }

  /** The next event of a type. @throws Error when the run ends before */
  async next<T extends DebugEvent['type']>(type: T): Promise<Extract<DebugEvent, { type: T }>> {
    for (;;) {
      const event = this.events[this.#seen++];
      if (event?.type === type) return event as Extract<DebugEvent, { type: T }>;
      if (event !== undefined) continue;
      this.#seen--;
      if (this.#isOver) throw new Error(`the run ended before it told of ${type}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Where it stands next: `line`, or `line name` of the innermost frame. */
  async stop(): Promise<Stopped> {
    return this.next('debugStopped');
  }

  async stopLine(): Promise<number> {
    return (await this.stop()).frames.find(({ isLearners }) => isLearners)?.line ?? 0;
  }

  order(command: DebugCommand | 'continue' | 'next' | 'stepIn' | 'stepOut' | 'pause'): void {
    this.run.command({ type: 'debug', command: typeof command === 'string' ? { command } : command });
  }

  async ask(question: DebugQuestion): Promise<DebugAnswer> {
    const id = ++this.#questions;
    this.run.command({ type: 'debug', command: { ...question, id } });
    for (;;) {
      const { id: answered, answer } = await this.next('debugAnswer');
      if (answered === id) return answer;
    }
  }

  /** The value of an expression in the innermost frame, or its failure. */
  async evaluate(expression: string, isTyped = false, frame = 0): Promise<string> {
    const answer = await this.ask({ command: 'evaluate', expression, frame, isTyped });
    if (answer.kind === 'failure') return answer.message;
    expect(answer.kind).toBe('value');
    return answer.kind === 'value' ? answer.value.value : '';
  }

  /** Names and values of a scope of the innermost frame, or of what a reference stands for. */
  async variables(of: 'locals' | 'globals' | number): Promise<Record<string, string>> {
    const reference = typeof of === 'number' ? of : await this.#scope(of);
    const answer = await this.ask({ command: 'variables', reference });
    if (answer.kind !== 'variables') throw new Error(JSON.stringify(answer));
    return Object.fromEntries(answer.variables.map(({ name, value }) => [name, value]));
  }

  async #scope(name: 'locals' | 'globals'): Promise<number> {
    const answer = await this.ask({ command: 'scopes', frame: 0 });
    const scopes = answer.kind === 'scopes' ? answer.scopes : [];
    return scopes.find((scope) => scope.name === name)?.reference ?? 0;
  }
}
