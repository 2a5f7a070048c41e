import torch

x = torch.tensor([0.25, 1.0, 2.5])
print(torch.exp(x), torch.log(x), torch.sqrt(x), torch.abs(-x), x.exp().log())
print(torch.sin(x), torch.cos(x), torch.tanh(x), torch.sigmoid(x), torch.relu(x - 1))
print(x.floor(), x.ceil(), x.round(), x.sign(), (-x).abs(), x.reciprocal(), x.square(), x.rsqrt())
