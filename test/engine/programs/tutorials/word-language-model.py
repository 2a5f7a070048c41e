import math
import torch
import torch.nn as nn


class Dictionary:
    def __init__(self):
        self.word2idx, self.idx2word = {}, []

    def add(self, w):
        if w not in self.word2idx:
            self.idx2word.append(w)
            self.word2idx[w] = len(self.idx2word) - 1
        return self.word2idx[w]


text = ('the cat sat on the mat <eos> the dog sat on the log <eos> ' * 6).split()
d = Dictionary()
ids = torch.tensor([d.add(w) for w in text]).type(torch.int64)


def batchify(data, bsz):
    n = data.size(0) // bsz
    return data.narrow(0, 0, n * bsz).view(bsz, -1).t().contiguous()


def repackage_hidden(h):
    if isinstance(h, torch.Tensor):
        return h.detach()
    return tuple(repackage_hidden(v) for v in h)


class RNNModel(nn.Module):
    def __init__(self, rnn_type, n, e, h, layers, dropout=0.2, tie=True):
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.encoder = nn.Embedding(n, e)
        self.rnn = getattr(nn, rnn_type)(e, h, layers, dropout=dropout)
        self.decoder = nn.Linear(h, n)
        if tie:
            self.decoder.weight = self.encoder.weight
        self.init_weights()
        self.h, self.layers, self.n = h, layers, n

    def init_weights(self):
        nn.init.uniform_(self.encoder.weight, -0.1, 0.1)
        nn.init.zeros_(self.decoder.bias)
        nn.init.uniform_(self.decoder.weight, -0.1, 0.1)

    def forward(self, x, hidden):
        out, hidden = self.rnn(self.drop(self.encoder(x)), hidden)
        dec = self.decoder(self.drop(out)).view(-1, self.n)
        return torch.log_softmax(dec, dim=1), hidden

    def init_hidden(self, bsz):
        w = next(self.parameters())
        return (w.new_zeros(self.layers, bsz, self.h), w.new_zeros(self.layers, bsz, self.h))


data = batchify(ids, 4)
print(data.shape, data.stride())
model = RNNModel('LSTM', len(d.idx2word), 12, 12, 2)
print(sum(p.numel() for p in model.parameters()), model)
crit = nn.NLLLoss()
hidden = model.init_hidden(4)
lr = 5
for i in range(0, data.size(0) - 1, 5):
    n = min(5, data.size(0) - 1 - i)
    x, y = data[i:i + n], data[i + 1:i + 1 + n].view(-1)
    model.zero_grad()
    hidden = repackage_hidden(hidden)
    out, hidden = model(x, hidden)
    loss = crit(out, y)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 0.25)
    for p in model.parameters():
        p.data.add_(p.grad, alpha=-lr)
    print('loss %5.2f ppl %8.2f' % (loss.item(), math.exp(loss.item())))
model.eval()
word_weights = model(torch.tensor([[0]]), model.init_hidden(1))[0].squeeze().exp()
print(torch.multinomial(word_weights, 1)[0], d.idx2word[word_weights.argmax()])
