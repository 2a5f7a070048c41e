import random
import torch
import torch.nn as nn
import torch.nn.functional as F

SOS, EOS, MAXLEN, H = 0, 1, 6, 16


class EncoderRNN(nn.Module):
    def __init__(self, n, h, dropout_p=0.1):
        super().__init__()
        self.embedding = nn.Embedding(n, h)
        self.gru = nn.GRU(h, h, batch_first=True)
        self.dropout = nn.Dropout(dropout_p)

    def forward(self, x):
        return self.gru(self.dropout(self.embedding(x)))


class BahdanauAttention(nn.Module):
    def __init__(self, h):
        super().__init__()
        self.Wa = nn.Linear(h, h)
        self.Ua = nn.Linear(h, h)
        self.Va = nn.Linear(h, 1)

    def forward(self, query, keys):
        scores = self.Va(torch.tanh(self.Wa(query) + self.Ua(keys))).squeeze(2).unsqueeze(1)
        weights = F.softmax(scores, dim=-1)
        return torch.bmm(weights, keys), weights


class Decoder(nn.Module):
    def __init__(self, h, n, p=0.1):
        super().__init__()
        self.embedding = nn.Embedding(n, h)
        self.attention = BahdanauAttention(h)
        self.gru = nn.GRU(2 * h, h, batch_first=True)
        self.out = nn.Linear(h, n)
        self.dropout = nn.Dropout(p)

    def forward(self, enc_out, hidden, target=None):
        b = enc_out.size(0)
        inp = torch.empty(b, 1, dtype=torch.long).fill_(SOS)
        outs, atts = [], []
        for i in range(MAXLEN):
            e = self.dropout(self.embedding(inp))
            q = hidden.permute(1, 0, 2)
            context, w = self.attention(q, enc_out)
            o, hidden = self.gru(torch.cat((e, context), dim=2), hidden)
            o = self.out(o)
            outs.append(o)
            atts.append(w)
            if target is not None:
                inp = target[:, i].unsqueeze(1)
            else:
                _, topi = o.topk(1)
                inp = topi.squeeze(-1).detach()
        return F.log_softmax(torch.cat(outs, dim=1), dim=-1), hidden, torch.cat(atts, dim=1)


torch.manual_seed(1)
enc, dec = EncoderRNN(8, H), Decoder(H, 8)
x = torch.randint(2, 8, (5, MAXLEN))
y = x.flip(1)
eo = torch.optim.Adam(enc.parameters(), lr=0.01)
do = torch.optim.Adam(dec.parameters(), lr=0.01)
crit = nn.NLLLoss()
for ep in range(10):
    eo.zero_grad(); do.zero_grad()
    e, h = enc(x)
    out, _, _ = dec(e, h, y)
    loss = crit(out.view(-1, out.size(-1)), y.view(-1))
    loss.backward()
    eo.step(); do.step()
    if ep % 3 == 0:
        print(ep, '%.4f' % loss.item())
enc.eval(); dec.eval()
with torch.no_grad():
    e, h = enc(x[:1])
    out, hid, att = dec(e, h)
print(att.shape, out.topk(1)[1].squeeze())
print(att[0, 0])
