"""Windows, the transforms of frames, and the signal back from them."""
import torch

torch.manual_seed(0)
for name in ('hann', 'hamming', 'blackman', 'bartlett', 'kaiser'):
    window = getattr(torch, f'{name}_window')
    print(name, window(5), window(5, periodic=False), window(1), window(4, dtype=torch.float64))
print(torch.hamming_window(5, False, 0.5, 0.3), torch.kaiser_window(5, True, 8.0))

signal = torch.sin(torch.arange(40) * 0.7) + 0.5 * torch.cos(torch.arange(40) * 2.1)
window = torch.hann_window(8)
spectrum = torch.stft(signal, 8, window=window, return_complex=True)
print(spectrum.shape, spectrum.dtype, spectrum.abs()[:, 3])
print(torch.stft(signal.repeat(2, 1), 8, 4, 6, torch.ones(6), center=False, return_complex=True).abs().sum())
print(torch.stft(signal, 8, 2, window=window, normalized=True, onesided=False, return_complex=True).shape)
back = torch.istft(spectrum, 8, window=window)
print(back.shape, torch.allclose(back, signal, atol=1e-5))
print(torch.istft(spectrum, 8, window=window, length=20).shape)

learned = signal.clone().requires_grad_()
torch.stft(learned, 8, 2, window=window, return_complex=True).abs().sum().backward()
print(learned.grad[:6])

for wrong in (
    lambda: torch.stft(signal, 8, window=window),
    lambda: torch.stft(signal, 90, return_complex=True),
    lambda: torch.stft(signal, 8, window=window[:5], return_complex=True),
    lambda: torch.stft(signal, 8, hop_length=0, window=window, return_complex=True),
    lambda: torch.istft(spectrum.real, 8, window=window),
    lambda: torch.istft(spectrum, 12, window=window),
    lambda: torch.istft(spectrum, 8, window=window, center=False),
    lambda: torch.hann_window(-1),
    lambda: torch.hann_window(3, dtype=torch.int64),
):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
