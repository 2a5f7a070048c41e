import torch

x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(y.requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((x * 2).requires_grad)
print(torch.is_grad_enabled(), (x * 2).requires_grad, x.requires_grad)


@torch.no_grad()
def update(p):
    p += 1
    return p


print(update(x))
