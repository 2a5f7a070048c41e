/** The nodes of the tape, and the edges along which gradients go. */
import type { DType } from '../../backend/dtype.ts';
import { runtimeError } from '../../backend/error.ts';
import type { Shape } from '../../backend/layout.ts';
import { full, type GraphNode, type Tensor } from '../../tensor/tensor.ts';
import type { SavedTensor } from './saved.ts';

/** Where a gradient goes next: the node that made an input, the input itself when it is a leaf, or nowhere. */
export type Edge = { readonly to: Node | Tensor; readonly output: number } | null;

/**
 * The gradient of one operation: from the gradients of its outputs those of its tensor inputs, in their order, written in
 * operations. A broadcast or a dtype change of an input is undone by the caller. null where no gradient is wanted or exists.
 */
export type Gradient = (grad: Tensor, node: Node) => Gradients;

/** Of a view: the part of a tensor like its input that it shows, as a view without a place on the tape. */
export type Part = (whole: Tensor, node: Node) => Tensor;
export type Gradients = readonly (Tensor | null)[];

/** Whether a node can be walked again after a pass that frees: by default, when it saved no tensor. */
export type SecondBackward = 'raises' | 'works';

const FREED =
  'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). ' +
  'Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if ' +
  'you need to backward through the graph a second time or if you need to access saved tensors after calling backward.';

const NONE: readonly SavedTensor[] = [];
let sequence = 0;

/** Nodes so far: the number of the latest one. */
export const nodesMade = (): number => sequence;

/** The gradients of all outputs of a node that has several; an unused output counts as zeros. */
export function outputGradients(node: Node): Tensor[] {
  return node.outputs.map((like, i) => node.pending[i] ?? full(like.shape, 0, like.dtype));
}

/** One recorded operation. */
export class Node implements GraphNode {
  references = 1;
  readonly sequence = ++sequence;
  /** Gradients of the outputs while a backward pass collects them. */
  pending: (Tensor | null)[] = [];
  /** Outputs whose `grad` was asked for by `retain_grad`; not kept alive by this. */
  watched: Tensor[] = [];
  /** By output, the hooks on its gradient (custom-function.ts). */
  hooks: Map<number, number[]> | null = null;
  /** The nodes behind it with larger numbers are parts of the operation that it stands for; null: it has none. */
  partsAfter: number | null = null;
  /** The backward pass that last saw the node. */
  pass = 0;
  #freed = false;
  /** Kept by PyTorch's node for its gradient, and not read by this one's: what is done to them is an error all the same. */
  #kept: readonly SavedTensor[] = NONE;

  constructor(
    /** As PyTorch prints it. */
    public name: string,
    readonly edges: readonly Edge[],
    readonly inputs: readonly { readonly shape: Shape; readonly dtype: DType }[],
    /** Outputs' shapes and dtypes: what an output that got no gradient counts as zeros of. */
    readonly outputs: readonly { readonly shape: Shape; readonly dtype: DType }[],
    readonly gradient: Gradient,
    private saved: readonly SavedTensor[],
    /** The operation's arguments that are no tensors, by position in the schema. */
    readonly args: readonly unknown[],
    /** Where the gradient goes as it is, the rest of the input's being 0; null where {@link gradient} must compute it. */
    readonly part: Part | null = null,
    private readonly secondBackward: SecondBackward | null = null,
  ) {
    for (const edge of edges) edge?.to.retain();
  }

  /**
   * Lets it stand for an operation that is one in PyTorch, and several here.
   * @param before the number of the latest node before the operation
   */
  stands(name: string, before: number): void {
    this.name = name;
    this.partsAfter = before;
  }

  /** Whether the saved values are gone. */
  get isFreed(): boolean {
    return this.#freed;
  }

  /** Whether input `i` wants a gradient. */
  needs(i: number): boolean {
    return (this.edges[i] ?? null) !== null;
  }

  /** How many tensors were saved. */
  get savedCount(): number {
    return this.saved.length;
  }

  /** The i-th saved tensor. @throws TorchError once the values were freed or changed in place */
  savedTensor(i: number): Tensor {
    const saved = this.saved[i];
    if (this.#freed || saved === undefined) throw runtimeError(FREED);
    return saved.unpack(this);
  }

  /** Shape and strides of the i-th saved tensor, also once its values were changed in place. @throws TorchError once they were freed */
  savedLayout(i: number): Pick<Tensor, 'shape' | 'strides'> {
    const saved = this.saved[i];
    if (this.#freed || saved === undefined) throw runtimeError(FREED);
    return saved.layout;
  }

  /** Takes over tensors that PyTorch's node keeps although the gradient here does not read them. */
  keep(kept: readonly SavedTensor[]): void {
    this.#kept = [...this.#kept, ...kept];
  }

  /** @throws TorchError when the saved values are gone, or one that PyTorch's node keeps was changed in place */
  checkAlive(): void {
    if (this.#freed) throw runtimeError(FREED);
    for (const saved of this.#kept) saved.check(this);
  }

  /** Lets go of the saved values: the graph was walked. */
  free(): void {
    const keepsNone = this.saved.length + this.#kept.length === 0;
    if (this.secondBackward === null ? keepsNone : this.secondBackward === 'works') return;
    this.#freed = true;
    this.#releaseSaved();
  }

  #releaseSaved(): void {
    const { saved } = this;
    const kept = this.#kept;
    this.saved = NONE;
    this.#kept = NONE;
    for (const tensor of saved) tensor.release();
    for (const tensor of kept) tensor.release();
  }

  retain(): this {
    this.references++;
    return this;
  }

  /** Chains of nodes can be long, so their release is a loop, not a recursion. */
  release(): void {
    if (--this.references > 0) return;
    dying.push(this);
    if (dying.length > 1) return;
    for (const node of dying) node.letGo();
    dying.length = 0;
  }

  /** Nothing refers to the node any more. */
  protected letGo(): void {
    this.#freed ||= this.saved.length > 0;
    this.#releaseSaved();
    for (const edge of this.edges) edge?.to.release();
  }
}

const dying: Node[] = [];

/** The edge to whatever made `tensor`; null when it wants no gradient. */
export function edgeTo(tensor: Tensor): Edge {
  if (!tensor.requiresGrad) return null;
  return { to: (tensor.node as Node | null) ?? tensor, output: tensor.output };
}
