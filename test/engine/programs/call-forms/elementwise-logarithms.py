import torch

x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.0])
p = torch.tensor([0.1, 0.5, 1.0, 2.0])
print(torch.log(p))
print(p.log())
print(torch.sqrt(p))
print(p.sqrt())
print(torch.rsqrt(p))
print(torch.log2(p))
print(torch.log10(p))
print(torch.log1p(p))
print(torch.expm1(x))
