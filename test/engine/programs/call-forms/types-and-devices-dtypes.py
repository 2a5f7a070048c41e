import torch

x = torch.tensor([1.7, -2.3])
print(torch.float)
print(torch.long)
print(torch.double)
print(torch.int)
print(torch.uint8)
print(torch.bool)
print(torch.float is torch.float32)
print(torch.get_default_dtype())
print(torch.result_type(x, 1))
print(torch.promote_types(torch.int32, torch.float32))
print(torch.can_cast(torch.float32, torch.int32))
