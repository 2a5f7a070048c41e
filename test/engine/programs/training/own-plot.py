# trained
import torch
from d2l import torch as d2l


class Model(d2l.LinearRegressionScratch):
    def validation_step(self, batch):
        y_hat = self(*batch[:-1])
        self.plot('loss', self.loss(y_hat, batch[-1]), train=False)
        self.plot('worst', (y_hat - batch[-1]).abs().max(), train=False)


model = Model(2, lr=0.1)
d2l.Trainer(max_epochs=2).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_val=100))
print(list(model.board.data))
