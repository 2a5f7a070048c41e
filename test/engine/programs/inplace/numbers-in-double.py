import torch

x = torch.tensor([1.0, 3.0], dtype=torch.float64)
print(x.mul(0.1).tolist(), x.add(0.1).tolist(), x.sub(0.7).tolist(), x.div(0.3).tolist())
print(x.add(0.1, alpha=0.3).tolist(), x.mul(other=0.1).tolist())
x.mul_(0.1).add_(0.7).sub_(0.3).div_(0.9)
print(x.tolist())
w = torch.tensor([2.0], requires_grad=True)
print(w.pow(3.0).grad_fn.name(), w.mul(2.0).grad_fn.name(), w.add(0.5).grad_fn.name())
n = torch.tensor([1, 2])
for name in ('add_', 'sub_', 'mul_', 'div_', 'pow_'):
    try:
        print(getattr(n, name)(0.5))
    except RuntimeError as error:
        print(error)
print(n.mul(0.5), n.div(2.0), n.pow(0.5))
