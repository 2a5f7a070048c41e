# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [5.7.2] Values that are missing for a reason
def features(sizes):
    missing = sizes.isnan()
    filled = torch.where(missing, sizes.nanmean(), sizes)
    return torch.stack((filled, missing.float()), dim=1)


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


# %% [5.7.5] Features of very different sizes
torch.manual_seed(0)
area, rooms = 1500 + 400 * torch.randn(100), 4 + torch.randn(100)
prices = 0.01 * area + 2 * rooms
prices = (prices - prices.mean()) / prices.std()
X = torch.stack((area, rooms), dim=1)
X = (X - X.mean(dim=0)) / X.std(dim=0)
lr = 0.5

w = torch.zeros(2)
for step in range(50):
    w = w - lr * X.T @ (X @ w - prices) / 100
loss = ((X @ w - prices) ** 2).mean().item()
print(f'largest mean: {X.mean(dim=0).abs().max().item():.4f}')
print(f'largest standard deviation: {X.std(dim=0).max().item():.4f}')
print(f'loss: {loss:.5f}')
