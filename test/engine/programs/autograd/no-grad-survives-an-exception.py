import torch

x = torch.ones(1, requires_grad=True)
try:
    with torch.no_grad():
        raise ValueError('inside')
except ValueError as error:
    print(error, torch.is_grad_enabled(), (x + 1).requires_grad)
