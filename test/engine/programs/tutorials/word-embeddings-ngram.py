import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(1)
word_to_ix = {'hello': 0, 'world': 1}
embeds = nn.Embedding(2, 5)
print(embeds(torch.tensor([word_to_ix['hello']], dtype=torch.long)))
text = 'we are about to study the idea of a computational process which lives in the computer'.split()
ngrams = [([text[i - j - 1] for j in range(2)], text[i]) for i in range(2, len(text))]
print(ngrams[:3])
vocab = sorted(set(text))
ix = {w: i for i, w in enumerate(vocab)}


class NGram(nn.Module):
    def __init__(self, v, d, c):
        super(NGram, self).__init__()
        self.embeddings = nn.Embedding(v, d)
        self.linear1 = nn.Linear(c * d, 12)
        self.linear2 = nn.Linear(12, v)

    def forward(self, inputs):
        e = self.embeddings(inputs).view((1, -1))
        return F.log_softmax(self.linear2(F.relu(self.linear1(e))), dim=1)


losses = []
model = NGram(len(vocab), 10, 2)
loss_function = nn.NLLLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.001)
for epoch in range(4):
    total = 0
    for context, target in ngrams:
        idx = torch.tensor([ix[w] for w in context], dtype=torch.long)
        model.zero_grad()
        loss = loss_function(model(idx), torch.tensor([ix[target]], dtype=torch.long))
        loss.backward()
        optimizer.step()
        total += loss.item()
    losses.append(total)
print(losses)
print(model.embeddings.weight[ix['computer']])
print(F.cosine_similarity(model.embeddings.weight[0], model.embeddings.weight[1], dim=0))
