/** The model while it learns: its section in the panel, the scrubber by keyboard, and Pause. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, moveInto, openPython, panelState, runExercise } from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const LINEAR = [
  '# %% [3.4.6] Learning',
  'import torch',
  'from d2l import torch as d2l',
  'model = d2l.LinearRegressionScratch(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
  'd2l.Trainer(max_epochs=3).fit(model, data)',
];

/** Two half moons, and a network that tells them apart. */
const MOONS = (epochs: number): readonly string[] => [
  '# %% [5.2.1] Two moons',
  'import torch, math',
  'from torch import nn',
  't = torch.rand(100) * math.pi',
  'upper = torch.stack([torch.cos(t), torch.sin(t)], 1)',
  'lower = torch.stack([1 - torch.cos(t), 0.5 - torch.sin(t)], 1)',
  'X = torch.cat([upper, lower]) + 0.1 * torch.randn(200, 2)',
  'y = torch.cat([torch.zeros(100), torch.ones(100)])',
  'net = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1))',
  'loss_fn = nn.BCEWithLogitsLoss()',
  'optimizer = torch.optim.Adam(net.parameters(), lr=0.05)',
  `for epoch in range(${String(epochs)}):`,
  '    optimizer.zero_grad()',
  '    loss = loss_fn(net(X).squeeze(-1), y)',
  '    loss.backward()',
  '    optimizer.step()',
];

const CNN = [
  '# %% [7.6.1] A small network of convolutions',
  'import torch',
  'from torch import nn',
  'X = torch.randn(240, 1, 8, 8)',
  'y = (X.mean(dim=(1, 2, 3)) > 0).long() + 2 * (X[:, 0, :4].mean(dim=(1, 2)) > 0).long()',
  'net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(288, 4))',
  'rows = torch.utils.data.TensorDataset(X, y)',
  'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
  'for epoch in range(10):',
  '    for xb, yb in torch.utils.data.DataLoader(rows, batch_size=20, shuffle=True):',
  '        loss = nn.functional.cross_entropy(net(xb), yb)',
  '        optimizer.zero_grad()',
  '        loss.backward()',
  '        optimizer.step()',
];

const SECTION = 'section.learning';
const SCRUBBER = `${SECTION} .scrubber`;

/** Where pictures for people go, if they are wanted. */
const pictures = process.env['D2L_LEARNING_PICTURES'];

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
};

async function photograph(name: string): Promise<void> {
  if (pictures === undefined) return;
  await workbench.resize(1440, 1300);
  const themes = vscode.workspace.getConfiguration('workbench');
  const before = themes.get('colorTheme');
  for (const [kind, theme] of Object.entries(THEMES)) {
    await themes.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    await webview.evaluate(`document.querySelector('${SECTION}').scrollIntoView({ block: 'start' })`);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await workbench.screenshot(path.join(pictures, `learning-${name}-${kind}.png`));
  }
  await themes.update('colorTheme', before, vscode.ConfigurationTarget.Global);
}

function stepTold(): Promise<string> {
  return webview.evaluate(
    `document.querySelector('${SCRUBBER}')?.getAttribute('aria-valuetext') ?? ''`,
  ) as Promise<string>;
}

async function open(lines: readonly string[]): Promise<void> {
  const editor = await openPython(...lines);
  moveInto(editor, '# %% ');
}

describe('a model while it learns', () => {
  before(function () {
    if (!windowIsReachable) this.skip();
  });
  afterEach(closeEditors);

  it('is recorded while its section is open, and its steps are gone through by keys', async function () {
    this.timeout(120_000);
    await open(LINEAR);
    assert.equal((await runExercise()).results.fits[0]?.steps, undefined);
    await webview.evaluate(`document.querySelector('${SECTION} details').open = true`);
    await eventually(
      'the hint',
      () => webview.text(SECTION),
      (text) => text.includes('Run the exercise'),
    );
    const { results } = await runExercise();
    const { steps, examples } = results.fits[0]?.steps ?? { steps: [], examples: null };
    assert.equal(examples?.kind, 'plane');
    assert.ok(steps.length > 10, String(steps.length));
    await eventually('the last step', stepTold, (text) => text.endsWith('the end'));
    await webview.evaluate(`document.querySelector('${SCRUBBER}').focus()`);
    await workbench.press('Home');
    await eventually('the first step', stepTold, (text) => /^epoch 0: loss \d/.test(text));
    await eventually(
      'its picture',
      () => webview.text(`${SECTION} .learning-pictures`),
      (text) => text.includes('The model’s output'),
    );
    await photograph('linear');
  });

  it('stops at a minibatch, goes on by single ones, and is stopped', async function () {
    this.timeout(120_000);
    await open(MOONS(100_000));
    const running = vscode.commands.executeCommand('d2l.runExercise');
    await eventually('the training', panelState, ({ results: { fits } }) => fits[0]?.completed === null);
    await webview.click('.training-buttons vscode-button[aria-label="Pause"]');
    const { results } = await eventually('the pause', panelState, ({ isPaused }) => isPaused);
    const newest = (fits: typeof results.fits): number => fits[0]?.steps?.steps.at(-1)?.step ?? -1;
    const at = newest(results.fits);
    await eventually(
      'the words',
      () => webview.text('.status'),
      (text) => text.startsWith('Paused: step'),
    );
    await webview.click('.training-buttons vscode-button[aria-label="Step"]');
    await eventually(
      'one more step',
      panelState,
      (state) => state.isPaused && newest(state.results.fits) === at + 1,
    );
    await vscode.commands.executeCommand('d2l.stop');
    await eventually('the end', panelState, ({ status }) => status === 'stopped');
    await running;
  });

  it('shows where it tells classes apart, and what it takes pictures for', async function () {
    this.timeout(180_000);
    await open(MOONS(300));
    const moons = await runExercise();
    assert.equal(moons.results.fits[0]?.steps?.examples?.kind, 'plane');
    await eventually(
      'the boundary',
      () => webview.text(SECTION),
      (text) => text.includes('changes its mind'),
    );
    await photograph('moons');
    await closeEditors();
    await open(CNN);
    const cnn = await runExercise();
    assert.equal(cnn.results.fits[0]?.steps?.examples?.kind, 'labels');
    await eventually(
      'the classes',
      () => webview.text(SECTION),
      (text) => text.includes('taken for what they are'),
    );
    await photograph('cnn');
    await webview.evaluate(`document.querySelector('${SECTION} details').open = false`);
  });
});
