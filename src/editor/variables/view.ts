/** The view of a run's variables. Nothing is loaded until it is seen, and no run tells of them unless it is. */

import * as vscode from 'vscode';
import type { Variable, VariableTensor } from '../../training/protocol/protocol.ts';
import { visibleLine } from '../../text/visible.ts';
import type { Editor } from '../editor.ts';
import { ownerOf, type VariableNode } from '../../run-model/variable-tree.ts';
import { descriptionOf } from './description.ts';
import { evaluateInLine } from './evaluate.ts';
import { layoutOf } from './tensor-picture.ts';
import type { Variables } from './variables.ts';

/** Id of the view in package.json. */
const VIEW = 'd2l.variables';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

class VariablesTree implements vscode.TreeDataProvider<VariableNode> {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;
  /** Of which run they are; empty while there is none. */
  summarized: (summary: string) => void = () => undefined;
  #variables: Variables | undefined;

  constructor(private readonly load: () => Promise<Editor>) {}

  async getChildren(node?: VariableNode): Promise<VariableNode[]> {
    if (node !== undefined) return [...node.parts];
    const { variables } = await this.load();
    if (this.#variables === undefined) variables.onDidChange(() => this.#changes.fire());
    this.#variables = variables;
    this.summarized(visibleLine(variables.source));
    return [...variables.tree];
  }

  getParent(node: VariableNode): VariableNode | undefined {
    return ownerOf(node, this.#variables?.tree ?? []);
  }

  getTreeItem({ variable, path, parts, isChanged }: VariableNode): vscode.TreeItem {
    const { t } = vscode.l10n;
    const item = new vscode.TreeItem(visibleLine(variable.name), parts.length > 0 ? Collapsed : None);
    const description = descriptionOf(variable, t);
    const changed = isChanged ? t('changed since the last run') : '';
    item.id = path;
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(
      iconOf(variable, parts.length > 0),
      isChanged ? new vscode.ThemeColor('gitDecoration.modifiedResourceForeground') : undefined,
    );
    item.tooltip = [`${visibleLine(path)}: ${description}`, changed].filter((line) => line !== '').join('\n');
    item.accessibilityInformation = {
      label: [visibleLine(variable.name), description, changed].filter((word) => word !== '').join(', '),
    };
    if (variable.tensor !== undefined) {
      item.contextValue = contextOf(variable.tensor);
      item.command = { command: 'd2l.variables.open', title: t('Show as a table'), arguments: [{ path }] };
    }
    return item;
  }
}

/** By which the menus in package.json know what can be done with it. */
function contextOf({ shape, requiresGrad }: VariableTensor): string {
  return `d2l.tensor${requiresGrad ? 'WithGraph' : ''}${layoutOf(shape) === null ? '' : 'Picture'}`;
}

function iconOf({ tensor, isResult }: Variable, hasParts: boolean): string {
  if (isResult) return 'symbol-operator';
  if (tensor !== undefined) return 'symbol-array';
  return hasParts ? 'symbol-class' : 'symbol-variable';
}

export class VariablesView implements vscode.Disposable {
  readonly #tree: VariablesTree;
  readonly #view: vscode.TreeView<VariableNode>;
  readonly #disposable: vscode.Disposable;

  constructor(private readonly load: () => Promise<Editor>) {
    this.#tree = new VariablesTree(load);
    this.#view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#tree.summarized = (summary) => (this.#view.description = summary);
    const shown = this.#view.onDidChangeVisibility(() => void this.#see());
    if (this.#view.visible) void this.#see();
    this.#disposable = vscode.Disposable.from(this.#view, shown);
  }

  /**
   * Asks for an expression over the variables and shows its value.
   * @param wanted evaluated at once, if given
   * @returns the value; undefined: there is none
   */
  async evaluate(wanted: string): Promise<Variable | undefined> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await this.#see();
    const value = await evaluateInLine((await this.load()).variables, wanted);
    if (value !== undefined) await this.#view.reveal(value, { select: true, focus: true, expand: true });
    return value?.variable;
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  async #see(): Promise<void> {
    (await this.load()).variables.isSeen = this.#view.visible;
  }
}
