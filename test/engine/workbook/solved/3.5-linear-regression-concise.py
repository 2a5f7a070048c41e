# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [3.5.1] The sum instead of the mean
class SummedLoss(LinearRegression):
    def loss(self, y_hat, y):
        return nn.functional.mse_loss(y_hat, y, reduction='sum')


model = SummedLoss(lr=0.03 / 32)
data = make_data()
d2l.Trainer(max_epochs=3).fit(model, data)
report(model, data)
three = torch.ones(3, 1)
print(f'loss of three errors of 1: {model.loss(three, torch.zeros(3, 1)).item():.4f}')


# %% [3.5.2] The losses that there are
class RobustRegression(LinearRegression):
    def loss(self, y_hat, y):
        return nn.HuberLoss()(y_hat, y)


model = RobustRegression(lr=0.1)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=5).fit(model, data)
report(model, data)
print(f'largest label: {data.y.max().item():g}')
show_loss(model, errors=(0.1, 0.2, 10, 20, 40))


# %% [3.5.2] The smooth relative
class RobustRegression(LinearRegression):
    def loss(self, y_hat, y):
        return nn.SmoothL1Loss(beta=0.5)(y_hat, y)


model = RobustRegression(lr=0.03)
data = make_data()
data.y[4] = 10000
d2l.Trainer(max_epochs=10).fit(model, data)
print(f'largest label: {data.y.max().item():g}')
show_loss(model, errors=(0.1, 0.2, 10, 20, 40))

# %% [3.5.3] The gradient of the weights
model = LinearRegression(lr=0.03)
data = make_data()
X, y = data.X[:100], data.y[:100]
model.loss(model(X), y).backward()
gradient = model.net.weight.grad
formula = 2 * (model(X) - y).detach().T @ X / len(X)
print('gradient:', gradient)
print(f'largest difference from the formula: {(gradient - formula).abs().max().item():.6f}')

# %% [3.5.4] Few long steps or many short ones
for lr, max_epochs in ((0.01, 10), (0.3, 1)):
    torch.manual_seed(0)
    model = LinearRegression(lr)
    data = make_data()
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)
    report(model, data)

# %% [3.5.5] More data
sizes = [5, 20, 100, 500, 2000, 10000]
w_errors, b_errors = [], []
for num_train in sizes:
    model = LinearRegression(lr=0.03)
    data = make_data(num_train=num_train, num_val=10)
    d2l.Trainer(max_epochs=3).fit(model, data)
    w, b = model.net.weight.data, model.net.bias.data
    w_errors.append((data.w - w.reshape(-1)).norm().item())
    b_errors.append(abs(data.b - b.item()))
    print(f'{num_train} examples: w off by {w_errors[-1]:.4f}, b off by {b_errors[-1]:.4f}')
d2l.plot(sizes, [w_errors, b_errors], 'examples', 'error', legend=['w', 'b'], xscale='log')

# %% [3.5.5] By matplotlib
import matplotlib.pyplot as plt

sizes = [5, 30, 200, 1000, 10000]
w_errors, b_errors = [], []
for num_train in sizes:
    model = LinearRegression(lr=0.03)
    data = make_data(num_train=num_train, num_val=10)
    d2l.Trainer(max_epochs=3).fit(model, data)
    w, b = model.net.weight.data, model.net.bias.data
    w_errors.append((data.w - w.reshape(-1)).norm().item())
    b_errors.append(abs(data.b - b.item()))
    print(f'{num_train} examples: w off by {w_errors[-1]:.4f}, b off by {b_errors[-1]:.4f}')
plt.loglog(sizes, w_errors, label='w')
plt.loglog(sizes, b_errors, label='b')
plt.legend()
