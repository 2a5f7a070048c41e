import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))


def show(module, grad_input, grad_output):
    print(type(module).__name__, [None if g is None else tuple(g.shape) for g in grad_input], grad_output[0].sum())


handles = [layer.register_full_backward_hook(show) for layer in net]
order = []
net[1].register_forward_hook(lambda module, args, output: order.append('last'))
net[1].register_forward_hook(lambda module, args, output: order.append('first'), prepend=True)
net[1].register_forward_pre_hook(lambda module, args: order.append('before'))
y = net(torch.ones(4, 2))
print(y)
y.sum().backward()
print(order, net[0].weight.grad)
for handle in handles:
    handle.remove()
doubled = net[2].register_forward_hook(lambda module, args, output: output * 2)
print(net(torch.ones(1, 2)))
net[2].register_full_backward_hook(lambda module, grad_input, grad_output: (grad_input[0] * 0,))
net.zero_grad()
net(torch.ones(4, 2)).sum().backward()
print(net[0].weight.grad, net[2].bias.grad)
