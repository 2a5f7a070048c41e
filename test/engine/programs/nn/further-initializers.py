import torch
from torch import nn

for init in (
    lambda t: nn.init.orthogonal_(t), lambda t: nn.init.orthogonal_(t, gain=2.0), lambda t: nn.init.sparse_(t, 0.5, std=1.0),
    lambda t: nn.init.trunc_normal_(t, mean=1.0, std=2.0, a=0.0, b=2.0), lambda t: nn.init.eye_(t),
    lambda t: nn.init.kaiming_normal_(t, mode='fan_out', nonlinearity='relu'), lambda t: nn.init.kaiming_uniform_(t, nonlinearity='tanh'),
    lambda t: nn.init.xavier_normal_(t, gain=nn.init.calculate_gain('relu')), lambda t: nn.init.constant_(t, 0.3),
):
    torch.manual_seed(2)
    print(init(torch.empty(4, 3)))
print(nn.init.orthogonal_(torch.empty(2, 5)), nn.init.dirac_(torch.empty(4, 2, 3), groups=2)[:, :, 1])
conv = nn.Conv2d(2, 2, 3, padding=1, bias=False)
nn.init.dirac_(conv.weight)
X = torch.rand(1, 2, 4, 4)
print(torch.equal(conv(X), X))
for wrong in (lambda: nn.init.orthogonal_(torch.empty(3)), lambda: nn.init.dirac_(torch.empty(3, 3)), lambda: nn.init.dirac_(torch.empty(3, 3, 3), 2),
              lambda: nn.init.sparse_(torch.empty(3), 0.1), lambda: nn.init.eye_(torch.empty(3)), lambda: nn.init.kaiming_normal_(torch.empty(2, 2), mode='fan'),
              lambda: nn.init.calculate_gain('cubic'), lambda: nn.init.xavier_uniform_(torch.empty(3)),
              lambda: torch.empty(3).uniform_(3, 1), lambda: torch.empty(3).normal_(0, -1), lambda: torch.empty(3).exponential_(-1), lambda: torch.empty(3).bernoulli_(2)):
    try:
        wrong()
    except (ValueError, RuntimeError) as error:
        print(error)
