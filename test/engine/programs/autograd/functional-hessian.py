import torch

def f(w):
    return ((w**3).sum() + w[0] * w[1]) / 2


print(torch.autograd.functional.hessian(f, torch.tensor([1.0, 2.0])))
print(torch.autograd.functional.jacobian(lambda w: w**2, torch.tensor([1.0, 2.0])))
