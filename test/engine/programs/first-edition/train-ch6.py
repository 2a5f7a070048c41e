# trained: 1e-3
import torch
from torch import nn
from d2l import torch as d2l


class Reshape(nn.Module):
    def forward(self, x):
        return x.view(-1, 1, 8, 8)


net = nn.Sequential(
    Reshape(),
    nn.Conv2d(1, 3, kernel_size=5, padding=2),
    nn.Sigmoid(),
    nn.AvgPool2d(kernel_size=2, stride=2),
    nn.Conv2d(3, 4, kernel_size=3),
    nn.Sigmoid(),
    nn.AvgPool2d(2),
    nn.Flatten(),
    nn.Linear(4, 6),
    nn.Sigmoid(),
    nn.Linear(6, 2),
)
X = torch.rand(size=(1, 1, 8, 8), dtype=torch.float32)
for layer in net:
    X = layer(X)
    print(layer.__class__.__name__, 'output shape: \t', X.shape)
images = torch.rand(64, 1, 8, 8)
labels = (images.mean(dim=(1, 2, 3)) > 0.5).long()
train_iter = d2l.load_array((images, labels), 16)
test_iter = d2l.load_array((images, labels), 32, is_train=False)


def init_weights(m):
    if type(m) == nn.Linear or type(m) == nn.Conv2d:
        nn.init.xavier_uniform_(m.weight)


net.apply(init_weights)
optimizer = torch.optim.SGD(net.parameters(), lr=0.9)
loss = nn.CrossEntropyLoss()
for epoch in range(2):
    net.train()
    for X, y in train_iter:
        optimizer.zero_grad()
        l = loss(net(X), y)
        l.backward()
        optimizer.step()
    print(epoch, float(l), d2l.evaluate_accuracy_gpu(net, test_iter))
