import random

import torch
from d2l import torch as d2l


class ByHand(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        first, count = (0, self.num_train) if train else (self.num_train, self.num_val)
        rows = torch.arange(first, first + count).tolist()
        if train:
            random.shuffle(rows)
        while rows:
            batch, rows = torch.tensor(rows[: self.batch_size]), rows[self.batch_size :]
            yield self.X[batch], self.y[batch]


data = ByHand(w=torch.tensor([2, -3.4]), b=4.2, num_train=20, num_val=10, batch_size=8)
for X, y in data.train_dataloader():
    print(X.shape, X[0], y[0])
print(len(list(data.val_dataloader())))
