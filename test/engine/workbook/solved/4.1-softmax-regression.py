# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [4.1.1] Softmax and its variance
def curvature(p):
    return torch.diag(p) - torch.outer(p, p)


o = torch.tensor([1.0, -0.5, 2.0, 0.0], dtype=torch.float64)
target = torch.tensor(2)
hessian = torch.autograd.functional.hessian(lambda s: torch.nn.functional.cross_entropy(s, target), o)
difference = (curvature(torch.softmax(o, dim=0)) - hessian).abs().max()
print(f'largest difference: {difference.item():.6f}')

# %% [4.1.2] A code for three equal classes
n = 5
bits = 0
while 2**bits < 3**n:
    bits += 1
print(f'bits for each: {bits / n:.4f}')


# %% [4.1.5] What softmax really softens
def soft_maximum(a, b, factor):
    return torch.logaddexp(factor * a, factor * b) / factor


factor = 80.0
a, b = torch.tensor([1.0, 2.0, -1.0, 0.5]), torch.tensor([1.0, 0.0, 3.0, 0.6])
above = soft_maximum(a, b, factor) - torch.maximum(a, b)
print(f'at most {above.max().item():.5f} above the maximum')
print(f'at least {above.min().item():.5f} above it')
print(f'of 1 and 1 with factor 2: {soft_maximum(torch.tensor(1.0), torch.tensor(1.0), 2.0).item():.4f}')

# %% [4.1.7] Sharper and flatter
o = torch.tensor([2.0, 1.0, 0.0, -1.0])
p = torch.softmax(o, dim=0)
power = 0.5
q = p**power / (p**power).sum()
print(f'largest difference: {(q - torch.softmax(o / 2, dim=0)).abs().max().item():.5f}')
