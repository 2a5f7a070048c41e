# trained
import torch
from d2l import torch as d2l


class Double(d2l.LinearRegressionScratch):
    def __init__(self, num_inputs, lr):
        super().__init__(num_inputs, lr)
        self.w = torch.zeros(num_inputs, 1, dtype=torch.float64, requires_grad=True)
        self.b = torch.zeros(1, dtype=torch.float64, requires_grad=True)


model = Double(2, lr=0.1)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
data.X, data.y = data.X.double(), data.y.double()
d2l.Trainer(max_epochs=2).fit(model, data)
print(model.w.dtype, model.w.reshape(-1).tolist(), model.b.item())
