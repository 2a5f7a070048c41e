/** Points the Python language server that somebody has at type stubs of our modules, and away from them again. */

import * as vscode from 'vscode';
import { hasPath, withPath, withoutPath } from './stub-paths.ts';

/** Settings of Pylance and of basedpyright; only those of an installed extension can be written. */
const SETTINGS = ['python.analysis.extraPaths', 'basedpyright.analysis.extraPaths'];

const isInstalled = (setting: string): boolean =>
  vscode.workspace.getConfiguration().inspect(setting)?.defaultValue !== undefined;

const pathsOf = (setting: string): unknown =>
  vscode.workspace.getConfiguration().inspect(setting)?.workspaceValue;

const write = (setting: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Workspace);

/**
 * Asks, then changes the workspace's settings; says why where it cannot.
 * @param storage folder that keeps its path when the extension is updated
 */
export async function useTypeStubs(extension: vscode.Uri, storage: vscode.Uri): Promise<void> {
  const { t } = vscode.l10n;
  const settings = SETTINGS.filter(isInstalled);
  if (vscode.workspace.workspaceFolders === undefined)
    return say(t('Open a folder first: type stubs are set up for a workspace.'));
  if (settings.length === 0)
    return say(t('Neither Pylance nor basedpyright is installed here, so nothing would read type stubs.'));
  const stubs = vscode.Uri.joinPath(storage, 'stubs');
  const used = settings.filter((setting) => hasPath(pathsOf(setting), stubs.fsPath));
  if (used.length > 0) return remove(used, stubs.fsPath);
  return add(settings, vscode.Uri.joinPath(extension, 'dist/stubs'), stubs);
}

async function add(settings: readonly string[], source: vscode.Uri, stubs: vscode.Uri): Promise<void> {
  const { t } = vscode.l10n;
  const question = t(
    'Let the Python language server of this workspace take torch, d2l, numpy, matplotlib and pandas from D2L’s type stubs? This changes the setting {0}.',
    settings.join(', '),
  );
  const yes = t('Use type stubs');
  if ((await vscode.window.showInformationMessage(question, { modal: true }, yes)) !== yes) return;
  await vscode.workspace.fs.copy(source, stubs, { overwrite: true });
  for (const setting of settings) await write(setting, withPath(pathsOf(setting), stubs.fsPath));
  say(t('The type stubs are in use. To undo it, run the same command again.'));
}

async function remove(settings: readonly string[], folder: string): Promise<void> {
  const { t } = vscode.l10n;
  const question = t('The type stubs are in use in this workspace. Stop using them?');
  const yes = t('Stop using them');
  if ((await vscode.window.showInformationMessage(question, { modal: true }, yes)) !== yes) return;
  for (const setting of settings) await write(setting, withoutPath(pathsOf(setting), folder));
  say(t('The type stubs are no longer in use.'));
}

function say(text: string): void {
  void vscode.window.showInformationMessage(text);
}
