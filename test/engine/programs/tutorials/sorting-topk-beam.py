import torch

torch.manual_seed(0)
logp = torch.log_softmax(torch.randn(4, 6), -1)
beams = [([], 0.0)]
for t in range(4):
    cand = []
    for seq, score in beams:
        v, i = logp[t].topk(2)
        for a, b in zip(v, i):
            cand.append((seq + [b.item()], score + a.item()))
    beams = sorted(cand, key=lambda c: c[1], reverse=True)[:2]
print([(s, round(x, 4)) for s, x in beams])
s, i = torch.sort(logp[0], descending=True)
c = s.exp().cumsum(0)
keep = c <= 0.8
print(i, c, keep.sum(), i[keep])
p = logp.exp()
print(p.sum(1), torch.argsort(p, dim=1)[:, -1], p.max(dim=1), (-p * logp).sum(1), torch.multinomial(p, 2).shape)
print(torch.distributions.Categorical(p).entropy())
r = torch.empty(4).uniform_()
print(torch.searchsorted(p.cumsum(1), r[:, None]).squeeze(1))
e = torch.tensor([3, 1, 2])
print(e.argsort().argsort(), e[e.argsort()], e.sort(stable=True).values.flip(0), torch.msort(e), sorted(e.tolist()))
