import torch

torch.manual_seed(1)
X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float)
Y = torch.tensor([0, 1, 1, 0], dtype=torch.float).view(-1, 1)


class XOR(torch.nn.Module):
    def __init__(self, hidden=2):
        super(XOR, self).__init__()
        self.lin1 = torch.nn.Linear(2, hidden)
        self.lin2 = torch.nn.Linear(hidden, 1)

    def forward(self, x):
        x = torch.sigmoid(self.lin1(x))
        return self.lin2(x)


m = XOR(4)
for mod in m.modules():
    if isinstance(mod, torch.nn.Linear):
        mod.weight.data.normal_(0, 1)
opt = torch.optim.SGD(m.parameters(), lr=0.2, momentum=0.9)
loss_func = torch.nn.MSELoss()
import numpy as np
np.random.seed(0)
for i in range(201):
    j = np.random.randint(len(X))
    opt.zero_grad()
    loss = loss_func(m(X[j]), Y[j])
    loss.backward()
    opt.step()
    if i % 100 == 0:
        print('Epoch: {0}, Loss: {1:.6f}'.format(i, loss.data.numpy()))
print(m(X).detach().numpy().round(2))
print([p.data.numpy().shape for p in m.parameters()])
w = torch.zeros(3)
for x, t in [((1., 2, 3), 1), ((-1., 0, 2), -1)]:
    x = torch.tensor(x)
    if torch.sign(w @ x) != t:
        w += t * x
print(w, torch.sign(w))
