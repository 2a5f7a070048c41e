import torch

torch.manual_seed(3)
y = torch.randn(200, 12)
whole = y.var(dim=1, unbiased=True).mean()
left_out = []
for i in range(12):
    rest = torch.cat((y[:, :i], y[:, i + 1 :]), dim=1)
    left_out.append(((y[:, i] - rest.mean(dim=1)) ** 2).mean())
print(whole, torch.stack(left_out).mean(), torch.stack(left_out).mean() > whole)
