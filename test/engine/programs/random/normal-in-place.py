import torch

w = torch.empty(4)
print(w.normal_(), w.normal_(0, 0.01), w.normal_(mean=1, std=2), torch.zeros(3, 6).normal_(0, 1)[2])
