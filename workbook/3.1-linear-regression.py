# 3.1 Linear regression: the exercises of section 3.1 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it. After a run the panel says what is still
# missing. Under "Hint" there is a push in the right direction. A cell without a
# number is set-up: every exercise runs it first.

# %% Imports
import torch
from d2l import torch as d2l
from torch import nn


# %% How a loss looks at an error
def show_loss(model, errors=(1, 2, 4)):
    """Print what the model's loss makes of a single prediction that is so far off."""
    for error in errors:
        loss = model.loss(torch.tensor([[float(error)]]), torch.zeros(1, 1))
        print(f'loss of an error of {error:g}: {loss.item():.4f}')


# %% [3.1.1] The constant that fits best
# Five measurements, one of them far out. A single number b shall stand for all
# of them. Which b has the smallest sum of squared errors, which the smallest
# sum of absolute errors? A grid of candidates answers the first question.
#
# Your task: answer the second one the same way. Which well-known statistics of
# x are the two?
x = torch.tensor([1.0, 2.0, 4.0, 5.0, 88.0])
candidates = torch.linspace(0, 100, 10001)  # every hundredth

squared = ((x - candidates.reshape(-1, 1)) ** 2).sum(dim=1)
best_squared = candidates[squared.argmin()]
best_absolute = torch.tensor(0.0)

print(f'smallest squared errors at b = {best_squared.item():.2f}')
print(f'smallest absolute errors at b = {best_absolute.item():.2f}')

# region Hint
# Only the power 2 has to go: take abs() of the same differences. Then compare
# with x.mean() and x.median(), and ask which of the two the measurement 88
# moves.
# endregion

# %% [3.1.2] An offset as one more weight
# An affine function x·w + b is a linear one of a longer x. So b needs no
# special treatment.
#
# Your task: give X another column, and w another element, so that X_longer @
# w_longer is the same as X @ w + b.
X, w, b = torch.randn(6, 2), torch.tensor([2, -3.4]), 4.2

X_longer = X
w_longer = w

difference = (X_longer @ w_longer - (X @ w + b)).abs().max()
print(f'largest difference: {difference.item():.6f}')

# region Hint
# What must b be multiplied by to count fully in every row? torch.cat((X, …),
# dim=1) adds a column, torch.cat((w, …)) an element.
# endregion


# %% [3.1.3] A quadratic function from a linear model
# The data are quadratic in two inputs: y = 1 + 2·x₁ - x₁·x₂ + x₂². A linear
# model of x₁ and x₂ cannot follow. But it need not be told x₁ and x₂ alone: it
# is linear in its features, whatever these are made of.
#
# Your task: let features() return all that a quadratic function of two inputs
# is made of.
class Quadratic(d2l.DataModule):
    """Noisy values of a quadratic function of two inputs; the model is given features of them."""

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
    """One row for each input, one column for each feature."""
    return inputs


model = d2l.LinearRegression(lr=0.03)
d2l.Trainer(max_epochs=8).fit(model, Quadratic())
print('weights:', model.get_w_b())

# region Hint
# Five columns: x₁, x₂ and their three products. The constant 1 is the model's
# own bias. With x1, x2 = inputs[:, :1], inputs[:, 1:], torch.cat((x1, x2, …),
# dim=1) puts columns side by side.
# endregion

# %% [3.1.4] When the columns say the same thing
# The third column of X is the sum of the first two, so that X'X has no inverse:
# many w fit equally well, and the formula w = (X'X)⁻¹X'y has none to choose. A
# little noise on X makes the columns independent.
#
# Your task: disturb X so that the formula can be used, but so little that the
# predictions stay good. Then try SGD on the X as it was: d2l.LinearRegression
# does not mind. Why?
torch.manual_seed(1)
X = torch.randn(200, 3, dtype=torch.float64)
X[:, 2] = X[:, 0] + X[:, 1]
y = X @ torch.tensor([1.0, 2, 0.5], dtype=torch.float64)

X_disturbed = X

rank = torch.linalg.matrix_rank(X_disturbed.T @ X_disturbed)
print(f'rank of the matrix: {rank.item()} of {X.shape[1]}')
if rank == X.shape[1]:
    w = torch.linalg.solve(X_disturbed.T @ X_disturbed, X_disturbed.T @ y)
    print('w:', w)
    print(f'largest error of a prediction: {(X_disturbed @ w - y).abs().max().item():.4f}')

# region Hint
# torch.randn_like(X) is noise of the right shape and dtype. A thousandth of it
# is plenty.
# endregion


# %% [3.1.5] Noise with long tails
# Here the noise is Laplace's: p(e) = exp(-|e|) / 2. Large errors are then far
# more common than with a normal distribution, and the squared error is no
# longer the loss that maximum likelihood asks for.
#
# Your task: give the model the negative logarithm of this p, averaged over the
# batch, as its loss. You may leave out what does not depend on the prediction.
# Then make it learn w and b to 0.1.
class LaplaceData(d2l.SyntheticRegressionData):
    def __init__(self):
        super().__init__(w=torch.tensor([2, -3.4]), b=4.2, noise=0)
        size, sign = -torch.log(1 - torch.rand(self.y.shape)), torch.rand(self.y.shape).round() * 2 - 1
        self.y += size * sign


class LaplaceRegression(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2 / 2).mean()


model = LaplaceRegression(num_inputs=2, lr=0.03)
d2l.Trainer(max_epochs=3).fit(model, LaplaceData())
show_loss(model)

# region Hint
# -log p(e) = |e| + log 2. Its slope is +1 or -1 however near the goal is: with
# a large lr it hops from side to side, with a small one it needs more epochs.
# Change lr and max_epochs, and watch the weights. A learning rate that falls
# from epoch to epoch gives both: set self.optim.lr in fit_epoch of a Trainer of
# your own.
# endregion

# %% [3.1.6] Two linear layers are one
# A network of two linear layers has more weights, yet it can do no more than
# one layer.
#
# Your task: find the W and b of the single layer that computes the same as this
# network.
network = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 1))
first, second = network[0], network[1]

W = torch.zeros(1, 2)
b = torch.zeros(1)

X = torch.randn(100, 2)
with torch.no_grad():
    difference = (X @ W.T + b - network(X)).abs().max()
print(f'largest difference: {difference.item():.6f}')

# region Hint
# Write it down: second(first(x)) = W₂(W₁x + b₁) + b₂. Multiply out. A layer's W
# is its .weight, its b its .bias.
# endregion


# %% [3.1.7] The logarithm of the price
# Prices are never negative, and a house of twice the price is also twice as far
# off. So their noise is not normal. Fitted directly, the model predicts
# negative prices, and cheap houses badly.
#
# Your task: let the model learn the logarithm of the price, and turn its
# predictions back into prices.
class Houses(d2l.DataModule):
    """Standardised size and age of houses, and prices that noise multiplies rather than shifts."""

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
model = d2l.LinearRegression(lr=0.05)
d2l.Trainer(max_epochs=5).fit(model, data)
with torch.no_grad():
    predicted = model(data.X)

print(f'negative prices: {(predicted < 0).sum().item()}')
print(f'typical relative error: {((predicted - data.price) / data.price).abs().median().item():.3f}')

# region Hint
# What the model is to learn is data.y: set it to data.price.log() before the
# fit. What it then predicts is a logarithm.
# endregion


# %% [3.1.8] Counting
# How many customers come in an hour? Counts are whole, never negative, and
# Poisson-distributed around a mean λ. The model's output shall be log λ, so
# that λ = exp(y_hat) is positive by itself.
#
# Your task: replace the loss by the negative logarithm of the Poisson
# probability, averaged over the batch. p(y) = λ^y · exp(-λ) / y!
class Counts(d2l.SyntheticRegressionData):
    def __init__(self):
        super().__init__(w=torch.tensor([0.5, -0.3]), b=1.0, noise=0, num_train=2000, num_val=500)
        self.y = torch.poisson(torch.exp(self.y))


class PoissonRegression(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2 / 2).mean()


model = PoissonRegression(num_inputs=2, lr=0.05)
d2l.Trainer(max_epochs=5).fit(model, Counts())

# region Hint
# With λ = exp(y_hat), log p = y·y_hat - exp(y_hat) - log y!. The last term does
# not depend on the prediction.
# endregion
