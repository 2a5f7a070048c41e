# trained
import torch
from d2l import torch as d2l


@d2l.add_to_class(d2l.SGD)
def step(self):
    for param in self.params:
        param -= self.lr * param.grad.sign()


model = d2l.LinearRegressionScratch(2, lr=0.01)
d2l.Trainer(max_epochs=1).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=320))
print(model.w.reshape(-1).tolist(), model.b.item())
