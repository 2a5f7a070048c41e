/** Which line of the learner's code printed what. */
import type { PrintedLine, RunId } from '../protocol/protocol.ts';
import { BATCH_MILLISECONDS, type EventPort } from './events.ts';

/** Characters kept of what a line prints. */
const MOST_CHARACTERS = 200;
/** Lines of code that are told apart in a run; what further ones print is not located. */
const MOST_LINES = 1000;

type Line = { -readonly [K in keyof PrintedLine]: PrintedLine[K] };

/** What each line of the learner's code prints: the latest text of every line, in batches. */
export class PrintedLines {
  readonly #port: EventPort;
  #run: RunId = 0;
  readonly #lines = new Map<string, Line>();
  readonly #changed = new Set<Line>();
  #posted = -Infinity;

  constructor(port: EventPort) {
    this.#port = port;
  }

  begin(run: RunId): void {
    this.#run = run;
    this.#lines.clear();
    this.#changed.clear();
    this.#posted = -Infinity;
  }

  /** @param text what the line printed, with its line feed */
  add(document: string, line: number, text: string): void {
    const known = this.#line(document, line);
    if (known === null) return;
    known.text = text.slice(0, Math.min(text.length - 1, MOST_CHARACTERS));
    known.count++;
    this.#changed.add(known);
    this.flushIfDue();
  }

  flushIfDue(): void {
    if (this.#changed.size > 0 && this.#port.now() - this.#posted >= BATCH_MILLISECONDS) this.flush();
  }

  flush(): void {
    if (this.#changed.size === 0) return;
    this.#posted = this.#port.now();
    const lines = [...this.#changed].map((line) => ({ ...line }));
    this.#changed.clear();
    this.#port.post({ type: 'printed', run: this.#run, lines });
  }

  #line(document: string, line: number): Line | null {
    const key = `${line} ${document}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    if (this.#lines.size === MOST_LINES) return null;
    const added = { document, line, text: '', count: 0 };
    this.#lines.set(key, added);
    return added;
  }
}
