# 12.5 Minibatch stochastic gradient descent: exercises of section
# 12.5 of Dive into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [12.5.2] A tenth after each epoch
# The learning rate is part of the optimizer's state, in its param_groups.
#
# Your task: let the rate fall to a tenth after each epoch.
torch.manual_seed(0)
X = torch.randn(100, 3)
y = X @ torch.tensor([[1.0], [2.0], [3.0]])
net = nn.Linear(3, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
rates = []
for epoch in range(4):
    rates.append(optimizer.param_groups[0]['lr'])
    for start in range(0, 100, 20):
        loss = ((net(X[start : start + 20]) - y[start : start + 20]) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

print(f'rates: {rates}')
print(f'first rate: {rates[0]:.4f}')
print(f'last rate: {rates[-1]:.6f}')

# region Hint
# for group in optimizer.param_groups: group['lr'] is a number that can be set. At the
# end of an epoch, not of a minibatch.
# endregion


# %% [12.5.4] Everything twice
# A genie has copied the data set and put the copy behind it, without telling. An
# epoch of the same minibatches is now twice as many updates.
#
# Your task: choose the size of the minibatches so that an epoch over both copies ends
# exactly where one update with all 60 examples did.
def epoch_of(X, y, batch_size):
    w = torch.zeros(2, dtype=torch.float64)
    for start in range(0, len(X), batch_size):
        Xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        w = w - 0.1 * Xb.T @ (Xb @ w - yb) / len(Xb)
    return w


BATCH = 60

torch.manual_seed(0)
X = torch.randn(60, 2, dtype=torch.float64)
y = X @ torch.tensor([2.0, -1.0], dtype=torch.float64)
once = epoch_of(X, y, batch_size=60)
twice = epoch_of(X.repeat(2, 1), y.repeat(2), batch_size=BATCH)
print(f'largest difference: {(once - twice).abs().max().item():.6f}')
print(f'batch size: {BATCH}')

# region Hint
# The mean gradient over the copied data is that of the data itself. How many updates
# may the epoch have?
# endregion
