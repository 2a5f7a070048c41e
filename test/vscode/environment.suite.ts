import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, openPython } from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

describe('the test host', () => {
  after(closeEditors);

  it('is a real extension host with the workbook open', () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
    assert.equal(path.basename(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? ''), 'workbook');
  });

  it('shows the editor in a window', async function () {
    if (!windowIsReachable) this.skip();
    await openPython('learning = 1');
    const shown = () => workbench.texts('.monaco-editor .view-line');
    await eventually('the line in the window', shown, (lines) =>
      lines.some((line) => /learning.=.1/.test(line)),
    );
  });
});
