import torch
from torch import nn

logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3]], requires_grad=True)
target = torch.tensor([0, 2])
print(nn.CrossEntropyLoss()(logits, target), nn.CrossEntropyLoss(reduction='none')(logits, target))
print(nn.CrossEntropyLoss(label_smoothing=0.1)(logits, target), nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0]))(logits, target))
print(nn.NLLLoss()(torch.log_softmax(logits, 1), target))
p, t = torch.tensor([0.2, 0.9]), torch.tensor([0.0, 1.0])
print(nn.BCELoss()(p, t), nn.BCEWithLogitsLoss()(torch.logit(p), t))
print(nn.BCEWithLogitsLoss(pos_weight=torch.tensor(2.0))(torch.logit(p), t))
print(nn.KLDivLoss(reduction='batchmean')(torch.log_softmax(logits, 1), torch.softmax(logits.flip(1), 1)))
a, b = torch.tensor([[1.0, 2.0]]), torch.tensor([[2.0, -1.0]])
print(nn.CosineSimilarity()(a, b), nn.PairwiseDistance()(a, b))
print(nn.MarginRankingLoss()(a, b, torch.ones(1, 2)), nn.HingeEmbeddingLoss()(a, torch.tensor([[1.0, -1.0]])))
print(nn.TripletMarginLoss()(a, b, a + 1), nn.GaussianNLLLoss()(a, b, torch.ones(1, 2)))
nn.CrossEntropyLoss()(logits, torch.tensor([0, 3]))
