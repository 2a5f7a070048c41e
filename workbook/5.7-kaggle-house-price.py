# 5.7 Predicting house prices: exercises of section 5.7 of Dive
# into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [5.7.2] Values that are missing for a reason
# Nobody has measured the cellars of houses that have none: there the size is nan, and
# such a house is cheaper by 3. Filling in the mean hides that.
#
# Your task: let features() fill in the mean of what is known, and add a column that
# says with 1 where a value was missing.
def features(sizes):
    return torch.nan_to_num(sizes, nan=0.0).reshape(-1, 1)


torch.manual_seed(0)
sizes = torch.randn(200) + 5
prices = 2 * sizes
missing = torch.rand(200) < 0.3
prices[missing] = 2 * sizes[~missing].mean() - 3
sizes[missing] = torch.nan
X = features(sizes)
with_bias = torch.cat((X, torch.ones(200, 1)), dim=1)
solution = torch.linalg.lstsq(with_bias, prices.reshape(-1, 1)).solution
error = (with_bias @ solution - prices.reshape(-1, 1)).abs().max().item()
print(f'columns: {X.shape[1]}')
print(f'filled in: {X[missing][0, 0].item():.4f}')
print(f'largest error of a price: {error:.4f}')

# region Hint
# sizes.isnan() says where; sizes.nanmean() leaves those out; torch.where chooses;
# torch.stack(..., dim=1) makes columns.
# endregion


# %% [5.7.5] Features of very different sizes
# Areas are in the thousands, numbers of rooms are not. Gradient descent must go
# slowly because of the ones, and then gets nowhere with the others.
#
# Your task: standardize each feature to mean 0 and standard deviation 1, and choose
# lr so that 50 steps bring the loss below 0.01.
torch.manual_seed(0)
area, rooms = 1500 + 400 * torch.randn(100), 4 + torch.randn(100)
prices = 0.01 * area + 2 * rooms
prices = (prices - prices.mean()) / prices.std()
X = torch.stack((area, rooms), dim=1)
lr = 1e-7

w = torch.zeros(2)
for step in range(50):
    w = w - lr * X.T @ (X @ w - prices) / 100
loss = ((X @ w - prices) ** 2).mean().item()
print(f'largest mean: {X.mean(dim=0).abs().max().item():.4f}')
print(f'largest standard deviation: {X.std(dim=0).max().item():.4f}')
print(f'loss: {loss:.5f}')

# region Hint
# X.mean(dim=0) and X.std(dim=0) have a number for each feature. Now all directions
# are about equally steep, and lr may be large.
# endregion
