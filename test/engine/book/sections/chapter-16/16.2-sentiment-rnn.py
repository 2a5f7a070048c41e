# trained
# %%
import torch
from d2l import torch as d2l
from torch import nn

batch_size = 10
train_iter, test_iter, vocab = d2l.load_data_imdb(batch_size, 12)


class BiRNN(nn.Module):
    def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, **kwargs):
        super(BiRNN, self).__init__(**kwargs)
        self.embedding = nn.Embedding(vocab_size, embed_size)
        self.encoder = nn.LSTM(embed_size, num_hiddens, num_layers=num_layers, bidirectional=True)
        self.decoder = nn.Linear(4 * num_hiddens, 2)

    def forward(self, inputs):
        embeddings = self.embedding(inputs.T)
        self.encoder.flatten_parameters()
        outputs, _ = self.encoder(embeddings)
        encoding = torch.cat((outputs[0], outputs[-1]), dim=1)
        outs = self.decoder(encoding)
        return outs


# %%
embed_size, num_hiddens, num_layers, devices = 100, 6, 2, [d2l.try_gpu()]
net = BiRNN(len(vocab), embed_size, num_hiddens, num_layers)


def init_weights(module):
    if type(module) == nn.Linear:
        nn.init.xavier_uniform_(module.weight)
    if type(module) == nn.LSTM:
        for param in module._flat_weights_names:
            if 'weight' in param:
                nn.init.xavier_uniform_(module._parameters[param])


net.apply(init_weights)

# %%
glove_embedding = d2l.TokenEmbedding('glove.6b.100d')
embeds = glove_embedding[vocab.idx_to_token]
embeds.shape

# %%
net.embedding.weight.data.copy_(embeds)
net.embedding.weight.requires_grad = False
lr, num_epochs = 0.01, 2
trainer = torch.optim.Adam(net.parameters(), lr=lr)
loss = nn.CrossEntropyLoss(reduction='none')
for epoch in range(num_epochs):
    metric = d2l.Accumulator(3)
    for features, labels in train_iter:
        l, acc = d2l.train_batch_ch13(net, features, labels, loss, trainer, devices)
        metric.add(l, acc, labels.shape[0])
    print(f'loss {metric[0] / metric[2]:.3f}, test acc {d2l.evaluate_accuracy_gpu(net, test_iter):.3f}')


# %%
def predict_sentiment(net, vocab, sequence):
    sequence = torch.tensor(vocab[sequence.split()], device=d2l.try_gpu())
    label = torch.argmax(net(sequence.reshape(1, -1)), dim=1)
    return 'positive' if label == 1 else 'negative'


predict_sentiment(net, vocab, 'a great film'), d2l.predict_sentiment(net, vocab, 'a poor film')
