# 3.4 Linear regression from scratch: section 3.4 of Dive into Deep Learning and
# its nine exercises.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it. Change a number and watch the curve
# follow. After a run the panel says what is still missing. Under "Hint" there
# is a push in the right direction. A cell without a number is set-up: every
# exercise runs it first, so what you change there counts everywhere.

# %% Imports
import torch
from d2l import torch as d2l


# %% The model
class LinearRegressionScratch(d2l.Module):
    """y = Xw + b, with every part of it in sight: parameters, prediction, loss, optimizer."""

    def __init__(self, num_inputs, lr, sigma=0.01):
        super().__init__()
        self.save_hyperparameters()
        self.w = torch.normal(0, sigma, (num_inputs, 1), requires_grad=True)
        self.b = torch.zeros(1, requires_grad=True)

    def forward(self, X):
        return torch.matmul(X, self.w) + self.b

    def loss(self, y_hat, y):
        # The half cancels the 2 of the derivative; the mean keeps the step independent of the batch size.
        return ((y_hat - y) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.w, self.b], self.lr)


# %% The optimizer
class SGD(d2l.HyperParameters):
    """Minibatch stochastic gradient descent: a small step against the gradient of one batch."""

    def __init__(self, params, lr):
        self.save_hyperparameters()

    def step(self):
        for param in self.params:
            param -= self.lr * param.grad  # in place: the model's own tensor moves

    def zero_grad(self):
        # backward() adds to .grad, so the last batch has to be wiped out before the next one.
        for param in self.params:
            if param.grad is not None:
                param.grad.zero_()


# %% The data, and how far we are from it
def make_data(**options):
    """2000 noisy points of a line that we know, so that we can tell how well it was learned."""
    return d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, **options)


def report(model, data):
    """Print true minus learned."""
    with torch.no_grad():
        print(f'w off by {data.w - model.w.reshape(data.w.shape)}, b off by {data.b - model.b}')


def show_loss(model, errors=(1, 2, 4)):
    """Print what the model's loss makes of a single prediction that is so far off."""
    for error in errors:
        loss = model.loss(torch.tensor([[float(error)]]), torch.zeros(1, 1))
        print(f'loss of an error of {error:g}: {loss.item():.4f}')


# %% [3.4] Linear regression from scratch
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
trainer = d2l.Trainer(max_epochs=3)
trainer.fit(model, data)
report(model, data)

# %% [3.4.1] Start from zero, or from far away
# In a deep network that starts with all weights equal they stay equal for ever.
# Does linear regression mind? And what if it starts far from the truth, with
# weights drawn with a standard deviation of 1000?
#
# Your task: add a run that starts with w = 0, and one that starts with sigma =
# 1000 and still ends with w and b off by less than 0.1.
for sigma, max_epochs in ((0.01, 3),):
    model = LinearRegressionScratch(num_inputs=2, lr=0.03, sigma=sigma)
    data = make_data()
    print(f'largest weight at the start: {model.w.abs().max().item():.4f}')
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)
    report(model, data)

# region Hint
# The list of pairs takes more of them. A standard deviation of 0 leaves nothing
# to chance. From far away the way is longer, not different: each epoch divides
# the distance by the same factor.
# endregion


# %% [3.4.2] Ohm's law
# Voltage is resistance times current. Measure the voltage V at some currents I,
# with a shaky hand, and learn the resistance R: linear regression again, with
# one weight.
#
# Your task: this model says the same voltage whatever the current. Let it obey
# Ohm's law.
class Resistor(d2l.DataModule):
    """Readings at currents between 0 and 3 A; R in ohm, noise in volt."""

    def __init__(self, R=7.5, noise=0.05, num_train=200, num_val=100, batch_size=16):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.I = 3 * torch.rand(n, 1)
        self.V = R * self.I + noise * torch.randn(n, 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.I, self.V), train, rows)


class OhmsLaw(d2l.Module):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.R = torch.zeros(1, requires_grad=True)

    def forward(self, current):
        return self.R * torch.ones_like(current)

    def loss(self, V_hat, V):
        return ((V_hat - V) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.R], self.lr)


model = OhmsLaw(lr=0.1)
data = Resistor()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'R = {model.R.item():.3f} ohm, really {data.R} ohm')

# region Hint
# V = R·I, and forward() is given I. Is there an offset to learn? What is the
# voltage without a current?
# endregion


# %% [3.4.3] Planck's law: the temperature of a star
# A hot body glows with the spectral radiance B(λ) = 2hc²/λ⁵ / (exp(hc/(λkT)) -
# 1). Measure B, learn T. In metres, kelvin and W/m³ the numbers run from 10⁻³⁴
# to 10¹³, and float32 gives up: h·k alone is zero to it. The first step of SGD
# ends in NaN.
#
# Your task: choose units in which no number is far from one, and learn the
# sun's temperature, 5772 K, to 50 K. Constants, model, optimizer and learning
# rate are yours; the measurements come as they are, in metres and W/m³.
h, c, k = 6.62607015e-34, 2.99792458e8, 1.380649e-23


def planck(wavelength, T):
    return 2 * h * c**2 / wavelength**5 / (torch.exp(h * c / (wavelength * k * T)) - 1)


class Star(d2l.DataModule):
    """The spectrum of a body of 5772 K, measured from 0.3 to 2 micrometres with some noise."""

    def __init__(self, T=5772, noise=0.2e12, num_train=400, num_val=100, batch_size=20):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.wavelength = (0.3 + 1.7 * torch.rand(n, 1)) * 1e-6
        self.B = planck(self.wavelength, T) + noise * torch.randn(n, 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.wavelength, self.B), train, rows)


class Thermometer(d2l.Module):
    def __init__(self, lr, T=4000.0):
        super().__init__()
        self.save_hyperparameters()
        self.T = torch.tensor([T], requires_grad=True)

    def forward(self, wavelength):
        return planck(wavelength, self.T)

    def loss(self, B_hat, B):
        return ((B_hat - B) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.T], self.lr)

    def kelvin(self):
        """The temperature learned, in kelvin, whatever unit self.T has."""
        return self.T.item()


model = Thermometer(lr=0.002)
data = Star()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'temperature: {model.kelvin():.0f} K, really {data.T} K')

# region Hint
# Measure λ in micrometres, T in thousands of kelvin and B in 10¹² W/m³. Then
# 2hc² becomes 119.1043 and hc/k becomes 14.38777, and planck() needs no h, c
# and k. Multiply the measurements when they come into forward() and loss(): by
# 1e6 and by 1e-12. And T starts at 4.0, not 4000.
# endregion

# %% [3.4.4] Second derivatives
# backward() walks the graph once and throws it away, and the gradient that it
# leaves is a number without a past. Its own derivative, the curvature of the
# loss, is then out of reach.
#
# Your task: fill the 2 x 2 matrix of the second derivatives of the loss by w.
# Theory says that it is X'X/n.
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
X, y = data.X[: data.num_train], data.y[: data.num_train]

(gradient,) = torch.autograd.grad(model.loss(model(X), y), model.w)
second = torch.zeros(2, 2)

print('second derivatives:', second)
print(f'largest difference from the theory: {(second - X.T @ X / len(X)).abs().max().item():.6f}')

# region Hint
# With create_graph=True the gradient remembers how it was computed. Each of its
# two elements can then be given to torch.autograd.grad() again, which yields a
# row of the matrix; retain_graph=True lets you ask twice. Or let
# torch.autograd.functional.hessian() do all of it: it wants the loss as a
# function of w.
# endregion


# %% [3.4.5] Why shapes must agree
# The model predicts a column, of shape (n, 1). These labels are flat, of shape
# (n,). Subtracting them raises no error: broadcasting makes a table of every
# prediction against every label, and the model learns little but the mean of y.
#
# Your task: make the loss right for labels of either shape. Leave the data as
# they are.
class ShapeProof(LinearRegressionScratch):
    def loss(self, y_hat, y):
        error = y_hat - y
        return (error**2 / 2).mean()


model = ShapeProof(num_inputs=2, lr=0.1)
data = make_data()
data.y = data.y.reshape(-1)
print('shape of the labels:', tuple(data.y.shape))
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)

# region Hint
# Print y_hat.shape, y.shape and error.shape inside loss(). Then reshape one
# like the other before you subtract.
# endregion

# %% [3.4.6] Learning rates
# Too small, and three epochs are not enough. Too large, and each step
# overshoots by more than it corrects. In between, one epoch may do.
#
# Your task: show all three. Add a learning rate with which the validation loss
# is below 0.001 after the first epoch already, one with which it is above 5
# even after three, and one that diverges.
for lr in (0.03,):
    torch.manual_seed(0)  # the same data and batches for all
    model = LinearRegressionScratch(num_inputs=2, lr=lr)
    data = make_data()
    d2l.Trainer(max_epochs=3).fit(model, data)
    print(f'lr {lr:g}:')
    report(model, data)

# region Hint
# Go up and down by factors of ten, then look closer. Where does theory put the
# limit? The panel says it after a run that diverged: 2/λmax, with the largest
# curvature of the loss from exercise 4.
# endregion

# %% [3.4.7] A batch size that does not divide
# 100 rows in batches of 32 leave 4 over: the last batch of an epoch is smaller.
# The validation loss that the Trainer shows is the mean over the batches, which
# gives these 4 rows as much weight as 32 others.
#
# Your task: compute the mean over all rows from the losses and the sizes of the
# batches.
data = make_data(num_train=100, num_val=100, batch_size=32)
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
with torch.no_grad():
    losses = [model.loss(model(X), y).item() for X, y in data.val_dataloader()]
    sizes = [len(X) for X, y in data.val_dataloader()]
    over_rows = model.loss(model(data.X[100:]), data.y[100:]).item()

mine = sum(losses) / len(losses)

print('sizes of the batches:', sizes)
print(f'mean over the batches: {sum(losses) / len(losses):.4f}')
print(f'mean over all rows: {over_rows:.4f}')
print(f'mine: {mine:.4f}')

# region Hint
# A batch of 4 rows deserves 4/100 of the say. zip(losses, sizes) gives pairs.
# endregion


# %% [3.4.8-1] Another loss: absolute errors
# The squared error asks most loudly where it is wrong the most. The absolute
# error pulls with the same force everywhere.
#
# Your task: let the loss be the sum of the absolute errors, and find a learning
# rate and a number of epochs with which it learns w and b to 0.05.
class AbsoluteLoss(LinearRegressionScratch):
    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2 / 2).mean()


model = AbsoluteLoss(num_inputs=2, lr=0.03)
data = make_data()
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
show_loss(model)

# region Hint
# A sum over 32 rows makes a step 32 times as long as a mean, and the force does
# not fade near the goal: it keeps hopping from side to side, as far as a step
# is long.
# endregion

# %% [3.4.8-2] One wrong label
# A single slip of the pen: the fifth label is 10000. Squared, it outweighs
# millions of honest labels, and drags the line away each time its batch comes
# up.
#
# Your task: leave the label in, and learn w and b to 0.2 all the same, with the
# model of the cell above.
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
print(f'largest label: {data.y.max().item():g}')

# region Hint
# For AbsoluteLoss the wrong label is one voice among a thousand. Take its
# learning rate with it.
# endregion


# %% [3.4.8-3] The best of both
# Huber's loss is squared near zero and absolute beyond delta: precise when
# close, calm when far.
#
# Your task: write it with tensors, and learn w and b to 0.05 in spite of the
# wrong label.
class HuberLoss(LinearRegressionScratch):
    def loss(self, y_hat, y, delta=1.0):
        error = (y_hat - y).abs()
        return (error**2 / 2).mean()


model = HuberLoss(num_inputs=2, lr=0.03)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
print(f'largest label: {data.y.max().item():g}')
show_loss(model, errors=(0.1, 0.2, 10, 20, 40))

# region Hint
# torch.where(condition, here, there) chooses element by element. Beyond delta
# it is delta * (error - delta / 2), which meets the parabola without a kink.
# Far from the goal its pull is as weak as the absolute error's: give it time.
# endregion


# %% [3.4.9] Why the data are reshuffled
# A Trainer's data come in a new order every epoch. Without that each epoch
# would tell the same story. If the order has a pattern, it is a one-sided
# story: the last batches have the last word.
#
# Your task: find an order of the training rows with which the model ends with w
# or b off by more than 0.5, though with reshuffling it learns the same rows to
# 0.05.
class OrderedData(d2l.SyntheticRegressionData):
    """Training rows in an order of our own, drawn in that order or reshuffled."""

    def __init__(self, shuffle, **options):
        super().__init__(w=torch.tensor([2, -3.4]), b=4.2, **options)
        self.shuffle = shuffle
        order = torch.arange(self.num_train)
        self.X[: self.num_train] = self.X[: self.num_train][order]
        self.y[: self.num_train] = self.y[: self.num_train][order]

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train and self.shuffle, rows)


for shuffle in (True, False):
    torch.manual_seed(0)
    model = LinearRegressionScratch(num_inputs=2, lr=0.3)
    data = OrderedData(shuffle=shuffle)
    d2l.Trainer(max_epochs=3).fit(model, data)
    print('reshuffled:' if shuffle else 'always in order:')
    report(model, data)

# region Hint
# What would the worst teacher do? First all the small labels, at the end all
# the large ones. argsort() of a flat tensor gives the order.
# endregion
