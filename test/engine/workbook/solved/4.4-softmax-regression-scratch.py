# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [4.4.1] A softmax for all numbers
def softmax(X):
    X_exp = torch.exp(X - X.max(dim=1, keepdim=True).values)
    return X_exp / X_exp.sum(1, keepdims=True)


X = torch.tensor([[100.0, 90, 80], [-120, -121, -125], [0, 1, 2], [1e4, 1e4, -1e4]])
wanted = torch.nn.functional.softmax(X, dim=1)
difference = torch.nan_to_num((softmax(X) - wanted).abs(), nan=1.0).max()
print(f'largest difference: {difference.item():.6f}')


# %% [4.4.2] Cross-entropy by its definition
def cross_entropy(y_hat, y):
    one_hot = torch.nn.functional.one_hot(y, y_hat.shape[1])
    return -(one_hot * torch.log(y_hat.clamp(min=1e-30))).sum(dim=1).mean()


y = torch.tensor([0, 2, 1])
y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5], [0.0, 1.0, 0.0]])
wanted = -torch.log(y_hat[range(3), y]).mean()
difference = torch.nan_to_num((cross_entropy(y_hat, y) - wanted).abs(), nan=1.0)
print(f'largest difference: {difference.item():.6f}')

# %% [4.4.5] Three learning rates
from d2l import torch as d2l


class Clouds(d2l.DataModule):
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


for lr in (0.001, 0.1, 30.0):
    torch.manual_seed(0)
    d2l.Trainer(max_epochs=6).fit(d2l.SoftmaxRegression(num_outputs=10, lr=lr), Clouds())
