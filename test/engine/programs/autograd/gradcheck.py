import torch


class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x


x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
W = torch.rand(3, 2, dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(lambda x, W: torch.tanh(W @ x), (x, W)))
print(torch.autograd.gradcheck(Wrong.apply, (x,), raise_exception=False))
try:
    torch.autograd.gradcheck(Wrong.apply, (x,))
except RuntimeError as error:
    print(type(error).__name__, str(error).split('\n')[0])
