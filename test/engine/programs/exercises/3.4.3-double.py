import torch

h, c, k = 6.62607015e-34, 299792458.0, 1.380649e-23
wavelength = torch.linspace(3e-7, 2e-6, 5, dtype=torch.float64)
T = torch.tensor(5772.0, dtype=torch.float64, requires_grad=True)
B = 2 * h * c**2 / wavelength**5 / (torch.exp(h * c / (wavelength * k * T)) - 1)
B.sum().backward()
print(B)
print(T.grad)
