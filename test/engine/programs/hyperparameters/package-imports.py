import torch
import d2l
from d2l import torch as alias
from d2l.torch import Trainer, add_to_class

print(alias.Trainer is Trainer, alias.torch is torch, callable(add_to_class), alias.Module.__name__, alias.nn is torch.nn)
