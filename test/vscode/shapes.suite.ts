/** Shapes behind the lines of the code, and what is told where one points at. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPython, panelState, replaceIn, runExercise } from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

const HEADING = '# %% [3.4.9] ';
const CODE = [
  'import torch',
  'from torch import nn',
  'def loss(y_hat, y):',
  '    return ((y_hat - y) ** 2).mean()',
  'net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))',
  'X, y = torch.randn(10, 2), torch.randn(10)',
  'for i in range(0, 10, 4):',
  '    l = loss(net(X[i:i + 4]), y[i:i + 4])',
];

/** What stands behind the lines, by 1-based line. */
async function hints(document: vscode.TextDocument): Promise<Map<number, string>> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  const text = (label: vscode.InlayHint['label']): string =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join('');
  return new Map(found.map(({ position, label }) => [position.line + 1, text(label)]));
}

async function hover(document: vscode.TextDocument, line: number, text: string): Promise<string> {
  const column = document.lineAt(line - 1).text.indexOf(text);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line - 1, column),
  );
  return found
    .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
    .join('\n');
}

function setting(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

async function untilHints(
  document: vscode.TextDocument,
  accept: (found: Map<number, string>) => boolean,
): Promise<Map<number, string>> {
  const entries = await eventually(
    'the hints',
    async () => [...(await hints(document))],
    (found) => accept(new Map(found)),
  );
  return new Map(entries);
}

function moveTo(editor: vscode.TextEditor, line: number): void {
  editor.selection = new vscode.Selection(line - 1, 0, line - 1, 0);
}

describe('shapes behind the lines', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openPython(`${HEADING}Shapes`, ...CODE);
    moveTo(editor, 3);
    assert.equal((await runExercise()).status, 'ok');
  });

  after(async () => {
    await setting('d2l.shapes', undefined);
    await setting('d2l.liveRuns', undefined);
    await closeEditors();
  });

  it('tell parameters, targets, layers, what varied and what a broadcast enlarged', async () => {
    const found = await untilHints(editor.document, (lines) => lines.size > 3);
    assert.equal(found.get(4), 'y_hat: (4|2, 1), y: (4|2,) float32');
    assert.equal(found.get(5), '⤢ (4, 1), (4,) → (4, 4)');
    assert.equal(found.get(7), 'X: (10, 2), y: (10,) float32');
    assert.equal(found.get(9), 'l: (), Sequential → (4|2, 1) float32');
    assert.equal(found.size, 4);
  });

  it('stand in the window', async function () {
    if (!windowIsReachable) this.skip();
    const drawn = () => workbench.texts('.view-line');
    const lines = await eventually('the hint', drawn, (texts) =>
      texts.some((text) => text.includes('X:\u00a0(10,')),
    );
    assert.ok(lines.some((text) => text.includes('l:\u00a0()')));
    if (photos) await workbench.screenshot(`${photos}/shapes.png`);
  });

  it('have values, range and histogram where one points at the name', async () => {
    const text = await hover(editor.document, 7, 'X');
    assert.match(text, /X: \(10, 2\) float32/);
    assert.match(text, /values +-?\d/);
    assert.match(text, /min, mean, max/);
    assert.match(text, /NaN +0 of 20/);
    assert.match(text, /histogram +[▁-█]+/);
    assert.match(await hover(editor.document, 9, 'l ='), /runs of the line +3/);
  });

  it('follow a live run without going meanwhile, but for the edited line', async () => {
    await replaceIn(editor, HEADING, 'torch.randn(10, 2)', 'torch.randn(12, 2)');
    const edited = await hints(editor.document);
    assert.equal(edited.get(4), 'y_hat: (4|2, 1), y: (4|2,) float32');
    assert.equal(edited.has(7), false);
    const after = await untilHints(editor.document, (lines) => lines.has(7));
    assert.equal(after.get(7), 'X: (12, 2), y: (10,) float32');
  });

  it('go with an edit that no run follows', async () => {
    await setting('d2l.liveRuns', 'off');
    await replaceIn(editor, HEADING, 'torch.randn(12, 2)', 'torch.randn(10, 2)');
    await untilHints(editor.document, (lines) => lines.size === 0);
  });

  it('stand nowhere but where one points, or not at all, as the setting says', async () => {
    await setting('d2l.shapes', 'onHover');
    await runExercise();
    assert.equal((await hints(editor.document)).size, 0);
    assert.match(await hover(editor.document, 7, 'X'), /X: \(10, 2\)/);
    await setting('d2l.shapes', 'off');
    await runExercise();
    assert.doesNotMatch(await hover(editor.document, 7, 'X'), /X: \(10, 2\)/);
  });
});

describe('shapes in other documents', () => {
  after(closeEditors);

  it('stand in the fences of a Markdown file', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'scratch-shapes.md');
    const text = [
      '# Shapes',
      '',
      'Some words.',
      '',
      '```python',
      'import torch',
      'x = torch.ones(3, 2)',
      '```',
      '',
    ];
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text.join('\n')));
    const editor = await vscode.window.showTextDocument(file);
    moveTo(editor, 7);
    await eventually(
      'the block',
      panelState,
      ({ document }) => document?.endsWith('scratch-shapes.md') ?? false,
    );
    await runExercise();
    const found = await untilHints(editor.document, (lines) => lines.size > 0);
    assert.deepEqual([...found], [[7, 'x: (3, 2) float32']]);
  });

  it('stand in the cells of a notebook, those of functions of other cells too', async () => {
    const cell = (source: string) =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        cell('import torch\ndef f(x):\n    return x + 1'),
        cell('y = f(torch.ones(2))'),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.selectKernel', {
      id: 'd2l',
      extension: 'd2l-exercises.d2l-exercises',
    });
    await vscode.commands.executeCommand('notebook.cell.execute', {
      ranges: [{ start: 0, end: 2 }],
      document: notebook.uri,
    });
    const [definition, call] = notebook.getCells().map(({ document }) => document);
    assert.ok(definition && call);
    assert.deepEqual([...(await untilHints(call, (lines) => lines.size > 0))], [[1, 'y: (2,) float32']]);
    assert.deepEqual([...(await hints(definition))], [[2, 'x: (2,) float32']]);
  });
});
