# 5.4 Numerical stability and initialization: exercises of section 5.4 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [5.4.2] All weights alike
# Hidden units that begin alike stay alike. Is that a problem for softmax regression,
# which has no hidden units?
#
# Your task: replace the network by one without hidden layer, begin with all its
# weights alike, and see that it learns all the same.
torch.manual_seed(0)
y = torch.arange(160) % 8
X = 0.2 * torch.randn(160, 8) + nn.functional.one_hot(y, 8)

net = nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Linear(16, 8))
for parameter in net.parameters():
    nn.init.constant_(parameter, 0.1)

optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
for step in range(100):
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(X), y).backward()
    optimizer.step()
print(f'accuracy: {(net(X).argmax(dim=1) == y).float().mean().item():.4f}')

# region Hint
# net = nn.Linear(8, 8) has a weight matrix of one row for each class. Why do its
# rows get different gradients?
# endregion

# %% [5.4.3] The largest eigenvalue of many products
# A product of many random matrices explodes or vanishes. How large the factors are
# decides which.
#
# Your task: choose `scale` so that the product of 50 of them keeps a vector's length
# within a factor of 1000.
torch.manual_seed(0)
scale = 1.0

v = torch.ones(100, 1, dtype=torch.float64)
length = v.norm()
for _ in range(50):
    v = scale * torch.randn(100, 100, dtype=torch.float64) @ v
print(f'lengths: {torch.log10(v.norm() / length).item():.3f} powers of ten')

# region Hint
# Each element of the product is a sum of 100 products with variance scale**2. For
# which scale is the variance what it was?
# endregion
