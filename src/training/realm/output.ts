/** What a run prints, posted in pieces and bounded. */
import type { LeftOut, OutputMessage, OutputTailMessage, RunId } from '../protocol/protocol.ts';
import { BATCH_MILLISECONDS, type EventPort } from './events.ts';

export type Stream = OutputMessage['stream'];

/** Text posted at once at most; longer text goes in several messages. */
const MESSAGE_CHARACTERS = 1 << 16;

/**
 * What a run prints: batched and in order. Python counts what it writes and keeps to the run's limit; what comes here is
 * bounded once more, as it may come by other ways.
 */
export class Output {
  readonly #port: EventPort;
  #run: RunId = 0;
  #left = 0;
  #dropped = 0;
  /** Before the end of an output that went over its limit. */
  #leftOut = 0;
  #stream: Stream = 'stdout';
  #waiting: string[] = [];
  #characters = 0;
  #posted = -Infinity;
  /** When the oldest text that waits was written. */
  #since = 0;

  constructor(port: EventPort) {
    this.#port = port;
  }

  /** @param characters how many are kept */
  begin(run: RunId, characters: number): void {
    this.#run = run;
    this.#left = characters;
    this.#dropped = 0;
    this.#leftOut = 0;
    this.#waiting = [];
    this.#characters = 0;
    this.#posted = -Infinity;
  }

  /** Characters left out because of the limit. */
  get dropped(): number {
    return this.#dropped + this.#leftOut;
  }

  /**
   * Posts the end of an output that went over its limit, in place of what was posted of it before.
   * @param pieces JSON of `[stream, text]` pairs
   */
  overflow(pieces: string, leftOut: LeftOut): void {
    this.flush();
    this.#leftOut = leftOut.characters;
    const parts = (JSON.parse(pieces) as [OutputTailMessage['parts'][number]['stream'], string][]).map(
      ([stream, text]) => ({ stream, text }),
    );
    this.#port.post({ type: 'outputTail', run: this.#run, leftOut, parts });
  }

  /** Counts characters that were left out before they came here. */
  drop(characters: number): void {
    this.#dropped += characters;
  }

  /** Lines are posted whole where possible; the rest of one follows when Python is polled. */
  write(stream: Stream, text: string): void {
    const kept = this.#keep(text);
    if (kept === '') return;
    // Every displayed value is a message of its own.
    if (stream !== this.#stream || stream === 'displayed') this.flush();
    this.#stream = stream;
    const now = this.#port.now();
    if (this.#waiting.length === 0) this.#since = now;
    this.#waiting.push(kept);
    this.#characters += kept.length;
    const due = kept.endsWith('\n') && now - this.#posted >= BATCH_MILLISECONDS;
    if (due || this.#characters >= MESSAGE_CHARACTERS) this.flush();
  }

  /** Posts what has waited long enough. */
  flushIfDue(): void {
    if (this.#waiting.length > 0 && this.#port.now() - this.#since >= BATCH_MILLISECONDS) this.flush();
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#posted = this.#port.now();
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#characters = 0;
    this.#port.post({ type: 'output', run: this.#run, stream: this.#stream, text });
  }

  #keep(text: string): string {
    if (text.length <= this.#left) {
      this.#left -= text.length;
      return text;
    }
    let cut = this.#left;
    if (isHighSurrogate(text.charCodeAt(cut - 1))) cut--;
    this.#dropped += text.length - cut;
    this.#left = 0;
    return text.slice(0, cut);
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
