/** Programs that are looked into while they run: the graph behind their loss, and what their model learns. */

/** One backward pass through a network of linear layers. */
export const MLP = [
  '# %% [5.2.1] MLP',
  'import torch',
  'from torch import nn',
  'net = nn.Sequential(nn.Flatten(), nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10))',
  'X, y = torch.randn(32, 1, 8, 8), torch.arange(32) % 10',
  'y_hat = net(X)',
  'l = nn.functional.cross_entropy(y_hat, y)',
  'l.backward()',
];

/** The same with a second pass, which fails. */
export const TWICE = ['# %% [2.5.2] Twice', ...MLP.slice(1), 'l.backward()'];

/** One backward pass through a small network of convolutions. */
export const CNN = [
  '# %% [7.6.1] CNN',
  'import torch',
  'from torch import nn',
  'block = nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.BatchNorm2d(6), nn.Sigmoid(), nn.AvgPool2d(2))',
  'net = nn.Sequential(block, nn.Flatten(), nn.Linear(1176, 10))',
  'l = nn.functional.cross_entropy(net(torch.randn(8, 1, 28, 28)), torch.arange(8))',
  'l.backward()',
];

export const LINEAR = [
  '# %% [3.4.6] Learning',
  'import torch',
  'from d2l import torch as d2l',
  'model = d2l.LinearRegressionScratch(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
  'd2l.Trainer(max_epochs=3).fit(model, data)',
];

/** Two half moons, and a network that tells them apart; its loss is computed in a function. */
export const moons = (epochs: number): readonly string[] => [
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
  'def loss_of(X, y):',
  '    return loss_fn(net(X).squeeze(-1), y)',
  `for epoch in range(${String(epochs)}):`,
  '    optimizer.zero_grad()',
  '    loss = loss_of(X, y)',
  '    loss.backward()',
  '    optimizer.step()',
];

/** Four classes of pictures, and a network of convolutions. */
export const CLASSES = [
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
