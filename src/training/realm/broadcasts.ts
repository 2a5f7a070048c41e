/** Where operations have first spread their operands over each other. */
import type { Shape } from '../backend/layout.ts';
import type { Broadcast } from '../protocol/protocol.ts';
import { frameOf, type PythonKnowledge } from './advice/advisor.ts';

/** Broadcasts of a run that are told. */
const MOST = 100;
/** How often the line is looked for: of the same shapes, and of all. */
const LOOKS = { ofShapes: 8, all: 300 };
/** What a backward pass computes is not the learner's doing. */
const BACKWARD = new Set(['backward', 'grad']);

export class Broadcasts {
  #found = new Map<string, Broadcast>();
  readonly #looks = new Map<string, number>();
  #allLooks = 0;
  hasNew = false;

  constructor(private readonly place: PythonKnowledge['place']) {}

  begin(): void {
    this.#found.clear();
    this.#looks.clear();
    this.#allLooks = 0;
    this.hasNew = false;
  }

  /** Operands of the shapes `a` and `b` made a larger `result`. */
  readonly took = (a: Shape, b: Shape, result: Shape): void => {
    const shapes = `${a.join(' ')}, ${b.join(' ')}`;
    const looks = this.#looks.get(shapes) ?? 0;
    if (looks >= LOOKS.ofShapes || this.#allLooks >= LOOKS.all || this.#found.size >= MOST) return;
    this.#looks.set(shapes, looks + 1);
    this.#allLooks++;
    const place = this.place();
    if (place === null || BACKWARD.has(place.operation)) return;
    const frame = frameOf(place);
    const key = `${frame.line} ${frame.column} ${frame.document}`;
    if (this.#found.has(key)) return;
    this.#found.set(key, { ...frame, operands: [a, b], result });
    this.hasNew = true;
  };

  told(): readonly Broadcast[] {
    this.hasNew = false;
    return [...this.#found.values()];
  }
}
