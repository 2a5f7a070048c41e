# trained
import torch
from d2l import torch as d2l


class Endless(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        for _ in range(10):
            X = torch.randn(self.batch_size, 2)
            yield X, X @ self.w.reshape(-1, 1) + self.b


data = Endless(w=torch.tensor([2, -3.4]), b=4.2)
first = next(iter(data.train_dataloader()))[0]
second = next(iter(data.train_dataloader()))[0]
print(torch.equal(first, second), first.shape)
d2l.Trainer(max_epochs=1).fit(d2l.LinearRegressionScratch(2, 0.1), data)
