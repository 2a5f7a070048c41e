/** The graph of a run: what is noted for it while the run goes on, and told when it is over. */
import { edgeTo, Node } from '../../autograd/tape/node.ts';
import { watchPasses } from '../../autograd/tape/pass-watch.ts';
import type { Place, RunId } from '../../protocol/protocol.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { EventPort } from '../events.ts';
import { ModuleCalls, type NamedModule } from './module-calls.ts';
import { PassRecord } from './pass-record.ts';
import { endsBehind, tapeGraph, type NamedEnd } from './tape-graph.ts';

/** A line's name for a tensor: the number of the node that made it. */
export interface NamedNode {
  readonly name: string;
  readonly place: Place;
  readonly sequence: number;
}

/** What Python tells of the names of the run that is over. */
export interface NamedOnes {
  readonly tensors: readonly { readonly name: string; readonly handle: number }[];
  /** By the number that Python has given each when it was called first. */
  readonly modules: Readonly<Record<number, NamedModule>>;
}

const UNKNOWN: NamedModule = { name: '', type: 'Module' };

export class RunGraph {
  readonly calls = new ModuleCalls();
  #run: RunId = 0;
  #passes: PassRecord<readonly NamedNode[]> | null = null;

  /** @param lineNames what the lines of the code call the tensors that nodes have made */
  constructor(
    private readonly port: EventPort,
    private readonly lineNames: () => readonly NamedNode[],
  ) {}

  begin(run: RunId, isOn: boolean): void {
    this.#run = run;
    this.calls.clear();
    this.#passes = isOn ? new PassRecord(() => this.port.now(), this.lineNames) : null;
    watchPasses(this.#passes);
  }

  /** The run is over: tells of what is behind its names and its backward pass. */
  tell({ tensors, modules }: NamedOnes, tensorOf: (handle: number) => Tensor): void {
    const passes = this.#passes;
    if (passes === null) return;
    const { shown } = passes;
    const named = tensors.map(({ name, handle }) => ({ name, tensor: tensorOf(handle) }));
    const ends = named.flatMap(({ name, tensor }): NamedEnd[] => {
      const edge = edgeTo(tensor);
      return edge === null ? [] : [{ name, end: edge.to }];
    });
    const first = shown?.roots[0]?.to;
    const made = ends.map(({ end }) => end).filter((end) => end instanceof Node);
    const roots = [...(shown?.roots ?? []).map(({ to }) => to), ...made];
    const lines = namedEnds(shown?.names ?? this.lineNames(), roots);
    const graph = tapeGraph(
      roots,
      {
        names: [...lines, ...ends],
        leafNames: leafNames(named),
        normOf: (node, input) => passes.normOf(node, input),
        callsOf: (nodes) => this.calls.of(nodes, (module) => modules[module] ?? UNKNOWN),
      },
      shown === null || first === undefined
        ? null
        : {
            number: shown.number,
            count: passes.count,
            end: first,
            ...(passes.isFailed ? { isFailed: true } : {}),
          },
    );
    this.port.post({ type: 'graph', run: this.#run, graph });
  }

  /** Lets go of everything. */
  end(): void {
    watchPasses(null);
    this.#passes?.release();
    this.#passes = null;
    this.calls.clear();
  }
}

/** Those of the lines' names that are behind the roots. */
function namedEnds(names: readonly NamedNode[], roots: readonly (Node | Tensor)[]): readonly NamedEnd[] {
  const made = new Map<number, Node>();
  for (const end of endsBehind(roots).ends) if (end instanceof Node) made.set(end.sequence, end);
  return names
    .flatMap(({ name, place, sequence }) => {
      const end = made.get(sequence);
      return end === undefined ? [] : [{ name, place, end }];
    })
    .sort((a, b) => a.place.line - b.place.line);
}

/** The first name of each, which is the one that the code reaches it by most directly. */
function leafNames(
  named: readonly { readonly name: string; readonly tensor: Tensor }[],
): ReadonlyMap<Tensor, string> {
  const names = new Map<Tensor, string>();
  for (const { name, tensor } of named) if (!names.has(tensor)) names.set(tensor, name);
  return names;
}
