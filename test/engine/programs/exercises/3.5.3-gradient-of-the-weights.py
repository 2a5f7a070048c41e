# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegression(0.03)
print(model.net.weight, model.net.bias)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=1).fit(model, data)
print(model.net.weight.grad, model.net.bias.grad)
X, y = next(iter(data.val_dataloader()))
model.net.zero_grad()
print(model.net.weight.grad)
model.loss(model(X), y).backward()
model.net.weight.grad.shape, model.net.weight.grad.norm() < 1
