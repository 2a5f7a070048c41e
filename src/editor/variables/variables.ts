/** What the latest run left in its names, as the view shows it, and what was evaluated over them since. */

import * as vscode from 'vscode';
import { elementCount } from '../../text/shape.ts';
import type { RunEvent, Variable, VariableTensor } from '../../training/protocol/protocol.ts';
import { NamesOfRun, type Answered, type Cancellation, type NamesHolder } from './names-of-run.ts';
import { treeOf, valuesOf, type Values, type VariableNode } from '../../run-model/variable-tree.ts';
import { arranged, Watches } from './watches.ts';

/** What runs: as people call it, the same for each run of it, and where it leaves its names. */
export interface VariablesSource extends NamesHolder {
  readonly title: string;
  /** Whether a change of this document is followed by another run of it. */
  isFollowed(document: string): boolean;
}

export class Variables implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  /** Somebody looks at them: runs are to tell them. */
  isSeen = false;
  /** Expressions that are evaluated after each run. */
  readonly watches = new Watches();
  /** Evaluated expressions that nobody wants to see any more. */
  readonly #hidden = new Set<string>();
  /** As the engine told them last. */
  #told: readonly VariableNode[] = [];
  #tree: readonly VariableNode[] = this.#arranged('');
  #source = '';
  #names: NamesOfRun | null = null;
  #isFollowed: VariablesSource['isFollowed'] = () => false;
  readonly #edits = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && this.#isFollowed(document.uri.toString())) this.#letGo();
  });
  /** What the run before the shown one left. */
  #before: Values | null = null;
  /** By what ran, what its latest run left. */
  readonly #left = new Map<string, Values>();

  get tree(): readonly VariableNode[] {
    return this.#tree;
  }

  /** What ran, as people call it; empty: nothing has. */
  get source(): string {
    return this.#source;
  }

  /** Null: nothing has run. */
  get names(): NamesOfRun | null {
    return this.#names;
  }

  accept({ title, ...holder }: VariablesSource, event: RunEvent): void {
    if (event.type !== 'variables') return;
    this.#before = this.#left.get(title) ?? null;
    this.#source = title;
    this.#names = new NamesOfRun(event.run, holder);
    this.#isFollowed = holder.isFollowed;
    this.#hidden.clear();
    this.#take(event.variables);
    void this.#watch(this.#names);
  }

  /** Evaluates an expression after each run from now on. @returns whether it can be: there may be too many */
  watch(expression: string): boolean {
    if (!this.watches.add(expression)) return false;
    this.#arrange('');
    return true;
  }

  /** The value of an expression is not wanted any more, nor after further runs. */
  forget(expression: string): void {
    this.watches.remove(expression);
    this.#hidden.add(expression);
    this.#arrange('');
  }

  /** Evaluates an expression over the names. @returns the node that shows its value; gone: nothing has run, too */
  async evaluate(expression: string, cancellation?: Cancellation): Promise<Answered<VariableNode>> {
    const names = this.#names;
    const answered = await names?.evaluate(expression, cancellation);
    if (answered === undefined || this.#names !== names) return { kind: 'gone' };
    if (answered.kind !== 'answered') return answered;
    this.#hidden.delete(expression.trim());
    this.#take(answered.value);
    const latest = this.#told.findLast(({ variable }) => variable.isResult);
    const value = latest && this.find(latest.path);
    return value === undefined ? { kind: 'gone' } : { kind: 'answered', value };
  }

  /** The variable at a path of the tree. */
  find(path: string): VariableNode | undefined {
    const search = (nodes: readonly VariableNode[]): VariableNode | undefined => {
      for (const node of nodes) {
        const found = node.path === path ? node : search(node.parts);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return search(this.#tree);
  }

  /** A variable's tensor with its first elements, as far as they can be had. @param most how many are wanted */
  async tensorOf({ variable, entry }: VariableNode, most: number): Promise<VariableTensor | undefined> {
    const { tensor } = variable;
    if (tensor === undefined) return undefined;
    const count = Math.min(most, elementCount(tensor.shape));
    if (tensor.elements.length >= count || tensor.dtype.startsWith('complex')) return tensor;
    const answered = await this.#names?.elements(entry, count);
    return answered?.kind === 'answered' ? { ...tensor, elements: answered.value } : tensor;
  }

  dispose(): void {
    this.#changes.dispose();
    this.#edits.dispose();
  }

  /** Evaluates the watched expressions over the names of the run that has told them. */
  async #watch(names: NamesOfRun): Promise<void> {
    const { expressions } = this.watches;
    if (expressions.length === 0) return;
    const answered = await names.watch(expressions);
    if (this.#names !== names) return;
    if (answered.kind === 'answered') this.#take(answered.value);
    else if (answered.kind === 'failed') this.#arrange(answered.text);
  }

  #take(variables: readonly Variable[]): void {
    this.#told = treeOf(variables, this.#before);
    this.#remember(this.#source, valuesOf(this.#told));
    this.#arrange('');
  }

  /** @param missing why watched expressions have no values; empty: nobody knows yet */
  #arrange(missing: string): void {
    this.#tree = this.#arranged(missing);
    this.#changes.fire();
  }

  #arranged(missing: string): readonly VariableNode[] {
    return arranged(this.#told, this.watches.expressions, this.#hidden, missing);
  }

  /** While the learner types there is time to put the names away, which the next run would wait for. */
  #letGo(): void {
    this.#isFollowed = () => false;
    this.#names?.forget();
  }

  /** Of a few: an exercise that has not run for long may count as new. */
  #remember(source: string, values: Values): void {
    this.#left.delete(source);
    this.#left.set(source, values);
    const [oldest] = this.#left.keys();
    if (this.#left.size > MOST_SOURCES && oldest !== undefined) this.#left.delete(oldest);
  }
}

const MOST_SOURCES = 8;
