/** What only an editor in a browser has: its sandbox, its data files, and Stop where memory cannot be shared. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, endOfRun, openPython, panelState, runExercise } from './extension.ts';
import { eventually } from './window.ts';

const stdout = async (): Promise<string> =>
  (await panelState()).results.outputs.map(({ text }) => text).join('');

describe('an exercise in a browser', () => {
  afterEach(closeEditors);

  it('finds nothing of the browser in JavaScript, and nothing that compiles text', async () => {
    const editor = await openPython(
      '# %% [3.4.9] Out',
      'from _pyodide._importhook import jsfinder',
      'js = jsfinder.jsproxies["js"]',
      'names = """XMLHttpRequest WebSocket WebTransport EventSource indexedDB caches importScripts Worker SharedWorker',
      'navigator postMessage close eval BroadcastChannel MessageChannel FileReaderSync Blob WebSocketStream',
      'addEventListener storage cookieStore OffscreenCanvas Request Response trustedTypes reportError""".split()',
      'print("there:", [name for name in names if hasattr(js, name)])',
      'js.Object.prototype.execution = 1',
      'kinds = ["Function", "Object.constructor", "Promise.constructor"]',
      'for kind in kinds:',
      '    try:',
      '        found = js',
      '        for part in kind.split("."):',
      '            found = getattr(found, part)',
      '        print("OPEN", kind, found.new("return 1")())',
      '    except Exception as error:',
      '        print("refused", kind, str(error)[:80])',
    );
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    assert.equal((await runExercise()).status, 'ok');
    const text = await stdout();
    assert.match(text, /^there: \[\]$/m, text);
    assert.doesNotMatch(text, /OPEN/);
    assert.equal(text.match(/^refused .*Code generation from strings disallowed/gm)?.length, 3, text);
  });

  it('has the next run in a new engine after that', async () => {
    await openPython(
      '# %% [3.4.9] After',
      'import torch',
      'from _pyodide._importhook import jsfinder',
      'prototype = jsfinder.jsproxies["js"].Object.prototype',
      'print(torch.ones(2).sum().item(), hasattr(prototype, "execution"))',
    );
    assert.equal((await runExercise()).status, 'ok');
    assert.match(await stdout(), /^2\.0 False$/m);
  });

  it('reads the files of the data folder of its workspace', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, 'data/house/prices.csv');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('a,b\n1,2\n'));
    const settings = vscode.workspace.getConfiguration('d2l');
    await settings.update('dataFolder', 'data', vscode.ConfigurationTarget.Workspace);
    await openPython(
      '# %% [3.4.9] Data',
      'import os',
      'print(os.listdir("../data"))',
      'print(open("../data/house/prices.csv").read())',
    );
    assert.equal((await runExercise()).status, 'ok');
    assert.match(await stdout(), /\['house'\]\na,b\n1,2\n/);
    await settings.update('dataFolder', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('is stopped though its loop asks nobody, and the next run works', async () => {
    await openPython('# %% [3.4.9] For ever', 'print("begun")', 'while True:', '    pass');
    const { run: before } = await panelState();
    void vscode.commands.executeCommand('d2l.runExercise');
    await eventually('its first words', stdout, (text) => text.includes('begun'));
    await vscode.commands.executeCommand('d2l.stop');
    assert.equal((await endOfRun(before)).status, 'stopped');
    await closeEditors();
    await openPython('# %% [3.4.9] Next', 'print(6 * 7)');
    assert.equal((await runExercise()).status, 'ok');
    assert.match(await stdout(), /^42$/m);
  });
});
