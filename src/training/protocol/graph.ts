/** The tape behind tensors of a run, when it is over: what was recorded, and what `backward` sent along it. */
import type { TensorShape } from './line-values.ts';
import type { Place } from './output.ts';
import type { Real } from './real.ts';
import type { RunId } from './run.ts';

/** From an operation to what made one of its inputs. */
export interface GraphEdge {
  /**
   * Place of that node in the list.
   * @minimum 0
   * @asType integer
   */
  readonly to: number;
  /** Of the tensor that went along the edge, as of its gradient on the way back. */
  readonly shape: TensorShape;
  /** L2 norm of the gradient that `backward` sent along the edge; missing where it sent none, or nobody measured it. */
  readonly norm?: Real;
}

/** A leaf: a tensor that no operation made. */
export interface GraphLeaf {
  /**
   * As the code reaches it after the run: `w`, `net.0.weight`; empty: no name does.
   * @maxLength 200
   */
  readonly name: string;
  /** L2 norm of its `grad`; missing where that is None. */
  readonly norm?: Real;
}

/** An operation that was recorded, or where gradients arrive. */
export interface GraphNode {
  /** As PyTorch names it: `AddmmBackward0`, `AccumulateGrad`. @maxLength 100 */
  readonly name: string;
  /** Of its first output; of a leaf its own. */
  readonly shape: TensorShape;
  /** @maxItems 1000 */
  readonly edges: readonly GraphEdge[];
  /** Its saved values are gone: a backward pass has freed them. */
  readonly isFreed?: true;
  readonly leaf?: GraphLeaf;
  /**
   * The call of a module in which it was made; missing: in none.
   * @minimum 0
   * @asType integer
   */
  readonly call?: number;
}

/** A call of a module while the graph was made. */
export interface ModuleCall {
  /** As the code reaches the module after the run: `net.0`; empty: no name does. @maxLength 200 */
  readonly name: string;
  /** Its class. @maxLength 200 */
  readonly type: string;
  /**
   * The call in which it was made: the place of an earlier one; -1: of none.
   * @minimum -1
   * @asType integer
   */
  readonly parent: number;
}

/** A tensor that the code has a name for, and where its gradient begins. */
export interface GraphTensor {
  /** `y_hat`, `net.0.weight`. @maxLength 200 */
  readonly name: string;
  /** The line that gave it the name; missing: it had it when the run was over. */
  readonly place?: Place;
  /**
   * Place of the node that made it, or of itself as a leaf.
   * @minimum 0
   * @asType integer
   */
  readonly node: number;
}

/** The backward pass whose gradients the edges tell. */
export interface GraphPass {
  /** From 1. */
  readonly number: number;
  /** Passes of the run. */
  readonly count: number;
  /**
   * Place of the node from which it began.
   * @minimum 0
   * @asType integer
   */
  readonly node: number;
  /** It did not come to its end: it raised. */
  readonly isFailed?: true;
}

export interface TapeGraph {
  /**
   * The operations in the order in which they were made, behind them the leaves.
   * @maxItems 2000
   */
  readonly nodes: readonly GraphNode[];
  /** Nodes that are not told. */
  readonly left: number;
  /** @maxItems 2000 */
  readonly calls: readonly ModuleCall[];
  /** @maxItems 1000 */
  readonly tensors: readonly GraphTensor[];
  /** Missing: no backward pass was made. */
  readonly pass?: GraphPass;
}

export interface GraphMessage {
  readonly type: 'graph';
  readonly run: RunId;
  readonly graph: TapeGraph;
}
