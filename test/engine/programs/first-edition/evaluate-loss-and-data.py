import torch
from torch import nn
from d2l import torch as d2l

X, y = d2l.synthetic_data(torch.tensor([1.0, 2.0]), 0.5, 20)
print(X.shape, y.shape, y[:3])
net = nn.Linear(2, 1)
data_iter = d2l.load_array((X, y), 8, is_train=False)
print(len(data_iter), [len(batch[0]) for batch in data_iter])
print(d2l.evaluate_loss(net, data_iter, nn.MSELoss(reduction='none')))
print(d2l.evaluate_loss(net, data_iter, nn.MSELoss()))
w, b = torch.ones(2, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
loss = d2l.squared_loss(d2l.linreg(X, w, b), y)
print(loss.shape)
loss.sum().backward()
d2l.sgd([w, b], 0.1, 20)
w, b, w.grad
