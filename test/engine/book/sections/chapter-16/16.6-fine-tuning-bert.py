# %% A task is a few layers on top of what stands for the whole sequence, or on top of every token
import torch
from d2l import torch as d2l
from torch import nn

torch.manual_seed(4)
bert = d2l.BERTModel(30, num_hiddens=8, ffn_num_hiddens=8, num_heads=2, num_blks=1, dropout=0.1, max_len=12).eval()
tokens, segments = torch.randint(0, 30, (2, 6)), torch.zeros(2, 6, dtype=torch.int64)
encoded, _, _ = bert(tokens, segments, torch.tensor([6, 4]))
classify, tag = nn.Linear(8, 3), nn.Linear(8, 5)
classify(bert.hidden(encoded[:, 0])), tag(encoded).shape

# %%
start, end = nn.Linear(8, 1), nn.Linear(8, 1)
start(encoded).squeeze(-1).softmax(-1), end(encoded).squeeze(-1).argmax(-1)
