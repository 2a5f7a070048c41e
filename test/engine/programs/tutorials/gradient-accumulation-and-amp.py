import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 8), nn.LayerNorm(8), nn.GELU(), nn.Linear(8, 3))
opt = torch.optim.AdamW([{'params': [p for n, p in net.named_parameters() if 'bias' not in n], 'weight_decay': 0.1}, {'params': [p for n, p in net.named_parameters() if 'bias' in n], 'weight_decay': 0.0}], lr=1e-2)
warm = torch.optim.lr_scheduler.LinearLR(opt, start_factor=0.1, total_iters=2)
cos = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=4)
sched = torch.optim.lr_scheduler.SequentialLR(opt, [warm, cos], milestones=[2])
data = [(torch.randn(4, 4), torch.randint(0, 3, (4,))) for _ in range(8)]
accum = 2
for i, (x, y) in enumerate(data):
    with torch.autocast('cpu', dtype=torch.bfloat16, enabled=False):
        loss = nn.functional.cross_entropy(net(x), y) / accum
    loss.backward()
    if (i + 1) % accum == 0:
        norm = torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        opt.zero_grad()
        sched.step()
        print(f'{i} {loss.item() * accum:.5f} {norm:.5f}', [round(g['lr'], 6) for g in opt.param_groups])
print(sum(p.numel() for p in net.parameters()), next(net.parameters()).device)
