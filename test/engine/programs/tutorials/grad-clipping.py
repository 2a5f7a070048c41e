import torch
from torch import nn

net = nn.Linear(3, 2)
x = torch.tensor([[10., 20., 30.]])
net(x).pow(2).sum().backward()
before = torch.cat([p.grad.flatten() for p in net.parameters()]).norm()
total = nn.utils.clip_grad_norm_(net.parameters(), max_norm=1.0)
after = torch.cat([p.grad.flatten() for p in net.parameters()]).norm()
print(before, total, after)
nn.utils.clip_grad_value_(net.parameters(), clip_value=0.1)
print(net.weight.grad, net.bias.grad)
print(nn.utils.clip_grad_norm_(net.parameters(), float('inf'), norm_type=float('inf')))
print(nn.utils.clip_grad_norm_([], 1.0))
net.weight.grad[0, 0] = float('nan')
try:
    nn.utils.clip_grad_norm_(net.parameters(), 1.0, error_if_nonfinite=True)
except RuntimeError as e:
    print(e)
print(nn.utils.get_total_norm([p for p in net.parameters()]))
print(nn.utils.parameters_to_vector(net.parameters()).shape)
v = torch.arange(8.)
nn.utils.vector_to_parameters(v, net.parameters())
print(net.weight, net.bias)
