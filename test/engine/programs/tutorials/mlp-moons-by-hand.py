import numpy as np
import torch
from torch import nn

rng = np.random.RandomState(0)
t = np.linspace(0, np.pi, 20)
X = np.vstack([np.c_[np.cos(t), np.sin(t)], np.c_[1 - np.cos(t), 0.5 - np.sin(t)]]) + rng.normal(scale=0.1, size=(40, 2))
y = np.hstack([np.zeros(20), np.ones(20)])
X = torch.tensor(X, dtype=torch.float32)
y = torch.tensor(y, dtype=torch.float32).unsqueeze(1)
torch.manual_seed(3)
model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1), nn.Sigmoid())
loss_fn = nn.BCELoss()
opt = torch.optim.SGD(model.parameters(), lr=0.5)
for epoch in range(1, 51):
    pred = model(X)
    loss = loss_fn(pred, y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if epoch % 10 == 0:
        acc = ((pred > 0.5).float() == y).float().mean()
        print(f'Epoch {epoch:3d} | loss {loss:.4f} | acc {acc:.3f}')
xx, yy = np.meshgrid(np.linspace(-1, 2, 3), np.linspace(-1, 1, 3))
grid = torch.from_numpy(np.c_[xx.ravel(), yy.ravel()]).float()
with torch.inference_mode():
    print(model(grid).reshape(xx.shape))
