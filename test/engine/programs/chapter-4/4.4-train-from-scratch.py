# trained
import torch
from d2l import torch as d2l


class Blobs(d2l.DataModule):
    def __init__(self, num_train=256, num_val=64, batch_size=32, num_classes=3):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        centers = torch.tensor([[2.0, 0.0], [-2.0, 1.0], [0.0, -2.0]])
        self.y = torch.randint(0, num_classes, (n,))
        self.X = centers[self.y] + torch.randn(n, 2)

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, i)


def softmax(X):
    X_exp = torch.exp(X)
    return X_exp / X_exp.sum(1, keepdims=True)


class Scratch(d2l.Classifier):
    def __init__(self, num_inputs, num_outputs, lr, sigma=0.01):
        super().__init__()
        self.save_hyperparameters()
        self.W = torch.normal(0, sigma, size=(num_inputs, num_outputs), requires_grad=True)
        self.b = torch.zeros(num_outputs, requires_grad=True)

    def parameters(self):
        return [self.W, self.b]

    def forward(self, X):
        X = X.reshape((-1, self.W.shape[0]))
        return softmax(torch.matmul(X, self.W) + self.b)

    def loss(self, y_hat, y):
        return -torch.log(y_hat[list(range(len(y_hat))), y]).mean()


data = Blobs()
model = Scratch(2, 3, lr=0.1)
d2l.Trainer(max_epochs=3).fit(model, data)
X, y = next(iter(data.val_dataloader()))
preds = model(X).argmax(axis=1)
print(preds.shape, preds[:10], y[:10])
wrong = preds.type(y.dtype) != y
X, y, preds = X[wrong], y[wrong], preds[wrong]
len(y), y, preds
