# 4.4 Softmax regression from scratch: exercises of section 4.4 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [4.4.1] A softmax for all numbers
# exp() of a score of 100 is infinite in float32, and of scores below -110 nothing is
# left. Softmax itself is harmless there.
#
# Your task: change softmax() so that it works for any scores.
def softmax(X):
    X_exp = torch.exp(X)
    return X_exp / X_exp.sum(1, keepdims=True)


X = torch.tensor([[100.0, 90, 80], [-120, -121, -125], [0, 1, 2], [1e4, 1e4, -1e4]])
wanted = torch.nn.functional.softmax(X, dim=1)
difference = torch.nan_to_num((softmax(X) - wanted).abs(), nan=1.0).max()
print(f'largest difference: {difference.item():.6f}')

# region Hint
# Taking the same number from all scores of a row changes nothing about the
# quotients. Which number makes the largest exponent 0? keepdims=True keeps the
# shape for broadcasting.
# endregion


# %% [4.4.2] Cross-entropy by its definition
# The book picks the probability of the right class by its index. The definition is
# a sum over all classes of y * log(y_hat), y being one-hot.
#
# Your task: write it so, for labels as indices. A probability of 0 for a class that
# is not the right one must not spoil the loss.
def cross_entropy(y_hat, y):
    one_hot = torch.nn.functional.one_hot(y, y_hat.shape[1])
    return (one_hot * y_hat).sum(dim=1).mean()


y = torch.tensor([0, 2, 1])
y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5], [0.0, 1.0, 0.0]])
wanted = -torch.log(y_hat[range(3), y]).mean()
difference = torch.nan_to_num((cross_entropy(y_hat, y) - wanted).abs(), nan=1.0)
print(f'largest difference: {difference.item():.6f}')

# region Hint
# 0 * log(0) is nan. Keep the argument of the logarithm above zero with clamp(min=…),
# or leave out what one_hot multiplies by 0 with torch.where.
# endregion

# %% [4.4.5] Three learning rates
# Softmax regression on ten clouds of points.
#
# Your task: add two rates: one with which the validation loss ends below 0.8, and
# one that is so large that it ends above 5.
from d2l import torch as d2l


class Clouds(d2l.DataModule):
    """Points around ten centres, 300 to train with and 200 to validate with."""

    def __init__(self, batch_size=30):
        super().__init__()
        self.save_hyperparameters()
        torch.manual_seed(7)
        centres = 3 * torch.randn(10, 8)
        self.y = torch.arange(500) % 10
        self.X = centres[self.y] + 2.5 * torch.randn(500, 8)

    def get_dataloader(self, train):
        rows = slice(0, 300) if train else slice(300, None)
        return self.get_tensorloader((self.X, self.y), train, rows)


rates = (0.001,)

for lr in rates:
    torch.manual_seed(0)
    d2l.Trainer(max_epochs=6).fit(d2l.SoftmaxRegression(num_outputs=10, lr=lr), Clouds())

# region Hint
# Go up by factors of ten, and look at the curves: "All fits in one chart".
# endregion
