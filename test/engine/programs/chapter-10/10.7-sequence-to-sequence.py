# trained: 1e-3
import torch
from d2l import torch as d2l
from torch import nn


class Decoder(d2l.Decoder):
    def __init__(self, vocab_size, embed_size, num_hiddens, num_layers):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed_size)
        self.rnn = d2l.GRU(embed_size + num_hiddens, num_hiddens, num_layers)
        self.dense = nn.LazyLinear(vocab_size)
        self.apply(d2l.init_seq2seq)

    def init_state(self, enc_all_outputs, *args):
        return enc_all_outputs

    def forward(self, X, state):
        embs = self.embedding(X.t().type(torch.int32))
        enc_output, hidden = state
        context = enc_output[-1].repeat(embs.shape[0], 1, 1)
        outputs, hidden = self.rnn(torch.cat((embs, context), -1), hidden)
        return self.dense(outputs).swapaxes(0, 1), [enc_output, hidden]


class Copies(d2l.DataModule):
    def __init__(self, count, batch_size):
        super().__init__()
        self.save_hyperparameters()
        source = torch.randint(3, 9, (count, 5))
        target = torch.cat([torch.full((count, 1), 2), source], 1)
        self.arrays = (source, target[:, :-1], torch.full((count,), 5), target[:, 1:])

    def get_dataloader(self, train):
        return self.get_tensorloader(self.arrays, train)


data = Copies(64, 16)
encoder = d2l.Seq2SeqEncoder(9, 8, 16, 1)
print(encoder(torch.zeros((4, 5)))[0].shape, encoder.rnn.rnn._flat_weights_names)
model = d2l.Seq2Seq(encoder, Decoder(9, 8, 16, 1), tgt_pad=0, lr=0.01)
print(type(model.configure_optimizers()).__name__, sorted(model.hparams))
d2l.Trainer(max_epochs=2, gradient_clip_val=1).fit(model, data)
batch = next(iter(data.val_dataloader()))
predicted, weights = model.predict_step(batch, d2l.cpu(), 5)
print(predicted.shape, predicted.dtype, weights)
