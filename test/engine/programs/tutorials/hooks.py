import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
acts = {}


def save(name):
    def hook(module, inp, out):
        acts[name] = (type(module).__name__, tuple(i.shape for i in inp), out.detach().shape)
    return hook


handles = [m.register_forward_hook(save(n)) for n, m in net.named_children()]
x = torch.ones(4, 2, requires_grad=True)
y = net(x)
print(acts)
for h in handles:
    h.remove()
net[0].register_forward_pre_hook(lambda m, args: (args[0] * 2,))
print(net(x)[0])
net[2].register_full_backward_hook(lambda m, gi, go: print('bw', [g.shape for g in gi], go[0].sum()))
y = net(x)
y.retain_grad()
h = x.register_hook(lambda g: g * 10)
y.sum().backward()
print(x.grad, y.grad)
h.remove()
w = torch.tensor([1., 2.], requires_grad=True)
w.register_hook(lambda g: print('grad of w:', g))
(w ** 2).sum().backward()
net[0].register_forward_hook(lambda m, a, k, o: print('kw', k), with_kwargs=True)
net(x)
w.register_post_accumulate_grad_hook(lambda p: print('post', p.grad))
w.sum().backward()
