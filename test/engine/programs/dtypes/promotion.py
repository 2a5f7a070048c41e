import torch

i, f, d = torch.arange(2), torch.ones(2), torch.ones(2, dtype=torch.float64)
b, h = torch.ones(2, dtype=torch.bool), torch.ones(2, dtype=torch.int32)
for left in (i, f, d, b, h):
    print([(left + right).dtype for right in (i, f, d, b, h)])
print((i / 2).dtype, (i // 2).dtype, (i * 2.0).dtype, (b + 1).dtype, (b * 1.5).dtype, (h + 1).dtype, (i / i).dtype)
