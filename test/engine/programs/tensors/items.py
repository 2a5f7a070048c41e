import torch

a = torch.tensor([3.5])
print(a, a.item(), float(a), int(a), bool(a), a.tolist())
print(torch.tensor(0.1).item(), torch.tensor([0.1, 0.2]).tolist(), torch.tensor([[1, 2], [3, 4]]).tolist())
print(torch.tensor(True).item(), torch.tensor(7).item(), type(torch.tensor(6.0).item()), type(torch.tensor(6).item()))
print(torch.tensor(2.0).tolist(), torch.tensor([True]).tolist())
