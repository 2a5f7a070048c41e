import torch
from d2l import torch as d2l

import random


class Data(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        if train:
            indices = list(range(0, self.num_train))
            random.shuffle(indices)
        else:
            indices = list(range(self.num_train, self.num_train + self.num_val))
        for i in range(0, len(indices), self.batch_size):
            chosen = torch.tensor(indices[i : i + self.batch_size])
            yield self.X[chosen], self.y[chosen]


data = Data(w=torch.tensor([2, -3.4]), b=4.2, num_train=20, num_val=10, batch_size=8)
for X, y in data.train_dataloader():
    print(X.shape, X[0], y[0])
print(len(list(data.val_dataloader())))
