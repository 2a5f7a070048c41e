import torch

x = torch.arange(4.0)
print(x.add_(1), x.sub_(0.5), x.mul_(2), x.div_(4), x.pow_(2), x.neg_(), x.abs_())
print(x.zero_(), x.fill_(3), x.exp_(), x.sqrt_(), x.clamp_(max=2), x.copy_(torch.arange(4)))
y = x.add_(x)
print(y is x, x)
