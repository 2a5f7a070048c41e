/** The client's breakpoints, by document, as the engine is told of them. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Breakpoint } from '../training/protocol/debug.ts';

/** The engine places no more. */
const MOST = 1000;

export class ClientBreakpoints {
  #last = 0;
  readonly #byDocument = new Map<string, readonly Breakpoint[]>();

  get all(): readonly Breakpoint[] {
    return [...this.#byDocument.values()].flat().slice(0, MOST);
  }

  /** Replaces those of a document; one that was there before keeps its number, and so its count of hits. */
  set(document: string, wanted: readonly DebugProtocol.SourceBreakpoint[]): readonly Breakpoint[] {
    const before = new Map(this.#byDocument.get(document)?.map((point) => [keyOf(point), point.id]));
    const points = wanted.map(({ line, condition, hitCondition, logMessage }) => {
      const point = {
        document,
        line,
        ...(condition === undefined ? {} : { condition }),
        ...(hitCondition === undefined ? {} : { hitCondition }),
        ...(logMessage === undefined ? {} : { logMessage }),
      };
      return { ...point, id: before.get(keyOf(point)) ?? ++this.#last };
    });
    this.#byDocument.set(document, points);
    return points;
  }
}

function keyOf({ line, condition, hitCondition, logMessage }: Omit<Breakpoint, 'id'>): string {
  return JSON.stringify([line, condition, hitCondition, logMessage]);
}
