# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [2.5.2] Backward twice
x = torch.arange(4.0, requires_grad=True)
y = 2 * torch.dot(x, x)
y.backward(retain_graph=True)
y.backward()
print('backward passes: 2')
print(f'x.grad[3] = {x.grad[3].item():.1f}')


# %% [2.5.3] A loss that is no number
def f(a):
    b = a * 2
    while b.norm() < 1000:
        b = b * 2
    return b


a = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
d = f(a)
d.backward(gradient=torch.ones(3))
print(f'largest difference: {(a.grad - d.detach() / a.detach()).abs().max().item():.4f}')

# %% [2.5.4] A slope that autograd draws
x = torch.arange(-6.0, 6.0, 0.1, requires_grad=True)
y = torch.sin(x)
y.sum().backward()
slopes = x.grad
d2l.plot(x.detach(), [y.detach(), slopes], 'x', '', legend=['sin(x)', 'its slope'])
print(f'largest difference: {(slopes - torch.cos(x.detach())).abs().max().item():.5f}')

# %% [2.5.6] The chain rule along a graph
x = torch.tensor([0.7, 2.0, 5.0], dtype=torch.float64, requires_grad=True)
(torch.log(x**2) * torch.sin(x) + 1 / x).sum().backward()
z = x.detach()
u = z**2
v, s = torch.log(u), torch.sin(z)
dv_dx = 1 / u * 2 * z
ds_dx = torch.cos(z)
dr_dx = -1 / z**2
df_dx = s * dv_dx + v * ds_dx + dr_dx
print(f'largest difference: {(df_dx - x.grad).abs().max().item():.5f}')
