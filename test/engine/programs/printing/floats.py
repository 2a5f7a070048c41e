import torch

print(torch.tensor([0.1, 100.0]), torch.tensor([1e-5, 1.0]), torch.tensor([1e-8]), torch.tensor([1e8]), torch.tensor([1e8, 1.5]))
print(torch.tensor([12345.678]), torch.tensor([-0.0]), torch.tensor(1.5), torch.tensor([1.0, 2.0]), torch.tensor([99999.5, 1]))
print(torch.tensor([1000.5, 0.001]), torch.tensor([1e-4, 1e3]), torch.tensor([123456789.0]), torch.tensor(1e-10), torch.tensor(3e38))
