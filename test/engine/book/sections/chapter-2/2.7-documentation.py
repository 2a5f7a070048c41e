# %%
import torch

print([name for name in dir(torch.distributions) if name[0].isupper()][:5])

# %%
'ones' in dir(torch), callable(torch.ones), torch.ones(4)

# %%
torch.one(4)
