import string
import unicodedata
import torch
import torch.nn as nn

allowed = string.ascii_letters + " .,;'" + '_'


def to_ascii(s):
    return ''.join(c for c in unicodedata.normalize('NFD', s) if unicodedata.category(c) != 'Mn' and c in allowed)


print(to_ascii('Ślusàrski'), len(allowed))


def line_to_tensor(line):
    t = torch.zeros(len(line), 1, len(allowed))
    for i, ch in enumerate(line):
        t[i][0][allowed.find(ch) if ch in allowed else allowed.find('_')] = 1
    return t


print(line_to_tensor('Ahn').size(), line_to_tensor('a').nonzero())


class CharRNN(nn.Module):
    def __init__(self, input_size, hidden_size, output_size):
        super(CharRNN, self).__init__()
        self.rnn = nn.RNN(input_size, hidden_size)
        self.h2o = nn.Linear(hidden_size, output_size)
        self.softmax = nn.LogSoftmax(dim=1)

    def forward(self, line):
        rnn_out, hidden = self.rnn(line)
        return self.softmax(self.h2o(hidden[0]))


rnn = CharRNN(len(allowed), 16, 3)
print(rnn)
langs = ['it', 'de', 'pl']
data = [('Rossi', 'it'), ('Bianchi', 'it'), ('Schmidt', 'de'), ('Becker', 'de'), ('Nowak', 'pl'), ('Wójcik', 'pl')]
opt = torch.optim.SGD(rnn.parameters(), lr=0.15)
crit = nn.NLLLoss()
for epoch in range(5):
    total = 0
    rnn.zero_grad()
    batch_loss = 0
    for name, lang in data:
        out = rnn.forward(line_to_tensor(to_ascii(name)))
        batch_loss += crit(out, torch.tensor([langs.index(lang)]))
    batch_loss.backward()
    nn.utils.clip_grad_norm_(rnn.parameters(), 3)
    opt.step()
    print(epoch, f'{batch_loss.item() / len(data):.4f}')
with torch.no_grad():
    top_n, top_i = rnn(line_to_tensor('Rossi')).topk(1)
    print(langs[top_i[0].item()], top_n)
conf = torch.zeros(3, 3)
for name, lang in data:
    guess = rnn(line_to_tensor(to_ascii(name))).argmax(1).item()
    conf[langs.index(lang)][guess] += 1
for i in range(3):
    denom = conf[i].sum()
    if denom > 0:
        conf[i] = conf[i] / denom
print(conf)
