/** The output of a run as lines of a terminal. */
import { visible } from '../text/visible.ts';
import type { OutputMessage } from '../training/protocol/protocol.ts';
import type { Progress } from './progress.ts';
import type { TextStream } from './environment.ts';

export type OutputPart = Pick<OutputMessage, 'stream' | 'text'>;

/** A run without line feeds is written before it grows longer. */
const LONGEST_HELD = 10_000;

/**
 * What an exercise prints, as it comes. A line that is written over by carriage returns, as a progress bar's, is kept
 * back until it ends; a terminal shows meanwhile what it says now.
 */
export class OutputLines {
  readonly #streams: Readonly<Record<'stdout' | 'stderr', TextStream>>;
  readonly #progress: Progress;
  /** The line that is kept back, by stream. */
  readonly #held = { stdout: '', stderr: '' };
  /** Whether standard output stopped in the middle of a line. */
  #isMidLine = false;

  constructor(stdout: TextStream, stderr: TextStream, progress: Progress) {
    this.#streams = { stdout, stderr };
    this.#progress = progress;
  }

  add({ stream, text }: OutputPart): void {
    this.#progress.clear();
    if (stream === 'displayed') {
      this.end();
      this.#write('stdout', text.endsWith('\n') ? text : `${text}\n`);
    } else this.#take(stream, this.#held[stream] + text);
  }

  /** Writes what is kept back, and ends the line. */
  end(): void {
    for (const stream of ['stderr', 'stdout'] as const) {
      const held = this.#held[stream].replace(/\r+$/, '');
      this.#held[stream] = '';
      if (held !== '') this.#write(stream, `${held}\n`);
    }
    if (this.#isMidLine) this.#streams.stdout.write('\n');
    this.#isMidLine = false;
  }

  #take(stream: 'stdout' | 'stderr', text: string): void {
    const start = text.lastIndexOf('\n') + 1;
    const rest = text.slice(start);
    const isHeld = rest.includes('\r') && rest.length <= LONGEST_HELD;
    this.#held[stream] = isHeld ? rest : '';
    const now = isHeld ? text.slice(0, start) : text;
    if (now !== '') this.#write(stream, now);
    if (isHeld) this.#progress.line(visible(rest));
  }

  #write(stream: 'stdout' | 'stderr', text: string): void {
    this.#streams[stream].write(visible(text));
    if (stream === 'stdout') this.#isMidLine = !text.endsWith('\n');
  }
}
