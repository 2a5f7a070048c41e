import torch
from torch import nn

w = torch.empty(3, 5)
for init in (
    lambda: nn.init.uniform_(w), lambda: nn.init.uniform_(w, -1, 1), lambda: nn.init.normal_(w), lambda: nn.init.normal_(w, 0, 0.01),
    lambda: nn.init.constant_(w, 0.3), lambda: nn.init.ones_(w), lambda: nn.init.zeros_(w), lambda: nn.init.eye_(w),
    lambda: nn.init.xavier_uniform_(w), lambda: nn.init.xavier_uniform_(w, gain=2.0), lambda: nn.init.xavier_normal_(w),
    lambda: nn.init.kaiming_uniform_(w), lambda: nn.init.kaiming_uniform_(w, a=5**0.5),
    lambda: nn.init.kaiming_normal_(w, mode='fan_out', nonlinearity='relu'), lambda: nn.init.trunc_normal_(w, std=0.02),
):
    print(init())
print(nn.init.calculate_gain('relu'), nn.init.calculate_gain('tanh'), nn.init.calculate_gain('leaky_relu', 0.2))
nn.init.xavier_uniform_(torch.empty(3))
