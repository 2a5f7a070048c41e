# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [3.4.1] Start from zero, or from far away
for sigma, max_epochs in ((0.01, 3), (0, 3), (1000, 10)):
    model = LinearRegressionScratch(num_inputs=2, lr=0.03, sigma=sigma)
    data = make_data()
    print(f'largest weight at the start: {model.w.abs().max().item():.4f}')
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)
    report(model, data)

# %% [3.4.1] Zeroed in place, and a larger learning rate
for far, max_epochs in ((False, 3), (True, 3)):
    model = LinearRegressionScratch(num_inputs=2, lr=0.3, sigma=1000)
    if not far:
        model.w.data.zero_()
    data = make_data()
    print(f'largest weight at the start: {model.w.abs().max().item():.4f}')
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)


# %% [3.4.2] Ohm's law
class Resistor(d2l.DataModule):
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
        return self.R * current

    def loss(self, V_hat, V):
        return ((V_hat - V) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.R], self.lr)


model = OhmsLaw(lr=0.1)
data = Resistor()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'R = {model.R.item():.3f} ohm, really {data.R} ohm')


# %% [3.4.2] With a layer of PyTorch's
class Resistor(d2l.DataModule):
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
        self.net = torch.nn.Linear(1, 1, bias=False)

    def forward(self, current):
        return self.net(current)

    def loss(self, V_hat, V):
        return torch.nn.functional.mse_loss(V_hat, V)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), self.lr)


model = OhmsLaw(lr=0.05)
data = Resistor()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'R = {model.net.weight.item():.3f} ohm, really {data.R} ohm')

# %% [3.4.3] Planck's law: the temperature of a star
h, c, k = 6.62607015e-34, 2.99792458e8, 1.380649e-23


def planck(wavelength, T):
    return 2 * h * c**2 / wavelength**5 / (torch.exp(h * c / (wavelength * k * T)) - 1)


def planck_in_units(wavelength, T):
    return 119.1043 / wavelength**5 / (torch.exp(14.38777 / (wavelength * T)) - 1)


class Star(d2l.DataModule):
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
    def __init__(self, lr, T=4.0):
        super().__init__()
        self.save_hyperparameters()
        self.T = torch.tensor([T], requires_grad=True)

    def forward(self, wavelength):
        return planck_in_units(wavelength * 1e6, self.T)

    def loss(self, B_hat, B):
        return ((B_hat - B * 1e-12) ** 2 / 2).mean()

    def configure_optimizers(self):
        return SGD([self.T], self.lr)

    def kelvin(self):
        return 1000 * self.T.item()


model = Thermometer(lr=0.002)
data = Star()
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'temperature: {model.kelvin():.0f} K, really {data.T} K')

# %% [3.4.3] Another order of the factors, Adam, and the logarithm of the temperature
h, c, k = 6.62607015e-34, 2.99792458e8, 1.380649e-23


def planck(wavelength, T):
    return 2 * h * c**2 / wavelength**5 / (torch.exp(h * c / k / (wavelength * T)) - 1)


class Star(d2l.DataModule):
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
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.log_T = torch.zeros(1, requires_grad=True)

    def forward(self, wavelength):
        return planck(wavelength, 4000 * torch.exp(self.log_T)) / 1e13

    def loss(self, B_hat, B):
        return ((B_hat - B / 1e13) ** 2).mean()

    def configure_optimizers(self):
        return torch.optim.Adam([self.log_T], self.lr)

    def kelvin(self):
        return 4000 * torch.exp(self.log_T).item()


model = Thermometer(lr=0.02)
data = Star()
d2l.Trainer(max_epochs=8).fit(model, data)
print(f'temperature: {model.kelvin():.0f} K, really {data.T} K')

# %% [3.4.4] Second derivatives
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
X, y = data.X[: data.num_train], data.y[: data.num_train]
(gradient,) = torch.autograd.grad(model.loss(model(X), y), model.w, create_graph=True)
second = torch.stack(
    [torch.autograd.grad(g, model.w, retain_graph=True)[0].reshape(-1) for g in gradient.reshape(-1)]
)
print(f'largest difference from the theory: {(second - X.T @ X / len(X)).abs().max().item():.6f}')

# %% [3.4.4] By the function that does it all
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
data = make_data()
X, y = data.X[: data.num_train], data.y[: data.num_train]
second = torch.autograd.functional.hessian(
    lambda w: model.loss(X @ w.reshape(2, 1) + model.b, y), model.w.detach().reshape(-1)
)
print(f'largest difference from the theory: {(second - X.T @ X / len(X)).abs().max().item():.6f}')


# %% [3.4.5] Why shapes must agree
class ShapeProof(LinearRegressionScratch):
    def loss(self, y_hat, y):
        error = y_hat - y.reshape(y_hat.shape)
        return (error**2 / 2).mean()


model = ShapeProof(num_inputs=2, lr=0.1)
data = make_data()
data.y = data.y.reshape(-1)
print('shape of the labels:', tuple(data.y.shape))
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)


# %% [3.4.5] Flat instead of tall
class ShapeProof(LinearRegressionScratch):
    def loss(self, y_hat, y):
        return ((y_hat.flatten() - y.flatten()) ** 2 / 2).mean()


model = ShapeProof(num_inputs=2, lr=0.1)
data = make_data()
data.y = data.y.reshape(-1)
print('shape of the labels:', tuple(data.y.shape))
d2l.Trainer(max_epochs=3).fit(model, data)

# %% [3.4.6] Learning rates
for lr in (0.003, 0.3, 2.5):
    torch.manual_seed(0)
    model = LinearRegressionScratch(num_inputs=2, lr=lr)
    data = make_data()
    d2l.Trainer(max_epochs=3).fit(model, data)
    print(f'lr {lr:g}:')
    report(model, data)

# %% [3.4.6] A diverging run that stays finite
for lr in (2.0, 1.0, 0.001):
    model = LinearRegressionScratch(num_inputs=2, lr=lr)
    d2l.Trainer(max_epochs=3).fit(model, make_data())

# %% [3.4.7] A batch size that does not divide
data = make_data(num_train=100, num_val=100, batch_size=32)
model = LinearRegressionScratch(num_inputs=2, lr=0.03)
with torch.no_grad():
    losses = [model.loss(model(X), y).item() for X, y in data.val_dataloader()]
    sizes = [len(X) for X, y in data.val_dataloader()]
    over_rows = model.loss(model(data.X[100:]), data.y[100:]).item()
mine = sum(loss * size for loss, size in zip(losses, sizes)) / sum(sizes)
print('sizes of the batches:', sizes)
print(f'mean over the batches: {sum(losses) / len(losses):.4f}')
print(f'mean over all rows: {over_rows:.4f}')
print(f'mine: {mine:.4f}')


# %% [3.4.8-1] Another loss: absolute errors
class AbsoluteLoss(LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (y_hat - y).abs().sum()


model = AbsoluteLoss(num_inputs=2, lr=0.003)
data = make_data()
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
show_loss(model)


# %% [3.4.8-1] The mean, with more epochs
class AbsoluteLoss(LinearRegressionScratch):
    def loss(self, y_hat, y):
        return torch.nn.L1Loss()(y_hat, y)


model = AbsoluteLoss(num_inputs=2, lr=0.03)
data = make_data()
d2l.Trainer(max_epochs=10).fit(model, data)
show_loss(model)

# %% [3.4.8-2] One wrong label
model = AbsoluteLoss(num_inputs=2, lr=0.003)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
print(f'largest label: {data.y.max().item():g}')


# %% [3.4.8-3] The best of both
class HuberLoss(LinearRegressionScratch):
    def loss(self, y_hat, y, delta=1.0):
        error = (y_hat - y).abs()
        return torch.where(error < delta, error**2 / 2, delta * (error - delta / 2)).mean()


model = HuberLoss(num_inputs=2, lr=0.1)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=5).fit(model, data)
report(model, data)
print(f'largest label: {data.y.max().item():g}')
show_loss(model, errors=(0.1, 0.2, 10, 20, 40))


# %% [3.4.8-3] By clamp, and another delta
class HuberLoss(LinearRegressionScratch):
    def loss(self, y_hat, y, delta=0.5):
        error = (y_hat - y).abs()
        near = error.clamp(max=delta)
        return (near**2 / 2 + delta * (error - near)).mean()


model = HuberLoss(num_inputs=2, lr=0.3)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'largest label: {data.y.max().item():g}')
show_loss(model, errors=(0.1, 0.2, 10, 20, 40))


# %% [3.4.9] Why the data are reshuffled
class OrderedData(d2l.SyntheticRegressionData):
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
    data = OrderedData(shuffle=shuffle)
    d2l.Trainer(max_epochs=3).fit(model, data)
    report(model, data)
