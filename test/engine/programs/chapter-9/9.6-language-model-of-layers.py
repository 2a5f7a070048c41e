# trained: 1e-3
import torch
from d2l import torch as d2l

TEXT = 'she sells sea shells by the sea shore ' * 12


class Rhyme(d2l.TimeMachine):
    def _download(self):
        return TEXT


data = Rhyme(batch_size=16, num_steps=8, num_train=300, num_val=60)
for rnn in (d2l.RNN(len(data.vocab), 12), d2l.GRU(len(data.vocab), 12, num_layers=2)):
    model = d2l.RNNLM(rnn, vocab_size=len(data.vocab), lr=1)
    print(model(torch.tensor([[1, 2, 3]])).shape, rnn.hparams.keys())
    d2l.Trainer(max_epochs=2, gradient_clip_val=1).fit(model, data)
    print(model.predict('she', 5, data.vocab))
