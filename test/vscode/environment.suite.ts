import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors } from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

describe('the test host', () => {
  after(closeEditors);

  it('is a real extension host with the workbook open', () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
    assert.equal(path.basename(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? ''), 'workbook');
  });

  it('shows the editor in a window', async function () {
    if (!windowIsReachable) this.skip();
    const document = await vscode.workspace.openTextDocument({
      language: 'python',
      content: 'learning = 1\n',
    });
    await vscode.window.showTextDocument(document);
    const shown = () => workbench.texts('.monaco-editor .view-line');
    await eventually('the line in the window', shown, (lines) =>
      lines.some((line) => /learning.=.1/.test(line)),
    );
  });
});
