import torch

x = torch.ones(2)
print(type(x), isinstance(x, torch.Tensor), torch.is_tensor(x), x.device, x.is_leaf, x.layout)
print(type(x.shape), type(x.dtype), x.dtype, x.element_size())
