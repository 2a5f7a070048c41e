import torch

# The last of equal elements is the running extreme, also of zeros of either sign.
for scan in (torch.cummax, torch.cummin):
    values, indices = scan(torch.tensor([0.0, -0.0, 0.0, -0.0]), 0)
    print(values.signbit().tolist(), indices.tolist())
