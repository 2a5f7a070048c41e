/** The view of the data sets that are on this machine. Nothing is loaded until it is seen. */

import * as vscode from 'vscode';
import { downloadBytes } from '../../data/data-set.ts';
import { sizeText } from '../../data/sizes.ts';
import type { Editor } from '../editor.ts';
import type { DataSets, KeptSet } from './data-sets.ts';

/** Id of the view in package.json. */
const VIEW = 'd2l.dataSets';

class DataSetsTree implements vscode.TreeDataProvider<KeptSet> {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;
  /** How much all of them take; empty while there is none. */
  summarized: (summary: string) => void = () => undefined;
  #dataSets: DataSets | undefined;

  constructor(private readonly load: () => Promise<Editor>) {}

  refresh(): void {
    this.#changes.fire();
  }

  async getChildren(node?: KeptSet): Promise<KeptSet[]> {
    if (node !== undefined) return [];
    const { dataSets } = await this.load();
    if (this.#dataSets === undefined) dataSets.onDidChange(() => this.refresh());
    this.#dataSets = dataSets;
    const kept = await dataSets.kept();
    const bytes = kept.reduce((sum, set) => sum + set.bytes, 0);
    this.summarized(kept.length === 0 ? '' : sizeText(bytes));
    return [...kept];
  }

  getTreeItem({ set, stored, bytes }: KeptSet): vscode.TreeItem {
    const { t } = vscode.l10n;
    const item = new vscode.TreeItem(set.title);
    item.id = set.id;
    item.description =
      stored === null ? t('{0} of {1}', sizeText(bytes), sizeText(downloadBytes(set))) : sizeText(bytes);
    item.iconPath = new vscode.ThemeIcon(stored === null ? 'cloud-download' : 'database');
    item.contextValue = stored === null ? 'd2l.partialDataSet' : 'd2l.dataSet';
    const state = stored === null ? t('downloaded in part') : t('on this machine');
    item.tooltip = `${set.title}: ${set.about}. ${state}, ${item.description}`;
    item.accessibilityInformation = { label: `${set.title}, ${state}, ${item.description}` };
    return item;
  }
}

export function registerDataSetsView(load: () => Promise<Editor>): vscode.Disposable {
  const tree = new DataSetsTree(load);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree });
  tree.summarized = (summary) => (view.description = summary);
  // Other windows and the terminal have the same sets.
  const shown = view.onDidChangeVisibility(({ visible }) => {
    if (visible) tree.refresh();
  });
  return vscode.Disposable.from(view, shown);
}
