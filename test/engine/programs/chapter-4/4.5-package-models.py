# trained
import torch
from d2l import torch as d2l


class Blobs(d2l.DataModule):
    def __init__(self, num_train=256, num_val=64, batch_size=32):
        super().__init__()
        self.save_hyperparameters()
        self.y = torch.randint(0, 3, (num_train + num_val,))
        self.X = torch.randn(num_train + num_val, 1, 2, 2) + 2 * self.y.reshape(-1, 1, 1, 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, rows)


model = d2l.SoftmaxRegression(num_outputs=3, lr=0.1)
print(model)
d2l.Trainer(max_epochs=3).fit(model, Blobs())
print(list(model.board.data), len(model.board.data['val_acc']))
print(model.loss(torch.zeros(2, 3), torch.tensor([0, 1])), model.accuracy(torch.eye(3), torch.tensor([0, 1, 1]), averaged=False))
model.net[1].weight.shape
