# trained: 1e-3
import torch
from d2l import torch as d2l


class Wide(d2l.DataModule):
    def __init__(self, num_train=20, num_val=100, num_inputs=40, batch_size=5):
        self.save_hyperparameters()
        n = num_train + num_val
        self.X = torch.randn(n, num_inputs)
        self.y = self.X @ (torch.ones(num_inputs, 1) * 0.01) + 0.05 + torch.randn(n, 1) * 0.01

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader([self.X, self.y], train, i)


class Decay(d2l.LinearRegressionScratch):
    def __init__(self, num_inputs, lambd, lr, sigma=1.0):
        super().__init__(num_inputs, lr, sigma)
        self.save_hyperparameters()

    def loss(self, y_hat, y):
        return super().loss(y_hat, y) + self.lambd * (self.w**2).sum() / 2


data = Wide()
lambdas = [0, 0.1, 1, 10]
train_errors, val_errors = [], []
for lambd in lambdas:
    torch.manual_seed(2)
    model = Decay(40, lambd, 0.01)
    model.board.display = False
    d2l.Trainer(max_epochs=5).fit(model, data)
    train_errors.append(model.board.data['train_loss'][-1].y)
    val_errors.append(model.board.data['val_loss'][-1].y)
d2l.plot(lambdas[1:], [train_errors[1:], val_errors[1:]], 'lambda', 'error', legend=['train', 'val'], xscale='log')
best = min(range(len(lambdas)), key=lambda i: val_errors[i])
print(lambdas[best], [f'{float(error):.4f}' for error in val_errors])
