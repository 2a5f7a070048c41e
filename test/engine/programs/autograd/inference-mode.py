"""Tensors that inference mode makes: what they are like in it, and what they may not be used for after it."""

import torch

w = torch.ones(2, requires_grad=True)
n = torch.ones(2)
with torch.inference_mode():
    y = n * 2
    view, product = n[0], w * 2
    print(y.is_inference(), view.is_inference(), product.is_inference(), product.requires_grad)
    print(torch.is_inference_mode_enabled(), torch.is_grad_enabled())
    y += 1
    n += 1
    leaf = torch.ones(2, requires_grad=True)
    print(leaf.requires_grad, (leaf * 2).requires_grad, leaf.is_leaf)
    with torch.inference_mode(False):
        plain = torch.ones(1) * 2
        print(plain.is_inference(), torch.is_inference_mode_enabled())
    print(y)
print(y.is_inference(), y[0].is_inference(), y.clone().is_inference(), (y + 1).is_inference(), n.is_inference())


def tries(*calls):
    for call in calls:
        try:
            print(call())
        except RuntimeError as error:
            print(error)


tries(
    lambda: y.add_(1), lambda: (w * y).sum(), lambda: (w + y.clone()).shape, lambda: y.requires_grad_(),
    lambda: getattr(y, '_version'), lambda: y.detach().is_inference(), lambda: y.view(2, 1).is_inference(),
    lambda: torch.nn.Linear(2, 1)(y),
)


@torch.inference_mode()
def doubled(x):
    return x * 2


def steps():
    with torch.inference_mode():
        yield torch.ones(1) * 1


model = torch.nn.Linear(2, 2)
with torch.inference_mode():
    out = model(n)
print(doubled(n).is_inference(), next(steps()).is_inference(), out.requires_grad, out.is_inference(), torch.inference_mode)
y += 1
