import torch


class Legendre3(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return 0.5 * (5 * input ** 3 - 3 * input)

    @staticmethod
    def backward(ctx, grad_output):
        input, = ctx.saved_tensors
        return grad_output * 1.5 * (5 * input ** 2 - 1)


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.k = k
        return x * k

    @staticmethod
    def backward(ctx, g):
        return g * ctx.k, None


x = torch.linspace(-1, 1, 5, dtype=torch.double, requires_grad=True)
y = Legendre3.apply(x)
print(y)
y.sum().backward()
print(x.grad)
print(torch.autograd.gradcheck(Legendre3.apply, (x,)))
z = Scale.apply(x, 3)
print(torch.autograd.grad(z.sum(), x))
try:
    Legendre3()(x)
except RuntimeError as e:
    print(e)
try:
    Legendre3.forward(x)
except TypeError as e:
    print(type(e).__name__)
