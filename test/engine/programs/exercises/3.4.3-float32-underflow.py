import torch

h, c, k, T = 6.62607015e-34, 299792458.0, 1.380649e-23, 5000.0
wavelength = torch.tensor([3e-7, 3.55e-7, 4.1e-7])
print(torch.tensor(h).item(), torch.tensor(k).item())
print((torch.tensor(h) * torch.tensor(k)).item())
print(torch.tensor(h) * c**2)
print(wavelength**5)
print(2 * h * c**2 / wavelength**5 / (torch.exp(h * c / (wavelength * k * T)) - 1))
print(wavelength**9)
