"""torch.fft: transforms of any length over one and several dimensions, scales, frequencies, gradients."""

import torch

F = torch.fft
x = torch.tensor([1.0, 2, 4, -1, 0.5])
z = torch.tensor([1 + 2j, 3 - 1j, 0.5j])
m = torch.arange(12.0).reshape(3, 4) ** 1.5
for text in (
    'F.fft(x)',
    'F.ifft(F.fft(x)).real',
    'F.fft(x,n=8)',
    'F.fft(x,n=3)',
    'F.rfft(x)',
    'F.irfft(F.rfft(x),n=5)',
    'F.irfft(F.rfft(x))',
    'F.fft(z)',
    'F.ifft(z)',
    "F.fft(z,norm='ortho')",
    "F.ifft(z,norm='forward')",
    "F.fft(z,norm='forward')",
    'F.fft2(m)',
    'F.ifft2(m)',
    'F.rfft2(m)',
    'F.fftn(m)',
    'F.rfftn(m)',
    'F.hfft(z)',
    'F.ihfft(x)',
    'F.hfft(z,n=5)',
    'F.fftfreq(5)',
    'F.fftfreq(4,0.1)',
    'F.rfftfreq(5)',
    'F.rfftfreq(2)',
    'F.fftshift(x)',
    'F.ifftshift(x)',
    'F.fftshift(m)',
    'F.fft(m,dim=0)',
    'F.fft(torch.arange(4))',
    'F.rfft(z)',
    "F.fft(x,norm='foo')",
    'F.fft(x,n=0)',
    'F.fft(torch.tensor(1.))',
    'F.fft(x.double())',
    'F.fftn(m,s=(2,2))',
    'F.fft2(x)',
    'torch.fft.fft(x).abs().argmax()',
    'F.rfft(x,n=4)',
    'F.fftshift(F.fftfreq(6))',
    'F.irfft(z,n=1)',
    'F.hfft(x)',
):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '!!', type(error).__name__, str(error).split('\n')[0])
w=torch.arange(6.,requires_grad=True); F.fft(w).abs().pow(2).sum().backward(); print(w.grad)
w.grad=None; F.irfft(F.rfft(w)*torch.tensor([1,0.5,0.25,0])).pow(3).sum().backward(); print(w.grad)
c=z.clone().requires_grad_(); F.ifft(F.fft(c)*1j).real.sum().backward(); print(c.grad)
c=z.clone().requires_grad_(); F.irfft(c,n=4).pow(2).sum().backward(); print(c.grad)
t=torch.arange(0,1,1/64); sig=torch.sin(2*torch.pi*5*t)+0.5*torch.sin(2*torch.pi*12*t); sp=F.rfft(sig).abs(); print(sp.topk(2).indices, F.rfftfreq(64,1/64)[sp.argmax()])
long = torch.sin(torch.arange(1000.0) ** 1.3)
print((F.ifft(F.fft(long)).real - long).abs().max() < 1e-5, (F.irfft(F.rfft(long[:997]), n=997) - long[:997]).abs().max() < 1e-5)
print(F.fft(long[:997]).abs().argmax(), F.fft(long).abs().sum().round())
