/** Pictures of shapes beside the code and of the variables, for the guide: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { openPython, runExercise } from './extension.ts';
import { eventually, workbench } from './window.ts';

const MLP = [
  '# %% [5.2.1] A perceptron, written out',
  'import torch',
  'from torch import nn',
  '',
  'X = torch.rand(256, 1, 28, 28)',
  'y = torch.randint(0, 10, (256,))',
  'W1 = nn.Parameter(torch.randn(784, 64) * 0.01)',
  'b1 = nn.Parameter(torch.zeros(64))',
  'W2 = nn.Parameter(torch.randn(64, 10) * 0.01)',
  'b2 = nn.Parameter(torch.zeros(10))',
  '',
  'def net(X):',
  '    X = X.reshape(-1, 784)',
  '    H = torch.relu(X @ W1 + b1)',
  '    return H @ W2 + b2',
  '',
  'for epoch in range(5):',
  '    y_hat = net(X)',
  '    loss = nn.functional.cross_entropy(y_hat, y)',
  '    loss.backward()',
  '    with torch.no_grad():',
  '        for weight in (W1, b1, W2, b2):',
  '            weight -= 0.5 * weight.grad',
  '            weight.grad.zero_()',
];

const CNN = [
  '# %% [7.6.1] A small network of convolutions',
  'import torch',
  'from torch import nn',
  'from torch.utils.data import DataLoader, TensorDataset',
  '',
  'X = torch.rand(100, 1, 28, 28)',
  'y = torch.randint(0, 10, (100,))',
  'body = nn.Sequential(',
  '    nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.AvgPool2d(2),',
  '    nn.Conv2d(6, 16, 5), nn.ReLU(), nn.AvgPool2d(2))',
  'head = nn.Linear(400, 10)',
  'optimizer = torch.optim.SGD([*body.parameters(), *head.parameters()], lr=0.1)',
  '',
  'for batch, labels in DataLoader(TensorDataset(X, y), 32):',
  '    maps = body(batch)',
  '    flat = maps.flatten(1)',
  '    y_hat = head(flat)',
  '    loss = nn.functional.cross_entropy(y_hat, labels)',
  '    optimizer.zero_grad()',
  '    loss.backward()',
  '    optimizer.step()',
];

/** A program, what is watched of it, and which of its names is unfolded. */
const PICTURES = {
  mlp: { program: MLP, watched: '(y_hat.argmax(1) == y).sum()', unfolded: null },
  cnn: { program: CNN, watched: 'body[:3](X[:1]).shape', unfolded: 'body' },
} as const;

const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

export async function run(): Promise<void> {
  const folder = process.env['D2L_SCREENSHOT'];
  if (!folder) throw new Error('D2L_SCREENSHOT does not name a folder');
  await workbench.resize(1440, 760);
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
  await settings.update('inlayHints.maximumLength', 80, vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand('d2l.variables.focus');
  await workbench.evaluate(FOLD_OTHERS);
  await workbench.dragLeftEdge('.part.editor', 190);
  for (const [name, picture] of Object.entries(PICTURES))
    await photograph(`${folder}/shapes-${name}`, picture);
}

/** Clicks the heads of the other views in the side bar, so that the variables have all of it. */
const FOLD_OTHERS = `for (const head of document.querySelectorAll('.sidebar .pane-header[aria-expanded=true]'))
  if (!head.textContent.includes('Variables')) head.click()`;

async function photograph(
  file: string,
  { program, watched, unfolded }: (typeof PICTURES)[keyof typeof PICTURES],
): Promise<void> {
  const editor = await openPython(...program);
  const blank = program.indexOf('');
  editor.selection = new vscode.Selection(blank, 0, blank, 0);
  await new Promise((resolve) => setTimeout(resolve, 1000)); // the view has told that it is seen
  const { status, results } = await runExercise();
  if (status !== 'ok') throw new Error(`the program ended with ${status}: ${results.error?.message ?? ''}`);
  await vscode.commands.executeCommand('d2l.variables.watch', { expression: watched });
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await vscode.window.showTextDocument(editor.document);
  await eventually(
    'the hints',
    () => workbench.texts('.view-line'),
    (lines) => lines.some((line) => line.includes('y_hat:')),
  );
  if (unfolded !== null) await workbench.evaluate(unfold(unfolded));
  await takeThemes(file);
  await vscode.commands.executeCommand('d2l.variables.remove', { path: `(${watched})` });
}

const unfold = (name: string): string => `[...document.querySelectorAll('.sidebar .monaco-list-row')]
  .find((row) => row.getAttribute('aria-label').startsWith('${name},'))?.querySelector('.monaco-tl-twistie')?.click()`;

async function takeThemes(file: string): Promise<void> {
  const themes = vscode.workspace.getConfiguration('workbench');
  for (const [kind, theme] of Object.entries(THEMES)) {
    await themes.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('notifications.clearAll');
    await new Promise((resolve) => setTimeout(resolve, 1500)); // the theme, and fonts
    await workbench.screenshot(`${file}-${kind}.png`);
  }
}
