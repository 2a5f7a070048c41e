import torch
from d2l import torch as d2l
from torch import nn

X, y = torch.randn(50, 3), torch.randint(0, 2, (50,))
batches = d2l.load_array((X, y), 10, is_train=False)
net = nn.Sequential(nn.Linear(3, 2))
loss = nn.CrossEntropyLoss(reduction='none')
trainer = torch.optim.SGD(net.parameters(), lr=0.05)
print(d2l.train_batch_ch13(net, X[:10], y[:10], loss, trainer, [torch.device('cpu')]))
