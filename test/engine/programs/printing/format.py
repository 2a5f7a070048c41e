import torch

x = torch.tensor(1.5)
print(f'{x}', f'{x:.2f}', '%.2f' % x, str(x), repr(x), f'{torch.tensor([1.5])}', f'{x.item():.3e}')
print(f'{torch.tensor(3)}', f'{torch.tensor(3):d}', f'{torch.tensor(True)}', f'{torch.tensor([1, 2])!r}', f'{torch.tensor(2.0):>8}|')
print('{} {:.1f}'.format(torch.tensor(2.25), torch.tensor(2.25)), torch.tensor([1.5]).item())
