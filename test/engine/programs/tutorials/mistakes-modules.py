import torch
from torch import nn


def tell(f):
    try:
        r = f()
        print('ok', r)
    except Exception as e:
        print(type(e).__name__ + ':', e)


class NoSuper(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 2)


class NoSuperParam(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))


class NoSuperPlain(nn.Module):
    def __init__(self):
        self.n = 3

    def forward(self, x):
        return x


class NoForward(nn.Module):
    pass


class WithList(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 2)]

    def forward(self, x):
        for l in self.layers:
            x = l(x)
        return x


class BadForward(nn.Module):
    def foward(self, x):
        return x


tell(NoSuper)
tell(NoSuperParam)
tell(lambda: NoSuperPlain()(torch.ones(1)))
tell(lambda: NoForward()(torch.ones(1)))
tell(lambda: BadForward()(torch.ones(1)))
m = WithList()
print(list(m.parameters()), m)
tell(lambda: torch.optim.SGD(m.parameters(), lr=0.1))
tell(lambda: nn.Sequential([nn.Linear(2, 2)]))
tell(lambda: nn.Linear(2))
tell(lambda: nn.Linear(2, 2)())
tell(lambda: nn.Linear(2, 2)(torch.ones(2), 3))
tell(lambda: nn.ReLU(torch.ones(2)))
tell(lambda: nn.Softmax(torch.ones(2)))
tell(lambda: nn.MSELoss(torch.ones(2), torch.ones(2)))
tell(lambda: nn.Module().foo)
tell(lambda: nn.Linear(2, 2).weights)
tell(lambda: nn.Conv2d(2, 3))
tell(lambda: nn.Dropout(1.5))
tell(lambda: nn.Linear(2, 2).forward)
tell(lambda: setattr(nn.Linear(2, 2), 'bias', 3))
tell(lambda: nn.Module().register_buffer('a', 3))
tell(lambda: nn.Module().register_parameter('a', torch.ones(1)))
tell(lambda: nn.ModuleList([1, 2]))
tell(lambda: nn.ModuleDict({'a': torch.ones(1)}))
tell(lambda: nn.Parameter([1.]))
tell(lambda: nn.Parameter(torch.tensor([1])))
tell(lambda: nn.Sequential(nn.Linear(2, 3), nn.Linear(2, 3))(torch.ones(1, 2)))
tell(lambda: nn.Module.forward(nn.Module(), 1))
tell(lambda: nn.Linear(2, 2).load_state_dict([1]))
tell(lambda: nn.Identity().zero_grad())
tell(lambda: nn.Conv2d(3, 4, 3, groups=2))
tell(lambda: nn.RNN(2, 3, nonlinearity='sigmoid'))
tell(lambda: nn.CrossEntropyLoss(reduction='avg')(torch.ones(1, 2), torch.tensor([0])))
