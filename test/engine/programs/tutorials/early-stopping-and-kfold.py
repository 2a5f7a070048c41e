import numpy as np
import torch
from torch import nn


class EarlyStopping:
    def __init__(self, patience=3, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.counter, self.stop = None, 0, False

    def __call__(self, loss):
        if self.best is None or loss < self.best - self.min_delta:
            self.best, self.counter = loss, 0
        else:
            self.counter += 1
            self.stop = self.counter >= self.patience
        return self.stop


torch.manual_seed(0)
X = torch.randn(30, 3)
y = X @ torch.tensor([[1.], [-2.], [0.5]]) + 0.1 * torch.randn(30, 1)


def kfold(n, k, seed=0):
    idx = np.random.RandomState(seed).permutation(n)
    for f in np.array_split(idx, k):
        yield np.setdiff1d(idx, f), f


scores = []
for fold, (tr, va) in enumerate(kfold(30, 3)):
    net = nn.Linear(3, 1)
    opt = torch.optim.Adam(net.parameters(), lr=0.1)
    stopper = EarlyStopping(patience=2, min_delta=1e-3)
    for epoch in range(200):
        opt.zero_grad()
        loss = nn.MSELoss()(net(X[tr]), y[tr])
        loss.backward()
        opt.step()
        with torch.no_grad():
            v = nn.MSELoss()(net(X[va]), y[va]).item()
        if stopper(v):
            print('fold', fold, 'stopped at', epoch)
            break
    scores.append(v)
print(f'{np.mean(scores):.4f} +- {np.std(scores):.4f}')
