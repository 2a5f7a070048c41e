import torch
x = torch.tensor([1.0, 2.0], requires_grad=True)
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, factor):
        ctx.save_for_backward(x)
        ctx.factor = factor
        return factor * x**3
    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g * ctx.factor * 3 * x**2, None
y = Cube.apply(x, 2.0)
print(y)
y.sum().backward()
print(x.grad)
g, = torch.autograd.grad(Cube.apply(x, 2.0).sum(), x, create_graph=True)
print(g, torch.autograd.grad(g.sum(), x))
h = x.register_hook(lambda g: g * 10)
(x * x + x).sum().backward()
print(x.grad)
h.remove()
z = x * 2
z.register_hook(lambda g: print('seen', g))
z.sum().backward()
class Bad(Cube):
    @staticmethod
    def backward(ctx, g):
        return 1 / 0
try: Bad.apply(x, 1.0).sum().backward()
except ZeroDivisionError as e: print('raised', e)
y = Cube.apply(x, 2.0).sum(); y.backward()
y.backward()
