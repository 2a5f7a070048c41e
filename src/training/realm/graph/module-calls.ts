/** Calls of modules: which of the tape's nodes were made within which. */
import { nodesMade, type Node } from '../../autograd/tape/node.ts';
import type { ModuleCall } from '../../protocol/protocol.ts';

/** Calls that are remembered; the oldest are forgotten. */
const MOST_CALLS = 20_000;

/** @see Node.sequence: nodes made in a call have numbers above `first` and up to `last`. */
interface Call {
  readonly module: number;
  readonly first: number;
  last: number;
}

/** What Python knows of a module, by the number that it has given it. */
export interface NamedModule {
  readonly name: string;
  readonly type: string;
}

export class ModuleCalls {
  /** In the order in which they ended: what a call holds stands before it. */
  #calls: Call[] = [];
  #open: Call[] = [];

  clear(): void {
    this.#calls = [];
    this.#open = [];
  }

  begins(module: number): void {
    this.#open.push({ module, first: nodesMade(), last: 0 });
  }

  ends(): void {
    const call = this.#open.pop();
    if (call === undefined) return;
    call.last = nodesMade();
    if (call.last > call.first) this.#calls.push(call);
    if (this.#calls.length >= 2 * MOST_CALLS) this.#calls = this.#calls.slice(-MOST_CALLS);
  }

  /** @param nodes in the order in which they were made; @returns the calls that made any, and of each node the innermost one's place */
  of(
    nodes: readonly Node[],
    nameOf: (module: number) => NamedModule,
  ): { readonly calls: readonly ModuleCall[]; readonly innermost: ReadonlyMap<Node, number> } {
    const all = [...this.#calls, ...this.#open.map((call) => ({ ...call, last: Infinity }))];
    const calls = all.sort((a, b) => a.first - b.first || b.last - a.last);
    const told: ModuleCall[] = [];
    const innermost = new Map<Node, number>();
    const open: { readonly call: Call; place: number }[] = [];
    let next = 0;
    for (const node of nodes) {
      const { sequence } = node;
      for (let call = calls[next]; call !== undefined && call.first < sequence; call = calls[++next])
        open.push({ call, place: -1 });
      while (open.length > 0 && (open.at(-1)?.call.last ?? 0) < sequence) open.pop();
      const around = open.filter(({ call }) => call.last >= sequence);
      around.forEach((one, depth) => {
        if (one.place >= 0) return;
        one.place = told.length;
        told.push({ ...nameOf(one.call.module), parent: around[depth - 1]?.place ?? -1 });
      });
      const place = around.at(-1)?.place;
      if (place !== undefined) innermost.set(node, place);
    }
    return { calls: told, innermost };
  }
}
