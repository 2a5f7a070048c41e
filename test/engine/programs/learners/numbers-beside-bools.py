"""A bool tensor beside a number is computed in the number's dtype; beside another bool tensor, or in place, it is refused."""

import torch

flags = torch.tensor([True, False])
print(flags**2, flags**0.5, 2**flags, flags.pow(2.0))
print(flags.fmod(2), flags % 0.5, flags // 0.5)
for call in (
    lambda: flags.pow_(0.5),
    lambda: flags.fmod_(2),
    lambda: flags.remainder(2),
    lambda: flags**flags,
):
    try:
        print(call())
    except RuntimeError as error:
        print(error)

x = torch.tensor([1.0, 2.0], requires_grad=True)
for power in (x.pow(2), torch.pow(x, 2.0), x**2, torch.pow(2, x), x.pow(x)):
    print(power.grad_fn.name())
