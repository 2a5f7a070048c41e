/**
 * What a thread may say of the run that it executes, besides that each message is one: of that run only, of fits that have
 * begun, in the order of the protocol, and no more than the engine's own bounds let through.
 */
import { isDebugEvent } from '../protocol/debug.ts';
import type { DebugEvent, PointsMessage, RunEvent, RunId } from '../protocol/protocol.ts';
import { MOST } from '../realm/event-bounds.ts';

/** Of all else that a run tells. */
const MOST_CHARACTERS = 2 ** 28;

export class RunGuard {
  #isStarted = false;
  #fits = 0;
  #figures = 0;
  #points = 0;
  #characters = 0;
  readonly #curves = new Map<number, Set<string>>();

  constructor(
    private readonly run: RunId,
    private readonly isDebugged = false,
  ) {}

  /**
   * @param characters of the message as it came
   * @returns why the event is not to be believed; null where nothing is against it
   */
  refuses(event: RunEvent | DebugEvent, characters: number): string | null {
    if (event.run !== this.run) return 'it speaks of another run than its own';
    if (event.type === 'started') return this.#start();
    if (!this.#isStarted) return 'its run has not started';
    this.#characters += characters;
    if (event.type !== 'ended' && this.#characters > MOST_CHARACTERS) return 'the run says too much';
    if (isDebugEvent(event)) return this.isDebugged ? null : 'its run is not debugged';
    if (event.type === 'fitStarted') return event.fit === this.#fits++ ? null : 'its fits are out of order';
    if ('fit' in event && event.fit >= this.#fits) return 'its fit has not started';
    if (event.type === 'figure')
      return ++this.#figures <= MOST.figures ? null : 'the run draws too many figures';
    return event.type === 'points' ? this.#countPoints(event) : null;
  }

  #start(): string | null {
    if (this.#isStarted) return 'its run has started before';
    this.#isStarted = true;
    return null;
  }

  #countPoints({ fit, curves }: PointsMessage): string | null {
    const known = this.#curves.get(fit) ?? new Set();
    this.#curves.set(fit, known);
    for (const { label, points } of curves) {
      if (known.size < MOST.curves) known.add(label);
      if (!known.has(label)) return 'its fit has too many curves';
      this.#points += points.length;
    }
    return this.#points <= MOST.points ? null : 'its run has too many points';
  }
}
