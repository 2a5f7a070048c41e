import torch

torch.set_printoptions(precision=2, sci_mode=False)
print(torch.tensor([1.23456, 1e-5]), torch.tensor(3.14159))
