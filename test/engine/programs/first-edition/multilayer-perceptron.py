# trained
import torch
from torch import nn
from d2l import torch as d2l

num_inputs, num_outputs, num_hiddens = 16, 3, 8
W1 = nn.Parameter(torch.randn(num_inputs, num_hiddens, requires_grad=True) * 0.1)
b1 = nn.Parameter(torch.zeros(num_hiddens, requires_grad=True))
W2 = nn.Parameter(torch.randn(num_hiddens, num_outputs, requires_grad=True) * 0.1)
b2 = nn.Parameter(torch.zeros(num_outputs, requires_grad=True))
params = [W1, b1, W2, b2]


def relu(X):
    a = torch.zeros_like(X)
    return torch.max(X, a)


def net(X):
    X = X.reshape((-1, num_inputs))
    H = relu(X @ W1 + b1)
    return H @ W2 + b2


loss = nn.CrossEntropyLoss(reduction='none')
updater = torch.optim.SGD(params, lr=0.1)
X = torch.randn(192, 4, 4)
y = X.reshape(192, -1)[:, :3].argmax(dim=1)
for epoch in range(4):
    total = 0.0
    for Xb, yb in d2l.load_array((X, y), 32):
        l = loss(net(Xb), yb)
        updater.zero_grad()
        l.mean().backward()
        updater.step()
        total += float(l.detach().sum())
    print(epoch, total / 192)
print(W1.grad.norm(), b2)
