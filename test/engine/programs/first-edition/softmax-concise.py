# trained
import torch
from torch import nn
from d2l import torch as d2l

labels = torch.randint(0, 4, (320,))
images = torch.rand(320, 1, 4, 4) * 0.5 + 0.5 * nn.functional.one_hot(labels, 16).reshape(320, 1, 4, 4)
train_iter = d2l.load_array((images[:256], labels[:256]), 64)
test_iter = d2l.load_array((images[256:], labels[256:]), 64, is_train=False)
net = nn.Sequential(nn.Flatten(), nn.Linear(16, 4))


def init_weights(m):
    if type(m) == nn.Linear:
        nn.init.normal_(m.weight, std=0.01)


net.apply(init_weights)
loss = nn.CrossEntropyLoss(reduction='none')
trainer = torch.optim.SGD(net.parameters(), lr=0.1)
for epoch in range(3):
    metric = d2l.Accumulator(3)
    for X, y in train_iter:
        y_hat = net(X)
        l = loss(y_hat, y)
        trainer.zero_grad()
        l.mean().backward()
        trainer.step()
        metric.add(float(l.sum()), d2l.accuracy(y_hat, y), y.numel())
    print(epoch, metric[0] / metric[2], metric[1] / metric[2], d2l.evaluate_accuracy_gpu(net, test_iter))
net
