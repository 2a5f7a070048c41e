"""Attention of several heads."""

from typing import Any
from weakref import WeakKeyDictionary

from ... import _operations
from ..._dtypes import Device, dtype
from ..._tensor import Tensor
from .. import _attention, init
from ..parameter import Parameter
from .linear import Linear
from .module import Module

__all__ = ['MultiheadAttention']

_OFFERED_LATE_BY = 'torch.nn'

latest_weights: WeakKeyDictionary[Module, Tensor] = WeakKeyDictionary()
"""Of each layer those that its latest call gave, to be shown; PyTorch's layers have no attribute for them."""


class NonDynamicallyQuantizableLinear(Linear):
    """A Linear; PyTorch's name for the last one of an attention shows in its text."""

    __module__ = 'torch.nn.modules.linear'


class MultiheadAttention(Module):
    """Several attentions side by side, each on its part of the features (Vaswani et al., 2017).

    Args:
        embed_dim: features of queries and outputs.
        num_heads: attentions side by side; they divide the features.
        dropout: probability with which a weight becomes 0 in training.
        bias: whether the projections have biases.
        add_bias_kv: whether a learned key and value are added to the sequences.
        add_zero_attn: whether a key and value of zeros are added.
        kdim: features of keys; those of queries by default.
        vdim: features of values; those of queries by default.
        batch_first: whether the batch comes before the sequence.

    Raises:
        ValueError: unless both sizes are positive.
        AssertionError: unless the heads divide the features.
    """

    __module__ = 'torch.nn.modules.activation'

    def __init__(
        self,
        embed_dim: int,
        num_heads: int,
        dropout: float = 0.0,
        bias: bool = True,
        add_bias_kv: bool = False,
        add_zero_attn: bool = False,
        kdim: int | None = None,
        vdim: int | None = None,
        batch_first: bool = False,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        if embed_dim <= 0 or num_heads <= 0:
            raise ValueError(
                f'embed_dim and num_heads must be greater than 0, got embed_dim={embed_dim} and '
                f'num_heads={num_heads} instead'
            )
        super().__init__()
        self.embed_dim = embed_dim
        self.kdim = embed_dim if kdim is None else kdim
        self.vdim = embed_dim if vdim is None else vdim
        self._qkv_same_embed_dim = self.kdim == embed_dim and self.vdim == embed_dim
        self.num_heads = num_heads
        self.dropout = dropout
        self.batch_first = batch_first
        self.head_dim = embed_dim // num_heads
        if embed_dim % num_heads:
            raise AssertionError('embed_dim must be divisible by num_heads')
        self._make_parameters(bias, add_bias_kv, {'device': device, 'dtype': dtype})
        self.add_zero_attn = add_zero_attn
        self._reset_parameters()

    def _make_parameters(self, bias: bool, add_bias_kv: bool, kind: dict[str, Any]) -> None:
        size = self.embed_dim
        separate = {'q_proj_weight': size, 'k_proj_weight': self.kdim, 'v_proj_weight': self.vdim}
        shapes: dict[str, Any] = {name: (size, width) for name, width in separate.items()}
        shapes['in_proj_weight'] = (3 * size, size)
        absent = list(separate) if self._qkv_same_embed_dim else ['in_proj_weight']
        for name in absent:
            del shapes[name]
        for name, shape in shapes.items():
            self.register_parameter(name, Parameter(_operations.empty(shape, **kind)))
        for name in absent:
            self.register_parameter(name, None)
        in_bias = Parameter(_operations.empty(3 * size, **kind)) if bias else None
        self.register_parameter('in_proj_bias', in_bias)
        self.out_proj = NonDynamicallyQuantizableLinear(size, size, bias=bias, **kind)
        self.bias_k: Any = None
        self.bias_v: Any = None
        if add_bias_kv:
            self.bias_k = Parameter(_operations.empty((1, 1, size), **kind))
            self.bias_v = Parameter(_operations.empty((1, 1, size), **kind))

    def _reset_parameters(self) -> None:
        for name in ('in_proj_weight', 'q_proj_weight', 'k_proj_weight', 'v_proj_weight'):
            weight = getattr(self, name)
            if weight is not None:
                init.xavier_uniform_(weight)
        if self.in_proj_bias is not None:
            init.zeros_(self.in_proj_bias)
            init.zeros_(self.out_proj.bias)
        for extra in (self.bias_k, self.bias_v):
            if extra is not None:
                init.xavier_normal_(extra)

    def forward(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        key_padding_mask: Tensor | None = None,
        need_weights: bool = True,
        attn_mask: Tensor | None = None,
        average_attn_weights: bool = True,
        is_causal: bool = False,
    ) -> tuple[Any, Any]:
        """Query (L, n, E), key (S, n, Ek) and value (S, n, Ev) to output (L, n, E) and weights (n, L, S).

        With `batch_first` n comes first; each may come without n. A mask is True, or minus infinity, where no
        attention is to be paid.
        """
        padding = _attention.added_mask(
            key_padding_mask, 'key_padding_mask', query.dtype, attn_mask, 'attn_mask'
        )
        mask = _attention.added_mask(attn_mask, 'attn_mask', query.dtype)
        turned = self.batch_first and query.dim() == 3
        if turned:
            query, key, value = _turned(query, key, value)
        output, weights = _attention.multi_head_attention_forward(
            query,
            key,
            value,
            self.embed_dim,
            self.num_heads,
            self.in_proj_weight,
            self.in_proj_bias,
            self.bias_k,
            self.bias_v,
            self.add_zero_attn,
            self.dropout,
            self.out_proj.weight,
            self.out_proj.bias,
            training=self.training,
            key_padding_mask=padding,
            need_weights=need_weights,
            attn_mask=mask,
            use_separate_proj_weight=not self._qkv_same_embed_dim,
            q_proj_weight=self.q_proj_weight,
            k_proj_weight=self.k_proj_weight,
            v_proj_weight=self.v_proj_weight,
            average_attn_weights=average_attn_weights,
            is_causal=is_causal,
        )
        if weights is not None:
            latest_weights[self] = weights.detach()
        return output.transpose(1, 0) if turned else output, weights


def _turned(query: Tensor, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Each with the sequence first; what was one tensor stays one."""
    made: dict[int, Any] = {}
    for each in (query, key, value):
        if id(each) not in made:
            made[id(each)] = each.transpose(1, 0) if each.dim() > 1 else each
    return made[id(query)], made[id(key)], made[id(value)]
