import torch

for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
    info = torch.finfo(dtype)
    print(dtype, info.max, info.eps, info.bits)
print(torch.exp(torch.tensor(89.0)), torch.exp(torch.tensor(89.0, dtype=torch.float64)))
torch.iinfo(torch.int64).max
