# trained
# %%
import torch
from d2l import torch as d2l
from torch import nn
from torch.nn import functional as F

scale = 0.01
W1 = torch.randn(size=(4, 1, 3, 3)) * scale
b1 = torch.zeros(4)
W2 = torch.randn(size=(6, 4, 5, 5)) * scale
b2 = torch.zeros(6)
W3 = torch.randn(size=(96, 16)) * scale
b3 = torch.zeros(16)
W4 = torch.randn(size=(16, 10)) * scale
b4 = torch.zeros(10)
params = [W1, b1, W2, b2, W3, b3, W4, b4]


def lenet(X, params):
    h1_conv = F.conv2d(input=X, weight=params[0], bias=params[1])
    h1_activation = F.relu(h1_conv)
    h1 = F.avg_pool2d(input=h1_activation, kernel_size=(2, 2), stride=(2, 2))
    h2_conv = F.conv2d(input=h1, weight=params[2], bias=params[3])
    h2_activation = F.relu(h2_conv)
    h2 = F.avg_pool2d(input=h2_activation, kernel_size=(2, 2), stride=(2, 2))
    h2 = h2.reshape(h2.shape[0], -1)
    h3_linear = torch.mm(h2, params[4]) + params[5]
    h3 = F.relu(h3_linear)
    return torch.mm(h3, params[6]) + params[7]


loss = nn.CrossEntropyLoss(reduction='none')


# %%
def get_params(params, device):
    new_params = [p.to(device) for p in params]
    for p in new_params:
        p.requires_grad_()
    return new_params


new_params = get_params(params, d2l.try_gpu(0))
print('b1 weight:', new_params[1])
print('b1 grad:', new_params[1].grad)


# %%
def allreduce(data):
    for i in range(1, len(data)):
        data[0][:] += data[i].to(data[0].device)
    for i in range(1, len(data)):
        data[i][:] = data[0].to(data[i].device)


data = [torch.ones((1, 2), device=d2l.try_gpu(i)) * (i + 1) for i in range(2)]
print('before allreduce:\n', data[0], '\n', data[1])
allreduce(data)
print('after allreduce:\n', data[0], '\n', data[1])

# %%
data = torch.arange(20).reshape(4, 5)
devices = [torch.device('cpu'), torch.device('cpu')]


def split_batch(X, y, devices):
    assert X.shape[0] == y.shape[0]
    size = X.shape[0] // len(devices)
    return X.split(size), y.split(size)


split_batch(data, torch.arange(4), devices)


# %%
def train_batch(X, y, device_params, devices, lr):
    X_shards, y_shards = split_batch(X, y, devices)
    ls = [
        loss(lenet(X_shard, device_W), y_shard).sum()
        for X_shard, y_shard, device_W in zip(X_shards, y_shards, device_params)
    ]
    for l in ls:
        l.backward()
    with torch.no_grad():
        for i in range(len(device_params[0])):
            allreduce([device_params[c][i].grad for c in range(len(devices))])
    for param in device_params:
        d2l.sgd(param, lr, X.shape[0])


# %%
device_params = [get_params([p.clone() for p in params], d) for d in devices]
train_iter, test_iter = d2l.load_data_fashion_mnist(32)
for X, y in train_iter:
    train_batch(X, y, device_params, devices, 0.2)
d2l.evaluate_accuracy_gpu(lambda x: lenet(x, device_params[0]), test_iter, devices[0])

# %%
torch.equal(device_params[0][0], device_params[1][0]), device_params[0][1]
