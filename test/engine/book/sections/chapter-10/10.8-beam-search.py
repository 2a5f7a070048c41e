# %% Greedy, exhaustive and beam search over a table of probabilities
import torch

torch.manual_seed(3)
steps, tokens = 4, 5
scores = torch.log_softmax(torch.randn(steps, tokens, tokens), dim=-1)


def beam(k):
    beams = [(0.0, [0])]
    for step in range(steps):
        grown = [(s + float(scores[step, seq[-1], t]), [*seq, t]) for s, seq in beams for t in range(tokens)]
        beams = sorted(grown, key=lambda each: -each[0])[:k]
    return beams


for k in (1, 2, 4, tokens**steps):
    value, sequence = beam(k)[0]
    print(k, sequence, f'{value:.4f}')

# %% Long sequences are not to lose against short ones
alpha = 0.75
[(len(seq) - 1, round(s / (len(seq) - 1) ** alpha, 4)) for s, seq in beam(3)]
