/**
 * When VS Code has brought back what was open before a reload of the window. Until then nobody knows that nothing is open:
 * the tabs come first, their editors later, each in a message of its own.
 */

import * as vscode from 'vscode';
import type { PanelHost } from '../webview/panel.ts';
import type { FollowedDocuments } from './documents.ts';
import { NOTEBOOK_TYPE } from './notebook/notebook-type.ts';

/** Milliseconds for an editor whose tab is there: a file that is gone never gets one. */
const PATIENCE = 10_000;
/** Milliseconds for a notebook that is there to tell that our kernel is the one it had. */
const KERNEL_PATIENCE = 1000;

/** Tabs of other files never keep the panel blank. */
const CAN_HOLD_EXERCISES = /\.(py|md|markdown|ipynb)$/i;

/** Lets the panel say that there is nothing once that can be known; an exercise is shown before. */
export async function beginOnceRestored(
  panel: Pick<PanelHost, 'state' | 'begin'>,
  documents: Pick<FollowedDocuments, 'followVisible'>,
): Promise<void> {
  await editorsRestored();
  if (panel.state.exercise === null) documents.followVisible();
  panel.begin();
}

/** Resolves once every tab in front that may hold exercises has its editor, at the latest after {@link PATIENCE}. */
async function editorsRestored(): Promise<void> {
  await until(allThere, PATIENCE);
  // Its kernel tells by itself that it is there, and the panel then shows a cell; nothing tells that it is another's.
  if (hasNotebook()) await new Promise((resolve) => setTimeout(resolve, KERNEL_PATIENCE));
}

function allThere(): boolean {
  const { all } = vscode.window.tabGroups;
  // There is a group even in an empty window.
  return all.length > 0 && all.every(({ activeTab }) => isThere(activeTab?.input));
}

function isThere(input: unknown): boolean {
  const { visibleTextEditors, visibleNotebookEditors } = vscode.window;
  if (input instanceof vscode.TabInputText)
    return mayLack(input.uri) || visibleTextEditors.some(({ document }) => isSame(document.uri, input.uri));
  if (input instanceof vscode.TabInputNotebook)
    return (
      mayLack(input.uri) || visibleNotebookEditors.some(({ notebook }) => isSame(notebook.uri, input.uri))
    );
  return true;
}

const mayLack = ({ path, scheme }: vscode.Uri): boolean =>
  scheme !== 'untitled' && !CAN_HOLD_EXERCISES.test(path);

const isSame = (one: vscode.Uri, other: vscode.Uri): boolean => one.toString() === other.toString();

const hasNotebook = (): boolean =>
  vscode.window.visibleNotebookEditors.some(({ notebook }) => notebook.notebookType === NOTEBOOK_TYPE);

/** Asks `holds` again whenever tabs or editors change; gives up after `patience` milliseconds. */
function until(holds: () => boolean, patience: number): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const look = (): void => {
      if (holds()) end();
    };
    const timer = setTimeout(end, patience);
    const { tabGroups } = vscode.window;
    const listening = vscode.Disposable.from(
      tabGroups.onDidChangeTabGroups(look),
      tabGroups.onDidChangeTabs(look),
      vscode.window.onDidChangeVisibleTextEditors(look),
      vscode.window.onDidChangeVisibleNotebookEditors(look),
    );
  });
}
