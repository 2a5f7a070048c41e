import torch
from d2l import torch as d2l

net = d2l.LeNet()
print(net)
net.layer_summary((1, 1, 28, 28))
net.apply_init([torch.ones(1, 1, 28, 28)], d2l.init_cnn)
print(net.net[0].weight.std(), net.net[-1].weight.std())
print(d2l.corr2d(torch.arange(9.0).reshape(3, 3), torch.ones(2, 2)))
for wrong in (lambda: d2l.check_len([1], 2), lambda: d2l.check_shape(torch.zeros(2), (3,))):
    try:
        wrong()
    except AssertionError as error:
        print(error)
