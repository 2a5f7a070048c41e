/** A process that is asked and answers by lines of JSON: bench/pytorch/server.py, bench/table/engine-server.ts. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Sources that share one fresh namespace. */
export interface Asked {
  readonly sources: readonly string[];
  readonly seed: number;
}

export interface Answered {
  readonly stdout: string;
  /** Of the whole. */
  readonly milliseconds: number;
  /** The most MiB of memory meanwhile; null where the system does not tell. */
  readonly peak: number | null;
}

export class AskedProcess {
  readonly #name: string;
  readonly #lines: AsyncIterator<string>;
  readonly #failed: Promise<never>;
  readonly #child;

  constructor(command: string, words: readonly string[], folder: string) {
    this.#name = command;
    this.#child = spawn(command, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
    this.#failed = new Promise<never>((_, reject) => this.#child.on('error', reject));
    this.#failed.catch(() => undefined);
  }

  /** The next line. */
  async answer<T>(): Promise<T> {
    const line: IteratorResult<string, unknown> = await Promise.race([this.#lines.next(), this.#failed]);
    if (line.done === true) throw new Error(`${this.#name} ended before it answered`);
    return JSON.parse(line.value) as T;
  }

  /** @throws Error with the program's traceback */
  async run(asked: Asked): Promise<Answered> {
    this.#child.stdin.write(`${JSON.stringify(asked)}\n`);
    const answer = await this.answer<Answered | { readonly error: string }>();
    if ('error' in answer) throw new Error(`${this.#name}: ${answer.error}`);
    return answer;
  }

  end(): void {
    this.#child.stdin.end();
  }
}
