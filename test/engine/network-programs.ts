/** Beginnings of programs with networks: small pictures and their loaders, a loop, a translator. */

/** Pictures of 6 x 6 pixels in three classes, told by which third of them is bright. */
export const STRIPES = `
import sys, torch
from torch import nn
from d2l import torch as d2l

class Stripes(d2l.DataModule):
    def __init__(self, batch_size=32, labels=True):
        super().__init__()
        self.save_hyperparameters()
        self.y = torch.arange(300) % 3
        self.X = torch.rand(300, 1, 6, 6) * 0.3
        for i in range(300):
            self.X[i, 0, 2 * self.y[i]:2 * self.y[i] + 2] += 0.7

    def text_labels(self, indices):
        return [['top', 'middle', 'bottom'][int(i)] for i in indices]

    def get_dataloader(self, train):
        return self.get_tensorloader((self.X, self.y), train, slice(0, 200) if train else slice(200, None))

class Small(d2l.Classifier):
    def __init__(self, lr=0.5):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.LazyConv2d(2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.LazyLinear(3))

sys.modules['d2l'].__path__
import d2l.predictions
d2l.predictions._MOST_SECONDS = 20
from d2l import torch as d2l
torch.manual_seed(1)
`;

/** The same pictures for loops without a Trainer. */
export const LOADERS = `${STRIPES}
from torch.utils.data import DataLoader, TensorDataset
def loaders():
    data = Stripes()
    return [DataLoader(TensorDataset(data.X[part], data.y[part]), 40, shuffle=index == 0)
            for index, part in enumerate((slice(0, 200), slice(200, None)))]
`;

export const LOOP = `
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
for epoch in range(4):
    for X, y in train_iter:
        loss = nn.functional.cross_entropy(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
`;

export const TRANSLATOR = `
import torch
from d2l import torch as d2l
PAIRS = [('Go.', 'Va !'), ('Stop!', 'Va !')] * 12
class Sentences(d2l.MTFraEng):
    def _download(self):
        return '\\n'.join('\\t'.join(pair) for pair in PAIRS)
data = Sentences(batch_size=8, num_steps=6, num_train=16, num_val=8)
class Decoder(d2l.Decoder):
    """Writes the same words whatever it reads."""
    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(1))
    def init_state(self, outputs, *args):
        return 0
    def forward(self, X, step):
        scores = torch.zeros(X.shape[0], X.shape[1], len(data.tgt_vocab)) + self.weight
        scores[:, :, data.tgt_vocab[['va', '<eos>'][min(step, 1)]]] += 1
        return scores, step + 1
class Model(d2l.Seq2Seq):
    def forward(self, enc_X, dec_X, *args):
        return self.decoder(dec_X, 0)[0]
encoder = d2l.Seq2SeqEncoder(len(data.src_vocab), 4, 4, 1)
model = Model(encoder, Decoder(), data.tgt_vocab['<pad>'], lr=0.01)
d2l.Trainer(max_epochs=1).fit(model, data)
batch = data.build(['go .'], ['va !'])
`;
