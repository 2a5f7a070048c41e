# 3.5 Linear regression with PyTorch's layers: section 3.5 of Dive into Deep
# Learning and its exercises.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it. After a run the panel says what is still
# missing. Under "Hint" there is a push in the right direction. A cell without a
# number is set-up: every exercise runs it first.

# %% Imports
import torch
from d2l import torch as d2l
from torch import nn


# %% The model
class LinearRegression(d2l.Module):
    """The model of section 3.4, put together from what PyTorch has."""

    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Linear(2, 1)
        self.net.weight.data.normal_(0, 0.01)
        self.net.bias.data.fill_(0)

    def forward(self, X):
        return self.net(X)

    def loss(self, y_hat, y):
        return nn.functional.mse_loss(y_hat, y)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), self.lr)


# %% The data, and how far we are from it
def make_data(**options):
    """Noisy points of a line that we know, so that we can tell how well it was learned."""
    return d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, **options)


def report(model, data):
    """Print true minus learned."""
    w, b = model.net.weight.data, model.net.bias.data
    print(f'w off by {data.w - w.reshape(data.w.shape)}, b off by {data.b - b}')


def show_loss(model, errors):
    """Print what the model's loss makes of a single prediction that is so far off."""
    for error in errors:
        loss = model.loss(torch.tensor([[float(error)]]), torch.zeros(1, 1))
        print(f'loss of an error of {error:g}: {loss.item():.4f}')


# %% [3.5] Linear regression with PyTorch's layers
model = LinearRegression(lr=0.03)
data = make_data()
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)


# %% [3.5.1] The sum instead of the mean
# With reduction='sum' the loss of a batch is the sum over its rows. As it
# stands, the training diverges.
#
# Your task: keep the sum, and change the learning rate so that the training
# goes as it did with the mean: w and b to 0.1 in three epochs.
class SummedLoss(LinearRegression):
    def loss(self, y_hat, y):
        return nn.functional.mse_loss(y_hat, y, reduction='sum')


model = SummedLoss(lr=0.05)
data = make_data()
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
three = torch.ones(3, 1)
print(f'loss of three errors of 1: {model.loss(three, torch.zeros(3, 1)).item():.4f}')

# region Hint
# The gradient of the sum is the mean's times the number of rows. What must lr
# be divided by, so that a step is as long as it was? And what happens to that
# when you change the batch size?
# endregion


# %% [3.5.2] The losses that there are
# PyTorch has many losses. One of the labels below is wrong, so that the squared
# error is a bad choice.
#
# Your task: use Huber's loss from the list, and learn w and b to 0.1 in spite
# of the wrong label.
class RobustRegression(LinearRegression):
    def loss(self, y_hat, y):
        return nn.functional.mse_loss(y_hat, y)


print([name for name in dir(nn) if name.endswith('Loss')])
model = RobustRegression(lr=0.03)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
print(f'largest label: {data.y.max().item():g}')
show_loss(model, errors=(0.1, 0.2, 10, 20, 40))

# region Hint
# nn.HuberLoss() makes a function of predictions and labels; nn.SmoothL1Loss()
# is a relative of it. Far from the goal their pull is weaker than the squared
# error's, so it takes more epochs, or a larger lr.
# endregion

# %% [3.5.3] The gradient of the weights
# After backward() every parameter knows its gradient.
#
# Your task: take the gradient of the weights from the model.
model = LinearRegression(lr=0.03)
data = make_data()
X, y = data.X[:100], data.y[:100]
model.loss(model(X), y).backward()

gradient = torch.zeros(1, 2)

formula = 2 * (model(X) - y).detach().T @ X / len(X)
print('gradient:', gradient)
print(f'largest difference from the formula: {(gradient - formula).abs().max().item():.6f}')

# region Hint
# print(model) shows what the model is made of: its layer is model.net, and that
# has a weight and a bias. Both are tensors with a .grad.
# endregion

# %% [3.5.4] Few long steps or many short ones
# Learning rate and number of epochs make up for each other, within limits.
#
# Your task: show two ways to learn w and b to 0.05. Once with lr = 0.01 and as
# many epochs as that takes, and once in a single epoch, with a learning rate of
# your choice.
for lr, max_epochs in ((0.01, 3),):
    torch.manual_seed(0)  # the same data for all
    model = LinearRegression(lr)
    data = make_data()
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)
    print(f'lr {lr:g}, {max_epochs} epochs:')
    report(model, data)

# region Hint
# An epoch is 32 steps, and each step multiplies the distance by about 1 - 2·lr.
# How many steps until 4.2 has become 0.05? For the single epoch: which factor
# does it take?
# endregion

# %% [3.5.5] More data
# How do the errors of w and b fall with the number of training examples?
#
# Your task: plot both errors over num_train, from 5 to 10,000 with several
# sizes in between, with a logarithmic x axis. Why is it better to space the
# sizes by factors than by differences?
sizes = [5, 10]
w_errors, b_errors = [], []
for num_train in sizes:
    model = LinearRegression(lr=0.03)
    data = make_data(num_train=num_train, num_val=10)
    d2l.Trainer(max_epochs=3).fit(model, data)
    w, b = model.net.weight.data, model.net.bias.data
    w_errors.append((data.w - w.reshape(-1)).norm().item())
    b_errors.append(abs(data.b - b.item()))
    print(f'{num_train} examples: w off by {w_errors[-1]:.4f}, b off by {b_errors[-1]:.4f}')

# region Hint
# d2l.plot(x, [one, other], 'label of x', 'label of y', legend=[…],
# xscale='log') draws both curves. Five or six sizes are enough; each about
# three times the one before.
# endregion
