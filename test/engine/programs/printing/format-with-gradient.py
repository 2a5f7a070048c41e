import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
print(f'{x.sum()}', f'{float(x.sum()):f}', f'loss {(x**2).sum():f}', f'{x}')
