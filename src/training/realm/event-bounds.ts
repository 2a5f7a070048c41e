/** Bounds what a run may report, so that a loop that draws for ever costs the host no memory: what is more is dropped. */
import type { PointsMessage, RunEvent, RunId } from '../protocol/protocol.ts';
import type { EventPort } from './events.ts';

/** More than a person looks at, and more than a sweep in a program of the book makes. */
export const MOST = { figures: 200, figureFiles: 200, fits: 500, curves: 100, points: 2_000_000 } as const;

/** How each of them is told, after `Only the first 200`. */
const NAMES: Readonly<Record<keyof typeof MOST, string>> = {
  figures: 'figures of a run',
  figureFiles: 'saved figures of a run',
  fits: 'fits of a run',
  curves: 'curves of a fit',
  points: 'points of a run',
};

/** Passes events on while they are within the bounds; of each bound the first excess is told on stderr. */
export class EventBounds implements EventPort {
  readonly #port: EventPort;
  #run: RunId = 0;
  #figures = 0;
  #figureFiles = 0;
  #points = 0;
  readonly #curves = new Map<number, Set<string>>();
  readonly #told = new Set<keyof typeof MOST>();

  constructor(port: EventPort) {
    this.#port = port;
  }

  now(): number {
    return this.#port.now();
  }

  post(event: RunEvent): void {
    if (event.run !== this.#run) this.#begin(event.run);
    const kept = this.#within(event);
    if (kept !== null) this.#port.post(kept);
  }

  #begin(run: RunId): void {
    this.#run = run;
    this.#figures = 0;
    this.#figureFiles = 0;
    this.#points = 0;
    this.#curves.clear();
    this.#told.clear();
  }

  /** The event, without what is over a bound; null: nothing is left of it. */
  #within(event: RunEvent): RunEvent | null {
    if ('fit' in event && event.fit >= MOST.fits) return this.#tell('fits');
    if (event.type === 'figure' && ++this.#figures > MOST.figures) return this.#tell('figures');
    if (event.type === 'figureFile' && ++this.#figureFiles > MOST.figureFiles)
      return this.#tell('figureFiles');
    return event.type === 'points' ? this.#pointsWithin(event) : event;
  }

  #pointsWithin(event: PointsMessage): PointsMessage | null {
    const known = this.#curvesOf(event.fit);
    const curves = event.curves.filter(({ label }) => known.has(label) || known.size < MOST.curves);
    for (const { label, points } of curves) {
      known.add(label);
      this.#points += points.length;
    }
    if (this.#points > MOST.points) return this.#tell('points');
    if (curves.length === event.curves.length) return event;
    this.#tell('curves');
    return { ...event, curves };
  }

  #curvesOf(fit: number): Set<string> {
    let curves = this.#curves.get(fit);
    if (curves === undefined) this.#curves.set(fit, (curves = new Set()));
    return curves;
  }

  #tell(bound: keyof typeof MOST): null {
    if (this.#told.has(bound)) return null;
    this.#told.add(bound);
    const text = `Only the first ${String(MOST[bound])} ${NAMES[bound]} are shown.\n`;
    this.#port.post({ type: 'output', run: this.#run, stream: 'stderr', text });
    return null;
  }
}
