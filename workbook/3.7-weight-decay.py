# 3.7 Weight decay: those exercises of section 3.7 of Dive into Deep Learning
# that can be tried out.
#
# Exercise 6 is for paper and pencil. Each cell with a number is an exercise. It
# says what to do, and runs as it stands: "Run D2L exercise" above it. After a
# run the panel says what is still missing. A cell without a number is set-up:
# every exercise runs it first.

# %% Imports
import torch
from d2l import torch as d2l


# %% The data
class WideData(d2l.DataModule):
    """Many inputs and few examples: y = 0.05 + the sum of 0.01 x + noise, an invitation to overfit."""

    def __init__(self, num_train=20, num_val=100, num_inputs=200, batch_size=5):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.X = torch.randn(n, num_inputs)
        self.w, self.b = 0.01 * torch.ones(num_inputs, 1), 0.05
        self.y = self.X @ self.w + self.b + 0.01 * torch.randn(n, 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, rows)


# %% The model
def l2_penalty(w):
    """Half the sum of squares."""
    return (w**2).sum() / 2


class WeightDecay(d2l.LinearRegressionScratch):
    """Linear regression that pays for large weights: lambd says how much."""

    def __init__(self, num_inputs, lambd, lr, sigma=0.01):
        super().__init__(num_inputs, lr, sigma)
        self.save_hyperparameters()

    def penalty(self, w):
        return l2_penalty(w)

    def loss(self, y_hat, y):
        return super().loss(y_hat, y) + self.lambd * self.penalty(self.w)


def errors(model, data):
    """Half the mean squared error, without the penalty, on the training and on the validation rows."""
    with torch.no_grad():
        squared = (model(data.X) - data.y) ** 2 / 2
        return squared[: data.num_train].mean().item(), squared[data.num_train :].mean().item()


def train(lambd, seed=0, max_epochs=10):
    """Train with weight decay; return the errors of training and validation."""
    torch.manual_seed(seed)
    data = WideData()
    model = WeightDecay(num_inputs=200, lambd=lambd, lr=0.01)
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)
    return errors(model, data)


# %% [3.7] Weight decay
for lambd in (0, 3):
    train_error, val_error = train(lambd)
    print(f'lambda {lambd:g}: training error {train_error:.5f}, validation error {val_error:.5f}')

# %% [3.7.1] How much decay
# Without decay the model learns its 20 examples by heart. With too much it
# learns nothing at all.
#
# Your task: plot the errors of training and validation over lambda, for at
# least five values. What do you observe?
lambdas = [0.1, 3]
train_errors, val_errors = [], []
for lambd in lambdas:
    train_error, val_error = train(lambd)
    train_errors.append(train_error)
    val_errors.append(val_error)
    print(f'lambda {lambd:g}: training error {train_error:.5f}, validation error {val_error:.5f}')

# region Hint
# d2l.plot(x, [one, other], 'label of x', 'label of y', legend=[…],
# xscale='log') draws both curves. Space the values by factors: 0.1, 0.3, 1, …;
# from 100 on lr * lambd overshoots, and the training diverges.
# endregion

# %% [3.7.2] The best decay
# The validation error picks a lambda. Would other data of the same kind have
# picked the same one?
#
# Your task: for each of three seeds or more, find the lambda of the list with
# the smallest validation error. Then say how sure you are of the optimal value.
lambdas = [0.3, 1, 3, 10, 30]
for seed in (0,):
    best = 0
    print(f'seed {seed}: best lambda {best:g}, validation error {train(best, seed)[1]:.5f}')

# region Hint
# {lambd: train(lambd, seed)[1] for lambd in lambdas} is a dictionary of
# validation errors, and min(found, key=found.get) the lambda with the smallest.
# endregion


# %% [3.7.3] Another penalty
# The sum of squares hardly touches small weights: its slope fades with them.
# The sum of absolute values pulls at all of them alike.
#
# Your task: let the penalty be the sum of absolute values, and choose lambd so
# that the validation error is below 0.012.
class AbsolutePenalty(WeightDecay):
    def penalty(self, w):
        return (w**2).sum() / 2


torch.manual_seed(0)
data = WideData()
model = AbsolutePenalty(num_inputs=200, lambd=0.0, lr=0.01)
d2l.Trainer(max_epochs=10).fit(model, data)
for scale in (1, 2):
    print(f'penalty of {scale} times (3, -4): {model.penalty(scale * torch.tensor([3.0, -4.0])).item():.4f}')
print(f'validation error: {errors(model, data)[1]:.5f}')
print(f'weights smaller than 0.001: {(model.w.abs() < 0.001).sum().item()} of {len(model.w)}')

# region Hint
# w.abs().sum(). Its slope is 1 wherever w is, so a step moves every weight by
# lr * lambd towards zero: with lambd = 1 that is 0.01, as large as the true
# weights are. Try less.
# endregion

# %% [3.7.4] The norm of a matrix
# For a vector, the sum of squares is w'w. For a matrix there is a formula like
# it, with a trace.
#
# Your task: compute the sum of the squares of all elements of W by a product of
# matrices and torch.trace().
W = torch.randn(4, 3)

by_trace = torch.tensor(0.0)

print(f'difference: {(by_trace - torch.linalg.matrix_norm(W) ** 2).abs().item():.6f}')

# region Hint
# What stands on the diagonal of W.T @ W?
# endregion

# %% [3.7.5] Without decay
# Decay is one way against overfitting. There are others: more examples, fewer
# inputs, an earlier end.
#
# Your task: leave lambd at 0, and bring the validation error below 0.003 by
# other means.
torch.manual_seed(0)
data = WideData()
model = WeightDecay(num_inputs=data.num_inputs, lambd=0.0, lr=0.01)
d2l.Trainer(max_epochs=10).fit(model, data)
print(f'lambda: {model.lambd:g}')
print(f'validation error: {errors(model, data)[1]:.5f}')

# region Hint
# WideData takes num_train and num_inputs. Which of them, and how large, so that
# there are more examples than weights?
# endregion
