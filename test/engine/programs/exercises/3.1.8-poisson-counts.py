# trained: 1e-3
import torch
from torch import nn
from d2l import torch as d2l

X = torch.randn(300, 2)
rate = torch.exp(X @ torch.tensor([[0.5], [-0.25]]) + 0.3)
y = torch.round(rate)
net = nn.Linear(2, 1)
loss = nn.PoissonNLLLoss(log_input=True)
trainer = torch.optim.SGD(net.parameters(), lr=0.05)
for epoch in range(3):
    for Xb, yb in d2l.load_array((X, y), 30):
        y_hat = net(Xb)
        l = loss(y_hat, yb)
        own = (torch.exp(y_hat) - yb * y_hat).mean()
        trainer.zero_grad()
        l.backward()
        trainer.step()
    print(float(l), float(own))
print(nn.PoissonNLLLoss(log_input=False)(rate, y), nn.PoissonNLLLoss(full=True)(rate.log(), y))
net.weight, net.bias
