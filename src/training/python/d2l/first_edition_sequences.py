"""How the book's first edition trained networks that translate."""

from typing import Any

import torch
from torch import Tensor, nn

from .attention import sequence_mask
from .encoder_decoder import init_seq2seq
from .first_edition import Accumulator, Animator
from .first_edition_networks import grad_clipping
from .text import Vocab, truncate_pad
from .timing import Timer
from .translation import BEGIN, END, PADDING

__all__ = ['MaskedSoftmaxCELoss', 'predict_seq2seq', 'train_seq2seq']

_OFFERED_LATE_BY = 'd2l.torch'


class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
    """The cross-entropy of softmax over the valid steps of each sequence."""

    def forward(self, pred: Tensor, label: Tensor, valid_len: Tensor) -> Tensor:
        """Scores (n, steps, tokens), indices (n, steps) and lengths (n,) to a loss of shape (n,)."""
        self.reduction = 'none'
        weights = sequence_mask(torch.ones_like(label), valid_len)
        losses = super().forward(pred.permute(0, 2, 1), label)
        return (losses * weights).mean(dim=1)


def train_seq2seq(
    net: Any, data_iter: Any, lr: float, num_epochs: int, tgt_vocab: Vocab, device: Any
) -> None:
    """Trains an encoder and decoder with Adam and clipped gradients; draws the loss of every tenth epoch."""
    net.apply(init_seq2seq)
    net.to(device)
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    loss = MaskedSoftmaxCELoss()
    net.train()
    animator = Animator(xlabel='epoch', ylabel='loss', xlim=[10, num_epochs])
    metric, timer = Accumulator(2), Timer()
    for epoch in range(1, num_epochs + 1):
        metric, timer = Accumulator(2), Timer()
        for batch in data_iter:
            source, source_lengths, target, target_lengths = (part.to(device) for part in batch)
            optimizer.zero_grad()
            begin = torch.tensor([tgt_vocab[BEGIN]] * target.shape[0], device=device).reshape(-1, 1)
            # The decoder is given the right tokens, not those that it wrote.
            scores, _ = net(source, torch.cat([begin, target[:, :-1]], 1), source_lengths)
            losses = loss(scores, target, target_lengths)
            losses.sum().backward()
            grad_clipping(net, 1)
            optimizer.step()
            with torch.no_grad():
                metric.add(losses.sum(), target_lengths.sum())
        if epoch % 10 == 0:
            animator.add(epoch, (metric[0] / metric[1],))
    speed = metric[1] / timer.stop()
    print(f'loss {metric[0] / metric[1]:.3f}, {speed:.1f} tokens/sec on {device}')


def predict_seq2seq(
    net: Any,
    src_sentence: str,
    src_vocab: Vocab,
    tgt_vocab: Vocab,
    num_steps: int,
    device: Any,
    save_attention_weights: bool = False,
) -> tuple[str, list[Any]]:
    """Translates a sentence by the likeliest token of each step.

    Returns:
        The words, and the attention weights of each step where they are kept.
    """
    net.eval()
    indices = [*src_vocab[src_sentence.lower().split(' ')], src_vocab[END]]
    length = torch.tensor([len(indices)], device=device)
    source = torch.tensor(
        [truncate_pad(indices, num_steps, src_vocab[PADDING])], dtype=torch.long, device=device
    )
    state = net.decoder.init_state(net.encoder(source, length), length)
    token = torch.tensor([[tgt_vocab[BEGIN]]], dtype=torch.long, device=device)
    written: list[int] = []
    weights: list[Any] = []
    for _ in range(num_steps):
        scores, state = net.decoder(token, state)
        token = scores.argmax(dim=2)
        if save_attention_weights:
            weights.append(net.decoder.attention_weights)
        index = int(token.squeeze(dim=0).item())
        if index == tgt_vocab[END]:
            break
        written.append(index)
    return ' '.join(tgt_vocab.to_tokens(written)), weights
