import torch

x = torch.tensor([-1.0, -0.5, 0.0, 0.3, 1.0, 1.5])
n = torch.arange(6.0)
for name in (
    'chebyshev_polynomial_t',
    'chebyshev_polynomial_u',
    'chebyshev_polynomial_v',
    'chebyshev_polynomial_w',
    'shifted_chebyshev_polynomial_t',
    'hermite_polynomial_h',
    'hermite_polynomial_he',
    'laguerre_polynomial_l',
    'legendre_polynomial_p',
):
    print(name, getattr(torch.special, name)(x, n))
print(torch.special.legendre_polynomial_p(x[:, None], torch.tensor([2, 12])))
print(torch.special.chebyshev_polynomial_t(x, 3), torch.special.hermite_polynomial_h(0.5, n))
print(torch.special.laguerre_polynomial_l(x.requires_grad_(), 2).requires_grad)
