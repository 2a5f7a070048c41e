import torch

x = torch.tensor([1.0, -2.0, 3.0])
print(x.add_(1), x.sub_(0.5), x.mul_(2), x.div_(4), x.pow_(2), x.abs_(), x.neg_(), x.clamp_(-1, 0), x.exp_(), x.sqrt_(), x.zero_(), x.fill_(2), x.copy_(torch.tensor([7.0, 8.0, 9.0])), x.sigmoid_(), x.relu_())
x += 1
x -= torch.tensor([1.0, 0.0, 0.0])
x *= 2
x /= 3
x **= 2
x //= 0.1
x %= 5
print(x)
y = torch.tensor([5, 6, 7])
y += 1
y *= 2
y //= 3
y <<= 1
y &= 6
print(y, y.add_(torch.tensor([1, 2, 3])), y.masked_fill_(y > 5, -1), y.index_fill_(0, torch.tensor([0]), 9), y.clamp_(min=0), torch.relu_(torch.tensor([-1.0])), y.unsqueeze_(0), y.t_(), y.squeeze_())
z = torch.zeros(3, 3)
z.fill_diagonal_(1)
z[1].add_(5)
z[:, 2].mul_(0).sub_(1)
z.index_add_(0, torch.tensor([0, 2]), torch.ones(2, 3))
z
