import torch

x = torch.ones(2, 3, requires_grad=True)
print(x.T, x.reshape(3, 2), x.reshape(-1), x[0], x[:, 1:], x[[0]], x.unsqueeze(0).shape, x.sum(0, keepdim=True), x.view(6)[0])
