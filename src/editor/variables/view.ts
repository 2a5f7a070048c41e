/** The view of a run's variables. Nothing is loaded until it is seen, and no run tells of them unless it is. */

import * as vscode from 'vscode';
import type { Variable } from '../../training/protocol/protocol.ts';
import { visibleLine } from '../../text/visible.ts';
import type { WatchArgument } from '../arguments.ts';
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

  getTreeItem(node: VariableNode): vscode.TreeItem {
    const { t } = vscode.l10n;
    const { variable, path, parts, isChanged } = node;
    const item = new vscode.TreeItem(visibleLine(variable.name), parts.length > 0 ? Collapsed : None);
    const description = descriptionOf(variable, t);
    const changed = isChanged ? t('changed since the last run') : '';
    const watched = node.isWatched ? t('watched') : '';
    item.id = path;
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(
      iconOf(node),
      isChanged ? new vscode.ThemeColor('gitDecoration.modifiedResourceForeground') : undefined,
    );
    item.tooltip = [`${visibleLine(path)}: ${description}`, changed].filter((line) => line !== '').join('\n');
    item.accessibilityInformation = {
      label: [visibleLine(variable.name), description, watched, changed]
        .filter((word) => word !== '')
        .join(', '),
    };
    item.contextValue = contextOf(node);
    if (variable.tensor !== undefined) {
      item.command = { command: 'd2l.variables.open', title: t('Show as a table'), arguments: [{ path }] };
    }
    return item;
  }
}

/** Words by which the menus in package.json know what can be done with it. */
function contextOf({ variable, isWatched }: VariableNode): string {
  const { tensor, isResult } = variable;
  const words = [
    isWatched ? 'watched' : isResult ? 'result' : '',
    tensor === undefined ? '' : 'tensor',
    tensor?.requiresGrad ? 'graph' : '',
    layoutOf(tensor?.shape ?? []) === null ? '' : 'picture',
  ];
  return ['d2l', ...words.filter((word) => word !== '')].join('.');
}

function iconOf({ variable, parts, isWatched }: VariableNode): string {
  const { tensor, isResult, isFailed } = variable;
  if (isFailed) return 'error';
  if (isWatched) return 'eye';
  if (isResult) return 'symbol-operator';
  if (tensor !== undefined) return 'symbol-array';
  return parts.length > 0 ? 'symbol-class' : 'symbol-variable';
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

  /**
   * Watches an expression; asks for it where none is named.
   * @returns whether it is watched now
   */
  async watch({ path, isSelected, expression }: WatchArgument): Promise<boolean> {
    const { variables } = await this.load();
    const node = isSelected ? this.#view.selection[0] : variables.find(path);
    const isResult = node?.variable.isResult === true;
    const named = isResult ? node.variable.name : (await this.evaluate(expression))?.name;
    if (named === undefined) return false;
    const isWatched = variables.watch(named);
    const value = variables.find(`(${named})`);
    if (isWatched && value !== undefined) await this.#view.reveal(value, { select: true, focus: true });
    if (!isWatched)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No further expression can be watched: remove one, or take a shorter one.'),
      );
    return isWatched;
  }

  /** Takes an expression out of the view: the one whose value stands at a path of the tree, else the selected one. */
  async remove(path: string): Promise<void> {
    const { variables } = await this.load();
    const node = path === '' ? this.#view.selection[0] : variables.find(path);
    if (node?.variable.isResult) variables.forget(node.variable.name);
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  async #see(): Promise<void> {
    (await this.load()).variables.isSeen = this.#view.visible;
  }
}
