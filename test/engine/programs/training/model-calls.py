import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)
X, y = torch.ones(4, 2), torch.zeros(4, 1)
y_hat = model(X)
print(y_hat.shape, model.loss(y_hat, y), model.forward(X).grad_fn is not None, list(model.parameters()))
print(model, model.lr, model.num_inputs, model.sigma)
