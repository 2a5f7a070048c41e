/** The view of the workbook: chapters, sections and exercises, with how far the learner is. Nothing is loaded until it is seen. */

import * as vscode from 'vscode';
import type { Editor } from '../editor.ts';
import { chaptersOf, type WorkbookChapter, type WorkbookExercise, type WorkbookSection } from './outline.ts';
import { MARKS, exerciseLabel, isBegun, solvedCount, solvedSummary, type ProgressOf } from './tree-items.ts';
import type { Workbook } from './workbook.ts';

/** Id of the view in package.json. */
const VIEW = 'd2l.workbook';

/** The chapter that is open until the learner has begun with another one: the workbook opens in it. */
const FIRST_CHAPTER = '3';

export type WorkbookNode =
  | { readonly type: 'chapter'; readonly chapter: WorkbookChapter }
  | { readonly type: 'section'; readonly section: WorkbookSection }
  | { readonly type: 'exercise'; readonly exercise: WorkbookExercise };

class WorkbookTree implements vscode.TreeDataProvider<WorkbookNode> {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;
  /** How the whole workbook stands; empty while there is none. */
  summarized: (summary: string) => void = () => undefined;
  #progressOf: ProgressOf = () => 'new';
  #connected = false;

  constructor(private readonly load: () => Promise<Editor>) {}

  async getChildren(node?: WorkbookNode): Promise<WorkbookNode[]> {
    switch (node?.type) {
      case 'exercise':
        return [];
      case 'section':
        return node.section.exercises.map((exercise) => ({ type: 'exercise', exercise }));
      case 'chapter':
        return node.chapter.sections.map((section) => ({ type: 'section', section }));
      case undefined:
        return this.#chapters();
    }
  }

  async #chapters(): Promise<WorkbookNode[]> {
    const { workbook } = await this.load();
    this.#connect(workbook);
    const sections = await workbook.sections();
    this.summarized(sections.length === 0 ? '' : solvedSummary(sections, this.#progressOf, vscode.l10n.t));
    return chaptersOf(sections).map((chapter) => ({ type: 'chapter', chapter }));
  }

  getTreeItem(node: WorkbookNode): vscode.TreeItem {
    switch (node.type) {
      case 'chapter':
        return this.#chapterItem(node.chapter);
      case 'section':
        return this.#sectionItem(node.section);
      case 'exercise':
        return this.#exerciseItem(node.exercise);
    }
  }

  #chapterItem({ number, sections }: WorkbookChapter): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isOpen = number === FIRST_CHAPTER || isBegun(sections, this.#progressOf);
    const name = vscode.l10n.t('Chapter {0}', number);
    const item = new vscode.TreeItem(name, isOpen ? Expanded : Collapsed);
    item.id = `chapter ${number}`;
    item.description = solvedCount(sections, this.#progressOf);
    item.tooltip = `${name}: ${solvedSummary(sections, this.#progressOf, vscode.l10n.t)}`;
    item.accessibilityInformation = { label: item.tooltip };
    item.contextValue = 'd2l.chapter';
    return item;
  }

  #sectionItem(section: WorkbookSection): vscode.TreeItem {
    const item = new vscode.TreeItem(
      `${section.number} ${section.title}`,
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = section.number;
    item.description = solvedCount([section], this.#progressOf);
    const summary = solvedSummary([section], this.#progressOf, vscode.l10n.t);
    item.accessibilityInformation = { label: `${section.number} ${section.title}, ${summary}` };
    item.contextValue = 'd2l.section';
    item.tooltip = `${section.file}: ${summary}`;
    return item;
  }

  #exerciseItem(exercise: WorkbookExercise): vscode.TreeItem {
    const { icon, color, words } = MARKS[this.#progressOf(exercise.id)];
    const label = exerciseLabel(exercise);
    const item = new vscode.TreeItem(label);
    item.id = `exercise ${exercise.id}`;
    item.iconPath = new vscode.ThemeIcon(icon, color === null ? undefined : new vscode.ThemeColor(color));
    item.tooltip = `${label}: ${words(vscode.l10n.t)}`;
    item.accessibilityInformation = { label: item.tooltip };
    item.contextValue = 'd2l.exercise';
    item.command = {
      command: 'd2l.workbook.openExercise',
      title: vscode.l10n.t('Open the exercise'),
      arguments: [exercise.id],
    };
    return item;
  }

  #connect(workbook: Workbook): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#progressOf = (exercise) => workbook.progress.of(exercise);
    workbook.onDidChange(() => this.#changes.fire());
  }
}

export function registerWorkbookView(load: () => Promise<Editor>): vscode.Disposable {
  const tree = new WorkbookTree(load);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  tree.summarized = (summary) => (view.description = summary);
  return view;
}
