import torch

torch.manual_seed(7)
state = torch.get_rng_state()
print(state.shape, state.dtype, state[:40], state.sum())
torch.randn(1, dtype=torch.float64)
torch.rand(5)
later = torch.get_rng_state()
print(later[:40], later[5030:], later.sum())
first = torch.randn(3), torch.randperm(5)
torch.set_rng_state(later)
print(first, torch.randn(3), torch.randperm(5))
generator = torch.Generator().manual_seed(3)
kept = generator.get_state()
a = torch.rand(2, generator=generator)
generator.set_state(kept)
print(torch.equal(a, torch.rand(2, generator=generator)), generator.initial_seed())
try:
    torch.set_rng_state(torch.zeros(3))
except TypeError as error:
    print(error)
