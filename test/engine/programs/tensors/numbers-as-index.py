import torch

values = [10, 20, 30]
print(values[torch.tensor(1)], range(torch.tensor(3)), [0] * torch.tensor(2))
print(round(torch.tensor(2.567).item(), 2), abs(torch.tensor(-3.0)), divmod(7, 2), pow(torch.tensor(2.0), 3))
