# Linear regression from scratch: section 3.4 of Dive into Deep Learning and its nine exercises.
#
# Run a cell with "Run D2L exercise" above it. Then change a number and watch the curve follow.
# A cell without a number is set-up: every exercise runs it first, so what you change there counts everywhere.

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


# %% [3.4] Linear regression from scratch
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
trainer = d2l.Trainer(max_epochs=3)
trainer.fit(model, data)
report(model, data)

# %% [3.4.1] Start from zero, or from far away
# In a deep network equal weights stay equal for ever. Here nothing is symmetric: each weight has a column of
# X of its own, and the loss is a bowl with one lowest point. So zero works as well as small random numbers.
# A wild start reaches the same point, only later. Give sigma = 1000 ten epochs instead of three.
for sigma in (0, 0.01, 1000**0.5, 1000):
    torch.manual_seed(0)  # the same data and batches for all
    model = LinearRegressionScratch(num_inputs=2, lr=0.03, sigma=sigma)
    data = make_data()
    d2l.Trainer(max_epochs=3).fit(model, data)
    print(f'sigma {sigma:g}:')
    report(model, data)


# %% [3.4.2] Ohm's law
# Voltage is resistance times current. Measure V at some currents I, with a shaky hand, and learn R:
# linear regression again, with one weight and nothing to add.
class Resistor(d2l.DataModule):
    """Readings at currents between 0 and 2 A; R in ohm, noise in volt."""

    def __init__(self, R=7.5, noise=0.05, num_train=200, num_val=100, batch_size=16):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.I = 2 * torch.rand(n, 1)
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
        return self.R * current

    def loss(self, V_hat, V):
        return ((V_hat - V) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.R], self.lr)


model = OhmsLaw(lr=0.1)
data = Resistor()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'R = {model.R.item():.3f} ohm, really {data.R} ohm')

# %% [3.4.3] Planck's law: the temperature of a star
# A hot body glows with the spectral radiance B = 2hc²/λ⁵ / (exp(hc/(λkT)) - 1). Measure B, learn T.
# First the trap. In SI units h·k is too small for float32, whose range ends at about 1e-45:
h, k = torch.tensor(6.62607015e-34), torch.tensor(1.380649e-23)
print('h * k in float32:', (h * k).item())
# So measure λ in micrometres, T in thousands of kelvin and B in kW per square metre, steradian and nanometre.
# Then no number is far from one.
RADIANCE = 119.1043  # 2hc²
THERMAL = 14.38777  # hc/k


def planck(wavelength, T):
    return RADIANCE / wavelength**5 / (torch.exp(THERMAL / (wavelength * T)) - 1)


class Star(d2l.DataModule):
    """The spectrum of a body of T thousand kelvin (5.772: our sun) from 0.3 to 2 micrometres."""

    def __init__(self, T=5.772, noise=0.2, num_train=400, num_val=100, batch_size=20):
        super().__init__()
        self.save_hyperparameters()
        self.wavelength = 0.3 + 1.7 * torch.rand(num_train + num_val, 1)
        self.B = planck(self.wavelength, T) + noise * torch.randn(num_train + num_val, 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.wavelength, self.B), train, rows)


class Thermometer(d2l.Module):
    def __init__(self, lr, T=4.0):
        super().__init__()
        self.save_hyperparameters()
        self.T = torch.tensor([T], requires_grad=True)

    def forward(self, wavelength):
        return planck(wavelength, self.T)

    def loss(self, B_hat, B):
        return ((B_hat - B) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.T], self.lr)


model = Thermometer(lr=0.002)
data = Star()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'T = {1000 * model.T.item():.0f} K, really {1000 * data.T:.0f} K')

# %% [3.4.4] Second derivatives
# backward() walks the graph once and throws it away, and the gradient it leaves is a plain number without
# a past. create_graph=True records how the gradient itself was computed, so that it too has a derivative.
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
X, y = data.X[: data.num_train], data.y[: data.num_train]

(gradient,) = torch.autograd.grad(model.loss(model(X), y), model.w, create_graph=True)
rows = [torch.autograd.grad(g, model.w, retain_graph=True)[0].reshape(-1) for g in gradient.reshape(-1)]
print('second derivatives:')
print(torch.stack(rows))
print("X'X/n, which the formula promises:")
print(X.T @ X / len(X))

# Leave create_graph out and the second step has nothing to follow:
(gradient,) = torch.autograd.grad(model.loss(model(X), y), model.w)
try:
    torch.autograd.grad(gradient.sum(), model.w)
except RuntimeError as error:
    print('without create_graph:', error)

# %% [3.4.5] Why the shapes of y_hat and y must agree
# The model predicts a column, shape (n, 1). Labels kept flat, shape (n,), subtract from it without complaint:
# broadcasting makes an (n, n) table of every prediction against every label, and its mean is a wrong loss.
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
X, y = next(iter(data.train_dataloader()))
y_hat, flat = model(X), y.reshape(-1)
print('flat:    ', (y_hat - flat).shape, model.loss(y_hat, flat).item())
print('reshaped:', (y_hat - flat.reshape(y_hat.shape)).shape, model.loss(y_hat, y).item())

# No error, a curve that goes down at first, and nothing learned but the mean of y:
data.y = data.y.reshape(-1)
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)

# %% [3.4.6] Learning rates and epochs
# Too small: three epochs are not enough. Around 0.3: the noise is reached in one. From 2 on, each step
# overshoots by more than it corrects, and the error grows until float32 has no number for it.
for lr in (0.001, 0.01, 0.03, 0.1, 0.3, 1, 2, 2.5):
    torch.manual_seed(0)
    model = LinearRegressionScratch(num_inputs=2, lr=lr)
    data = make_data()
    d2l.Trainer(max_epochs=3).fit(model, data)
    print(f'lr {lr:g}:')
    report(model, data)

# %% [3.4.7] A batch size that does not divide
# 100 rows in batches of 32 leave 4 over: the last batch of an epoch is smaller.
data = make_data(num_train=100, num_val=100, batch_size=32)
print('batch sizes:', [len(X) for X, y in data.train_dataloader()])

# The mean of batch means then gives these 4 rows as much say as 32 others.
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
with torch.no_grad():
    batch_losses = [model.loss(model(X), y).item() for X, y in data.val_dataloader()]
    exact = model.loss(model(data.X[100:]), data.y[100:]).item()
print(f'mean of batch means {sum(batch_losses) / len(batch_losses):.4f}, mean over all rows {exact:.4f}')

d2l.Trainer(max_epochs=10).fit(model, data)
report(model, data)


# %% Losses that forgive
class AbsoluteLoss(LinearRegressionScratch):
    """Every error pulls with the same force, large or small."""

    def loss(self, y_hat, y):
        return (y_hat - y).abs().sum()


class HuberLoss(LinearRegressionScratch):
    """Squared near zero, absolute beyond delta: precise when close, calm when far."""

    def loss(self, y_hat, y, delta=1.0):
        error = (y_hat - y).abs()
        return torch.where(error < delta, error**2 / 2, delta * (error - delta / 2)).mean()


# %% [3.4.8-1] Another loss: the sum of absolute errors
# The gradient of |e| is +1 or -1 and never shrinks: near the goal it keeps hopping from side to side.
# A sum instead of a mean also makes the step 32 times as long. Try lr = 0.001.
for model_class in (LinearRegressionScratch, AbsoluteLoss):
    torch.manual_seed(0)
    model = model_class(num_inputs=2, lr=0.03)
    data = make_data()
    d2l.Trainer(max_epochs=3).fit(model, data)
    print(f'{model_class.__name__}:')
    report(model, data)

# %% [3.4.8-2] One wrong label
# A single slip of the pen, y = 10000. Squared, it outweighs millions of honest labels and drags the line away
# each time its batch comes up. For the absolute error it is one voice among a thousand.
for model_class in (LinearRegressionScratch, AbsoluteLoss):
    torch.manual_seed(0)
    model = model_class(num_inputs=2, lr=0.03)
    data = make_data()
    data.y[4] = 10000
    d2l.Trainer(max_epochs=3).fit(model, data)
    print(f'{model_class.__name__}:')
    report(model, data)

# %% [3.4.8-3] The best of both
# Huber's loss hardly notices the outlier and still settles down, if it is given the time:
# far from the goal its pull is as weak as the absolute error's.
torch.manual_seed(0)
model = HuberLoss(num_inputs=2, lr=0.03)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=10).fit(model, data)
report(model, data)


# %% [3.4.9] Why the data is reshuffled
# An order with a pattern tells every batch a different, one-sided story. Sorted by y, each epoch ends with
# the largest labels, and at a large learning rate the last ones heard decide: b ends far from 4.2.
class SortedData(d2l.SyntheticRegressionData):
    """Training rows in ascending order of y, drawn in that order or reshuffled."""

    def __init__(self, shuffle, **options):
        super().__init__(w=torch.tensor([2, -3.4]), b=4.2, **options)
        self.shuffle = shuffle
        order = self.y[: self.num_train].reshape(-1).argsort()
        self.X[: self.num_train] = self.X[: self.num_train][order]
        self.y[: self.num_train] = self.y[: self.num_train][order]

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train and self.shuffle, rows)


for shuffle in (True, False):
    torch.manual_seed(0)
    model = LinearRegressionScratch(num_inputs=2, lr=0.3)
    data = SortedData(shuffle=shuffle)
    d2l.Trainer(max_epochs=3).fit(model, data)
    print('reshuffled:' if shuffle else 'always in order:')
    report(model, data)
