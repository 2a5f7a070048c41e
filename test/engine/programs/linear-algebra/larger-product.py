# trained
import torch

A, B = torch.randn(40, 60), torch.randn(60, 30)
C = A @ B
print(C.shape, C.sum().item(), C.abs().max().item(), C[3, 4].item(), C.norm().item())
