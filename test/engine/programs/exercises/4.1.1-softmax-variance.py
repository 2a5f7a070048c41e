import torch
from torch.nn import functional as F

o = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64, requires_grad=True)


def loss(o):
    return torch.logsumexp(o, dim=0) - o[1]


hessian = torch.autograd.functional.hessian(loss, o)
p = F.softmax(o, dim=0).detach()
print(hessian)
print(torch.diag(p) - torch.outer(p, p))
