/** Collects the advice of a run. */
import type { Advice, AdviceFacts, AdviceKind, Frame } from '../../protocol/protocol.ts';

/** A place in the learner's code, and the operation of the engine that it is in. */
export interface Place extends Frame {
  /** `log`, `__truediv__`; empty when no function of the engine was called. */
  readonly operation: string;
}

/** Questions that only Python can answer; null when it cannot. */
export interface PythonKnowledge {
  /** Where the learner's code is now. */
  place(): Place | null;
  /** What could clear the gradients of the weights with these handles. */
  holders(handles: readonly number[]): AdviceFacts['gradientsKept'] | null;
}

/** Advice of one run at most. */
const MOST_ADVICE = 8;

/** Collects what is noticed during a run, each kind of mistake once for a place. */
export class Advisor {
  #collected: Advice[] = [];
  readonly #unlocated = new Set<AdviceKind>();

  constructor(readonly python: PythonKnowledge) {}

  /** Starts over for a run, or to execute it once more for its advice. */
  begin(): void {
    this.#collected = [];
    this.#unlocated.clear();
  }

  /** What was noticed so far. */
  get advice(): readonly Advice[] {
    return this.#collected;
  }

  /** Kinds of mistakes that were seen, and whose places a diagnostic rerun is to find. */
  get unlocated(): ReadonlySet<AdviceKind> {
    return this.#unlocated;
  }

  /** Something is wrong, but where can be said only by watching every operation. */
  markUnlocated(kind: AdviceKind): void {
    this.#unlocated.add(kind);
  }

  /** @param frame where the learner's code is, unless given */
  report<K extends AdviceKind>(
    kind: K,
    facts: AdviceFacts[K],
    frame: Frame | null = this.python.place(),
  ): void {
    const isKnown = ({ kind: other, frame: at }: Advice): boolean =>
      other === kind && at?.line === frame?.line;
    if (this.#collected.length === MOST_ADVICE || this.#collected.some(isKnown)) return;
    this.#collected.push({ kind, frame: frame === null ? null : frameOf(frame), facts } as Advice);
  }
}

/** The frame alone. */
export function frameOf({ document, line, column, endLine, endColumn, function: name }: Frame): Frame {
  return { document, line, column, endLine, endColumn, function: name };
}
