/** What activation costs. Suites run in the order of their names: nothing may have used the extension before this. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPython, testing } from './extension.ts';

describe('activation', () => {
  after(closeEditors);

  it('loads nothing heavy for a Python file without blocks', async () => {
    const extension = await testing();
    const { document } = await openPython('answer = 42');
    await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    assert.equal(extension.isLoaded(), false, 'the parser was loaded');
    assert.equal(extension.isEngineLoaded(), false, 'the engine was loaded');
  });
});
