/** Help with Python code where no Python is installed: completion, hover, signatures. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPython } from './extension.ts';
import { inBrowser } from './window.ts';

const IMPORTS = ['import torch', 'from torch import nn'];

/** Opens the imports and this line, and returns the document and the end of the line. */
async function open(line: string): Promise<[vscode.Uri, vscode.Position]> {
  const { document } = await openPython(line, ...IMPORTS, line);
  return [document.uri, new vscode.Position(IMPORTS.length + 1, line.length)];
}

async function completions(line: string): Promise<readonly vscode.CompletionItem[]> {
  const [uri, end] = await open(line);
  const command = 'vscode.executeCompletionItemProvider';
  return (await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, end, '.')).items;
}

const labels = (items: readonly vscode.CompletionItem[]): string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));

async function hover(line: string): Promise<string> {
  const [uri, end] = await open(line);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, end);
  return found
    .flatMap(({ contents }) => contents)
    .map((text) => (typeof text === 'string' ? text : text.value))
    .join('\n');
}

describe('language help', () => {
  after(closeEditors);

  it('completes the names of a module', async () => {
    const found = labels(await completions('torch.'));
    for (const name of ['randn', 'tensor', 'nn']) assert.ok(found.includes(name), `${name} is not offered`);
    assert.ok(labels(await completions('nn.')).includes('Linear'));
  });

  it('completes what a result can do, with its signature and documentation', async () => {
    const item = (await completions('torch.randn(2, 3).')).find(({ label }) => label === 'sum');
    assert.match(item?.detail ?? '', /^sum\(.*\) -> Tensor$/);
    assert.match((item?.documentation as vscode.MarkdownString).value, /sum of all elements/);
  });

  it('describes the name under the mouse', async () => {
    const text = await hover('torch.randn');
    assert.match(text, /randn\(\*size: int/);
    assert.match(text, /normal distribution/);
  });

  it('shows the arguments of a call, the one at the cursor marked', async () => {
    const [uri, end] = await open('nn.Linear(2, ');
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      uri,
      end,
      ',',
    );
    assert.match(help.signatures[0]?.label ?? '', /^Linear\(in_features: int, out_features: int/);
    assert.equal(help.activeParameter, 1);
  });

  it('works inside the Python fences of Markdown, and only there', async () => {
    const content = ['torch.', '', '```python', ...IMPORTS, 'torch.', '```', ''].join('\n');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const ask = async (line: number): Promise<string[]> => {
      const place = new vscode.Position(line, 'torch.'.length);
      const command = 'vscode.executeCompletionItemProvider';
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        command,
        document.uri,
        place,
        '.',
      );
      return labels(list.items);
    };
    assert.ok((await ask(5)).includes('randn'));
    assert.ok(!(await ask(0)).includes('randn'));
  });

  it('is silent when it is switched off', async () => {
    const configuration = vscode.workspace.getConfiguration('d2l');
    await configuration.update('languageHelp', 'off', vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await hover('torch.randn'), '');
    } finally {
      await configuration.update('languageHelp', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  // The last one: an extension stays active.
  it('leaves the word to another language server as soon as that is active', async function () {
    // The stand-in for it is an extension beside ours, for which the browser's test host has no place.
    if (inBrowser) this.skip();
    const other = vscode.extensions.getExtension('ms-python.vscode-pylance');
    assert.ok(other && !other.isActive, 'the stand-in for Pylance is missing, or active already');
    assert.notEqual(await hover('torch.randn'), '');
    await other.activate();
    assert.equal(await hover('torch.randn'), '');
    // VS Code itself may offer the word, from other documents.
    const word = (await completions('torch.')).find(({ label }) => label === 'randn');
    assert.equal(word?.detail, undefined);
    const configuration = vscode.workspace.getConfiguration('d2l');
    await configuration.update('languageHelp', 'on', vscode.ConfigurationTarget.Global);
    try {
      assert.notEqual(await hover('torch.randn'), '', 'not even where the setting asks for it');
    } finally {
      await configuration.update('languageHelp', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
