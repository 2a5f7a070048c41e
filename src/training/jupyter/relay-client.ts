/** What the relay in a kernel is asked (`relay.py`), and what it answers: of a stranger's machine, so looked at. */
import { deflateSync } from 'node:zlib';
import type { RunId } from '../protocol/protocol.ts';
import { JupyterError } from './address.ts';
import type { KernelChannel } from './channel.ts';

const MODULE = '_d2l_exercises_relay';

/** Sources of our Python package by path, and the one of them that is run. */
export interface PackageSources {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
}

export interface RelayedLines {
  /** Number of the first of {@link lines}. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Whether there are no more for now. */
  readonly isAll: boolean;
  /** Of a process that has ended, after its last line. */
  readonly status: number | null;
  /** The end of what it wrote to its standard error. */
  readonly errors: string;
}

/** The run that a relay was given last. */
export interface RelayedRun {
  readonly run: RunId;
  readonly isOver: boolean;
  /** How it is found again; null: it is not to be. */
  readonly keep: string | null;
}

export interface RelayState {
  readonly run: RelayedRun | null;
  /** Lines that the process was given. */
  readonly sent: number;
  /** The first line that it said. */
  readonly ready: string;
}

export class RelayClient {
  constructor(private readonly channel: KernelChannel) {}

  /** Brings the relay into the kernel, once. @param source of `relay.py` */
  async install(source: string): Promise<void> {
    await this.channel.execute(
      [
        'def _d2l_exercises():',
        '    import sys, types',
        `    if ${python(MODULE)} not in sys.modules:`,
        `        module = types.ModuleType(${python(MODULE)})`,
        `        exec(compile(${python(source)}, ${python(MODULE)}, 'exec'), module.__dict__)`,
        `        sys.modules[${python(MODULE)}] = module`,
        '_d2l_exercises()',
        'del _d2l_exercises',
      ].join('\n'),
    );
  }

  async start({ files, entry }: PackageSources): Promise<void> {
    const packed = deflateSync(JSON.stringify(files)).toString('base64');
    await this.#ask('start', { files: packed, entry });
  }

  /** @param number of the line: one that was sent before is not given to the process again */
  async send(number: number, line: string): Promise<void> {
    await this.#ask('send', { number, line });
  }

  async lines(since: number): Promise<RelayedLines> {
    const answer = await this.#ask('lines', { since });
    const { first, lines, isAll, status, errors } = answer;
    if (!isCount(first) || !isTexts(lines) || typeof isAll !== 'boolean' || typeof errors !== 'string')
      throw unintelligible();
    return { first, lines, isAll, status: typeof status === 'number' ? status : null, errors };
  }

  async state(): Promise<RelayState> {
    const { run, sent, ready } = await this.#ask('state', {});
    if (!isCount(sent) || typeof ready !== 'string') throw unintelligible();
    return { run: relayedRun(run), sent, ready };
  }

  async end(): Promise<void> {
    await this.#ask('end', {});
  }

  async #ask(name: string, parameters: object): Promise<Record<string, unknown>> {
    const question = JSON.stringify([name, parameters]);
    const answer = await this.channel.evaluate(
      `__import__('sys').modules[${python(MODULE)}].answer(${python(question)})`,
    );
    if (typeof answer !== 'object' || answer === null) throw unintelligible();
    return answer as Record<string, unknown>;
  }
}

function relayedRun(value: unknown): RelayedRun | null {
  const { run, isOver, keep } = Object(value) as Record<string, unknown>;
  if (!isCount(run) || typeof isOver !== 'boolean') return null;
  return { run, isOver, keep: typeof keep === 'string' ? keep : null };
}

/** A literal of Python's: JSON's texts are. */
function python(text: string): string {
  return JSON.stringify(text);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function unintelligible(): JupyterError {
  return new JupyterError(
    'the kernel gave no answer that can be understood: is it a Python kernel of IPython?',
  );
}
