import torch

names = dir(torch.distributions)
print([name in names for name in ('Bernoulli', 'Normal', 'Uniform', 'Multinomial', 'Categorical')])
print('ones' in dir(torch), 'relu' in dir(torch.nn.functional), callable(torch.ones))
print(isinstance(torch.ones.__doc__, str), isinstance(torch.nn.Linear.__doc__, str))
torch.ones(4)
