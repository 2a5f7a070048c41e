# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [3.7.1] How much decay
lambdas = [0.1, 0.3, 1, 3, 10, 30]
train_errors, val_errors = [], []
for lambd in lambdas:
    train_error, val_error = train(lambd)
    train_errors.append(train_error)
    val_errors.append(val_error)
    print(f'lambda {lambd:g}: training error {train_error:.5f}, validation error {val_error:.5f}')
d2l.plot(lambdas, [train_errors, val_errors], 'lambda', 'error', legend=['train', 'val'], xscale='log')

# %% [3.7.1] One curve at a time, from zero
import matplotlib.pyplot as plt

lambdas = [0, 2, 4, 8, 16]
train_errors, val_errors = zip(*(train(lambd) for lambd in lambdas))
for lambd, train_error, val_error in zip(lambdas, train_errors, val_errors):
    print(f'lambda {lambd:g}: training error {train_error:.5f}, validation error {val_error:.5f}')
plt.plot(lambdas, train_errors)
plt.plot(lambdas, val_errors)

# %% [3.7.2] The best decay
lambdas = [0.3, 1, 3, 10, 30]
for seed in (0, 1, 2):
    found = {lambd: train(lambd, seed)[1] for lambd in lambdas}
    best = min(found, key=found.get)
    print(f'seed {seed}: best lambda {best:g}, validation error {found[best]:.5f}')


# %% [3.7.3] Another penalty
class AbsolutePenalty(WeightDecay):
    def penalty(self, w):
        return w.abs().sum()


torch.manual_seed(0)
data = WideData()
model = AbsolutePenalty(num_inputs=200, lambd=0.03, lr=0.01)
d2l.Trainer(max_epochs=20).fit(model, data)
for scale in (1, 2):
    print(f'penalty of {scale} times (3, -4): {model.penalty(scale * torch.tensor([3.0, -4.0])).item():.4f}')
print(f'validation error: {errors(model, data)[1]:.5f}')
print(f'weights smaller than 0.001: {(model.w.abs() < 0.001).sum().item()} of {len(model.w)}')

# %% [3.7.4] The norm of a matrix
W = torch.randn(4, 3)
by_trace = torch.trace(W.T @ W)
print(f'difference: {(by_trace - torch.linalg.matrix_norm(W) ** 2).abs().item():.6f}')

# %% [3.7.5] Without decay
torch.manual_seed(0)
data = WideData(num_train=2000)
model = WeightDecay(num_inputs=data.num_inputs, lambd=0.0, lr=0.01)
d2l.Trainer(max_epochs=5).fit(model, data)
print(f'lambda: {model.lambd:g}')
print(f'validation error: {errors(model, data)[1]:.5f}')

# %% [3.7.5] Fewer inputs
torch.manual_seed(0)
data = WideData(num_inputs=10)
model = WeightDecay(num_inputs=data.num_inputs, lambd=0.0, lr=0.01)
d2l.Trainer(max_epochs=100).fit(model, data)
print(f'lambda: {model.lambd:g}')
print(f'validation error: {errors(model, data)[1]:.5f}')
