/** *Save as HTML*: what the panel shows of a run as the page that the command line writes. */

import * as vscode from 'vscode';
import { isActive } from '../run-model/state.ts';
import { runReport } from '../pages/run-report.ts';
import type { RunController } from './run-controller.ts';
import { displayLanguage } from '../webview/display-language.ts';
import { saveFile } from './save-file.ts';

/** `extension`: its folder, which holds the page's script and style sheet. */
export async function saveReport(controller: RunController, extension: vscode.Uri): Promise<void> {
  const { shown } = controller;
  const status = shown?.state.status;
  if (shown === undefined || status === undefined || status === 'idle' || status === 'restricted') {
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('Run an exercise first: the page shows what its run brought.'),
    );
  }
  if (isActive(status)) {
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('The run goes on: wait for its end, or stop it.'),
    );
  }
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, path)));
  const [script, style, manifest] = await Promise.all([
    read('dist/webview/report.js'),
    read('dist/webview/report.css'),
    read('package.json'),
  ]);
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const origin = { version, when: new Date(), ...displayLanguage() };
  const content = runReport(shown.state, { script, style }, origin, shown.look);
  const target = await saveFile(shown, { subject: 'run', format: 'html', content });
  if (target === undefined) return;
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const said = vscode.l10n.t('{0} was saved.', name);
  if ((await vscode.window.showInformationMessage(said, open)) === open)
    await vscode.env.openExternal(target);
}
