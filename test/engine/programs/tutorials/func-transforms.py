import torch
from torch.func import grad, vmap, jacrev, jacfwd, hessian, functional_call, vjp, jvp, grad_and_value, stack_module_state

f = lambda x: torch.sin(x)
x = torch.tensor(0.5)
print(grad(f)(x), grad(grad(f))(x))
W = torch.arange(6.).reshape(2, 3)
b = torch.ones(2)


def predict(w, b, x):
    return torch.nn.functional.linear(x, w, b).tanh()


x = torch.tensor([0.1, -0.2, 0.3])
print(jacrev(predict, argnums=2)(W, b, x))
print(jacfwd(predict, argnums=2)(W, b, x))
print(hessian(lambda v: (v ** 3).sum())(x))
X = torch.stack([x, 2 * x])
print(vmap(predict, in_dims=(None, None, 0))(W, b, X))
net = torch.nn.Linear(3, 1)
params = {k: v.detach() for k, v in net.named_parameters()}


def loss(params, x, y):
    p = functional_call(net, params, (x.unsqueeze(0),))
    return ((p - y) ** 2).mean()


g = vmap(grad(loss), in_dims=(None, 0, 0))(params, X, torch.tensor([1., 2.]))
print({k: v.shape for k, v in g.items()})
out, vjp_fn = vjp(torch.sin, x)
print(vjp_fn(torch.ones(3)))
print(jvp(torch.sin, (x,), (torch.ones(3),)))
print(grad_and_value(lambda t: (t ** 2).sum())(x))
ps, bs = stack_module_state([torch.nn.Linear(2, 2) for _ in range(3)])
print(ps['weight'].shape, bs)
print(vmap(lambda a, b: a.dot(b), in_dims=1)(W, W), vmap(torch.sum)(W))
print(grad(lambda p: (p['a'] * p['b']).sum())({'a': x, 'b': 2 * x}))
