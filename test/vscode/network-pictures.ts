/** Takes pictures of what the panel tells of a network that a loop trains: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { openPanel, openPython, runExercise } from './extension.ts';
import { eventually, webview, workbench } from './window.ts';

const PROGRAM = `# %% [7.6] Which way do the stripes run?
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from d2l import torch as d2l

def stripes(count):
    y = torch.randint(0, 4, (count,))
    place = torch.stack(torch.meshgrid(torch.arange(14.), torch.arange(14.), indexing='ij'))
    ways = torch.tensor([[1., 0.], [0., 1.], [1., 1.], [1., -1.]])
    phase = (ways[y][:, :, None, None] * place).sum(1) + 6 * torch.rand(count, 1, 1)
    return TensorDataset((torch.sin(phase)[:, None] + 1) / 2 + 0.8 * torch.rand(count, 1, 14, 14), y)

train_iter = DataLoader(stripes(3000), 32, shuffle=True)
test_iter = DataLoader(stripes(500), 100)
net = nn.Sequential(nn.Conv2d(1, 8, 5), nn.ReLU(), nn.MaxPool2d(2),
                    nn.Flatten(), nn.Linear(200, 4))
optimizer = torch.optim.SGD(net.parameters(), lr=0.02)
for epoch in range(4):
    for X, y in train_iter:
        loss = nn.functional.cross_entropy(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

X, y = test_iter.dataset[:1]
d2l.show_heatmaps(net[:2](X).detach().reshape(2, 4, 10, 10), 'column', 'row')
`;

const PARTS = '.matrices > details > .body > details';

export async function run(): Promise<void> {
  const place = process.env['D2L_SCREENSHOT'];
  if (!place) throw new Error('D2L_SCREENSHOT does not name the pictures');
  await workbench.resize(1500, 1700);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  const editor = await openPython(...PROGRAM.split('\n'));
  editor.selection = new vscode.Selection(8, 0, 8, 0);
  await openPanel('d2l.openToSide');
  const { status, results } = await runExercise();
  if (status !== 'ok') throw new Error(`the program ended with ${status}: ${results.error?.message ?? ''}`);
  await eventually(
    'the filters',
    () => webview.count(PARTS),
    (count) => count > 0,
  );
  await webview.evaluate(`document.querySelector('${PARTS}').open = true`);
  await eventually(
    'their drawing',
    () => webview.count(`${PARTS} canvas.figure-image`),
    (count) => count > 0,
  );
  await webview.evaluate(`document.querySelector('${PARTS} .figure-view').focus()`);
  const press = (key: string) => `document.querySelector('${PARTS} .figure-view')
    .dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`;
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
    await webview.evaluate(press(key));
  await vscode.commands.executeCommand('notifications.clearAll');
  await new Promise((resolve) => setTimeout(resolve, 1000)); // fonts and the last frames
  await webview.screenshot(`${place}.png`);
}
