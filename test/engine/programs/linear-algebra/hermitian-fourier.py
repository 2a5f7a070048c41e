"""torch.fft over several dimensions of Hermitian signals: values, sizes, scales, gradients and errors."""

import torch

F = torch.fft
torch.manual_seed(0)
m = torch.tensor([[1.0, 2, -1, 0], [0.5, 3, 1, -2], [4, 0, 2, 1]])
z = torch.complex(m, m.flip(0) + 1)
for text in (
    'F.hfft2(z)',
    'F.hfftn(z)',
    'F.hfftn(z, dim=(0,))',
    'F.hfft2(z, s=(2, 5))',
    "F.hfftn(z, norm='ortho')",
    "F.hfftn(z, norm='forward')",
    'F.ihfft2(m).real',
    'F.ihfft2(m).imag.abs()',
    'F.ihfftn(m).abs()',
    'F.ihfftn(m, s=(3,), dim=(0,)).abs()',
    "F.ihfft2(m, norm='ortho').abs()",
    "F.ihfftn(m, norm='forward').abs()",
    'F.hfftn(m)',
    '(F.hfft2(F.ihfft2(m), s=m.shape) - m).abs().max() < 1e-5',
    'F.ihfftn(z)',
    'F.hfft2(m[0])',
    'F.hfftn(m, dim=(0, 0))',
):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '!!', type(error).__name__, str(error).split('\n')[0])
w = m.clone().requires_grad_()
F.hfft2(w).pow(2).sum().backward()
print(w.grad.round())
w.grad = None
F.ihfft2(w).abs().pow(2).sum().backward()
print(w.grad)
