# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [3.1.1] The constant that fits best
x = torch.tensor([1.0, 2.0, 4.0, 5.0, 88.0])
candidates = torch.linspace(0, 100, 10001)
differences = x - candidates.reshape(-1, 1)
best_squared = candidates[(differences**2).sum(dim=1).argmin()]
best_absolute = candidates[differences.abs().sum(dim=1).argmin()]
print(f'smallest squared errors at b = {best_squared.item():.2f}')
print(f'smallest absolute errors at b = {best_absolute.item():.2f}')

# %% [3.1.1] By the statistics themselves
x = torch.tensor([1.0, 2.0, 4.0, 5.0, 88.0])
print(f'smallest squared errors at b = {x.mean().item():.2f}')
print(f'smallest absolute errors at b = {x.median().item():.2f}')

# %% [3.1.2] An offset as one more weight
X, w, b = torch.randn(6, 2), torch.tensor([2, -3.4]), 4.2
X_longer = torch.cat((X, torch.ones(len(X), 1)), dim=1)
w_longer = torch.cat((w, torch.tensor([b])))
difference = (X_longer @ w_longer - (X @ w + b)).abs().max()
print(f'largest difference: {difference.item():.6f}')


# %% [3.1.3] A quadratic function from a linear model
class Quadratic(d2l.DataModule):
    def __init__(self, num_train=400, num_val=200, batch_size=20):
        super().__init__()
        self.save_hyperparameters()
        inputs = torch.randn(num_train + num_val, 2)
        x1, x2 = inputs[:, :1], inputs[:, 1:]
        self.X = features(inputs)
        self.y = 1 + 2 * x1 - x1 * x2 + x2**2 + 0.01 * torch.randn(len(inputs), 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, rows)


def features(inputs):
    x1, x2 = inputs[:, :1], inputs[:, 1:]
    return torch.cat((x1, x2, x1 * x1, x1 * x2, x2 * x2), dim=1)


model = d2l.LinearRegression(lr=0.03)
d2l.Trainer(max_epochs=12).fit(model, Quadratic())

# %% [3.1.4] When the columns say the same thing
torch.manual_seed(1)
X = torch.randn(200, 3, dtype=torch.float64)
X[:, 2] = X[:, 0] + X[:, 1]
y = X @ torch.tensor([1.0, 2, 0.5], dtype=torch.float64)
X_disturbed = X + 0.001 * torch.randn_like(X)
rank = torch.linalg.matrix_rank(X_disturbed.T @ X_disturbed)
print(f'rank of the matrix: {rank.item()} of {X.shape[1]}')
if rank == X.shape[1]:
    w = torch.linalg.solve(X_disturbed.T @ X_disturbed, X_disturbed.T @ y)
    print(f'largest error of a prediction: {(X_disturbed @ w - y).abs().max().item():.4f}')


# %% [3.1.5] Noise with long tails
class LaplaceData(d2l.SyntheticRegressionData):
    def __init__(self):
        super().__init__(w=torch.tensor([2, -3.4]), b=4.2, noise=0)
        size, sign = -torch.log(1 - torch.rand(self.y.shape)), torch.rand(self.y.shape).round() * 2 - 1
        self.y += size * sign


class LaplaceRegression(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (y_hat - y).abs().mean()


class Slowing(d2l.Trainer):
    def fit_epoch(self):
        self.optim.lr = 0.3 / (1 + self.epoch)
        super().fit_epoch()


model = LaplaceRegression(num_inputs=2, lr=0.3)
Slowing(max_epochs=8).fit(model, LaplaceData())
show_loss(model)


# %% [3.1.5] With the constant, more epochs and no schedule
class LaplaceData(d2l.SyntheticRegressionData):
    def __init__(self):
        super().__init__(w=torch.tensor([2, -3.4]), b=4.2, noise=0)
        size, sign = -torch.log(1 - torch.rand(self.y.shape)), torch.rand(self.y.shape).round() * 2 - 1
        self.y += size * sign


class LaplaceRegression(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (torch.abs(y_hat - y) + torch.log(torch.tensor(2.0))).mean()


model = LaplaceRegression(num_inputs=2, lr=0.03)
d2l.Trainer(max_epochs=12).fit(model, LaplaceData())
show_loss(model)

# %% [3.1.6] Two linear layers are one
network = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 1))
first, second = network[0], network[1]
W = second.weight @ first.weight
b = second.weight @ first.bias + second.bias
X = torch.randn(100, 2)
with torch.no_grad():
    difference = (X @ W.T + b - network(X)).abs().max()
print(f'largest difference: {difference.item():.6f}')


# %% [3.1.7] The logarithm of the price
class Houses(d2l.DataModule):
    def __init__(self, num_train=800, num_val=200, batch_size=32):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.X = torch.randn(n, 2)
        self.price = torch.exp(self.X @ torch.tensor([[0.8], [-0.4]]) + 1.5 + 0.1 * torch.randn(n, 1))
        self.y = self.price

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, rows)


data = Houses()
data.y = data.price.log()
model = d2l.LinearRegression(lr=0.05)
d2l.Trainer(max_epochs=5).fit(model, data)
with torch.no_grad():
    predicted = model(data.X).exp()
print(f'negative prices: {(predicted < 0).sum().item()}')
print(f'typical relative error: {((predicted - data.price) / data.price).abs().median().item():.3f}')


# %% [3.1.8] Counting
class Counts(d2l.SyntheticRegressionData):
    def __init__(self):
        super().__init__(w=torch.tensor([0.5, -0.3]), b=1.0, noise=0, num_train=2000, num_val=500)
        self.y = torch.poisson(torch.exp(self.y))


class PoissonRegression(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (torch.exp(y_hat) - y * y_hat).mean()


model = PoissonRegression(num_inputs=2, lr=0.05)
d2l.Trainer(max_epochs=5).fit(model, Counts())


# %% [3.1.8] With PyTorch's own loss
class Counts(d2l.SyntheticRegressionData):
    def __init__(self):
        super().__init__(w=torch.tensor([0.5, -0.3]), b=1.0, noise=0, num_train=2000, num_val=500)
        self.y = torch.poisson(torch.exp(self.y))


class PoissonRegression(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return nn.PoissonNLLLoss()(y_hat, y)


model = PoissonRegression(num_inputs=2, lr=0.1)
d2l.Trainer(max_epochs=6).fit(model, Counts())
