/** What is about to happen to documents after a pause: one scheduler for all pauses, whose state can be read. */

/** What a document waits for. */
export type Pause =
  /** The text is being typed: once it rests it is taken in. */
  | 'typing'
  /** The document was saved, and another one's run goes on. */
  | 'save'
  /** The text was taken in: the run starts in a turn of its own, so that a key is not kept waiting by both. */
  | 'start'
  /** A control was used: the run takes its newest value. */
  | 'control'
  /** A number is being typed: the runs until it rests count as one. */
  | 'number';

/** Those after which an exercise runs. */
export const RUN_PAUSES: readonly Pause[] = ['typing', 'save', 'start', 'control'];

export class RunSchedule {
  readonly #timers = new Map<string, Map<Pause, ReturnType<typeof setTimeout>>>();

  /** `elapsed`: what is done when a document's pause is over. */
  constructor(private readonly elapsed: Readonly<Record<Pause, (uri: string) => void>>) {}

  /** What a document waits for, the pause that began last at the end. */
  pending(uri: string): readonly Pause[] {
    return [...(this.#timers.get(uri)?.keys() ?? [])];
  }

  isPending(uri: string, pause: Pause): boolean {
    return this.#timers.get(uri)?.has(pause) ?? false;
  }

  /** Starts a document's pause anew; `milliseconds` from now. */
  restart(uri: string, pause: Pause, milliseconds: number): void {
    this.cancel(uri, [pause]);
    const timers = this.#timers.get(uri) ?? new Map<Pause, ReturnType<typeof setTimeout>>();
    this.#timers.set(uri, timers);
    timers.set(
      pause,
      setTimeout(() => {
        this.cancel(uri, [pause]);
        this.elapsed[pause](uri);
      }, milliseconds),
    );
  }

  /** Starts a document's pause unless it is under way: what keeps asking is answered at intervals. */
  begin(uri: string, pause: Pause, milliseconds: number): void {
    if (!this.isPending(uri, pause)) this.restart(uri, pause, milliseconds);
  }

  /** Ends pauses of a document before their time; all of them unless named. */
  cancel(uri: string, pauses: readonly Pause[] = this.pending(uri)): void {
    const timers = this.#timers.get(uri);
    if (timers === undefined) return;
    for (const pause of pauses) {
      clearTimeout(timers.get(pause));
      timers.delete(pause);
    }
    if (timers.size === 0) this.#timers.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#timers.keys()]) this.cancel(uri);
  }
}
