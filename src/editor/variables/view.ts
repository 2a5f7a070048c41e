/** The view of a run's variables. Nothing is loaded until it is seen, and no run tells of them unless it is. */

import * as vscode from 'vscode';
import { visibleLine } from '../../text/visible.ts';
import type { Editor } from '../editor.ts';
import { descriptionOf, type VariableNode } from './variable-tree.ts';
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

  getTreeItem({ variable, path, parts, isChanged }: VariableNode): vscode.TreeItem {
    const { t } = vscode.l10n;
    const item = new vscode.TreeItem(visibleLine(variable.name), parts.length > 0 ? Collapsed : None);
    const description = descriptionOf(variable, t);
    const changed = isChanged ? t('changed since the last run') : '';
    item.id = path;
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(
      iconOf(variable.tensor !== undefined, parts.length > 0),
      isChanged ? new vscode.ThemeColor('gitDecoration.modifiedResourceForeground') : undefined,
    );
    item.tooltip = [`${visibleLine(path)}: ${description}`, changed].filter((line) => line !== '').join('\n');
    item.accessibilityInformation = {
      label: [visibleLine(variable.name), description, changed].filter((word) => word !== '').join(', '),
    };
    if (variable.tensor !== undefined) {
      item.contextValue = variable.tensor.requiresGrad ? 'd2l.tensorWithGraph' : 'd2l.tensor';
      item.command = { command: 'd2l.variables.open', title: t('Show as a table'), arguments: [{ path }] };
    }
    return item;
  }
}

function iconOf(isTensor: boolean, hasParts: boolean): string {
  if (isTensor) return 'symbol-array';
  return hasParts ? 'symbol-class' : 'symbol-variable';
}

export function registerVariablesView(load: () => Promise<Editor>): vscode.Disposable {
  const tree = new VariablesTree(load);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  tree.summarized = (summary) => (view.description = summary);
  const see = async (): Promise<void> => {
    (await load()).variables.isSeen = view.visible;
  };
  const shown = view.onDidChangeVisibility(() => void see());
  if (view.visible) void see();
  return vscode.Disposable.from(view, shown);
}
