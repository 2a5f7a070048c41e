# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)


@d2l.add_to_class(d2l.LinearRegressionScratch)
def loss(self, y_hat, y):
    return (y_hat - y).abs().mean()


@d2l.add_to_class(d2l.LinearRegressionScratch)
def describe(self):
    return f'{type(self).__name__} at lr {self.lr}'


print(loss, model.describe())
d2l.Trainer(max_epochs=1).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
print(model.w.reshape(-1).tolist(), model.b.item())
