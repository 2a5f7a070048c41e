import torch

try:
    from torch import nothing
except ImportError as e:
    print(str(e).split('(')[0])
try:
    torch.tensr([1])
except AttributeError as e:
    print(e)
try:
    import not_a_package
except ModuleNotFoundError as e:
    print(e.name)
try:
    torch.nn.Lineer(1, 1)
except AttributeError as e:
    print(e)
x = torch.ones(2)
x.nothing
