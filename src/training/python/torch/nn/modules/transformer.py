"""The transformer: its layers, stacks of them, and the whole (Vaswani et al., 2017)."""

import copy
import math
import warnings
from collections.abc import Callable
from typing import Any

from ... import _operations
from ..._dtypes import Device, dtype
from ..._grad_mode import is_grad_enabled
from ..._tensor import Tensor
from .. import functional, init
from .._attention import added_mask
from .activation import GELU, ReLU
from .attention import MultiheadAttention
from .container import ModuleList
from .dropout import Dropout
from .linear import Linear
from .module import Module
from .normalization import LayerNorm

__all__ = [
    'Transformer',
    'TransformerDecoder',
    'TransformerDecoderLayer',
    'TransformerEncoder',
    'TransformerEncoderLayer',
]

_OFFERED_LATE_BY = 'torch.nn'

Activation = str | Callable[[Tensor], Tensor]


def _subsequent_mask(size: int, device: Device = None, dtype: dtype | None = None) -> Tensor:
    return _operations.triu(_operations.full((size, size), -math.inf, device=device, dtype=dtype), 1)


def _is_causal(mask: Any, said: bool | None, sequence: Any, batch_first: bool) -> bool:
    """Whether a mask hides what comes later, where that is not said."""
    if said is not None or mask is None:
        return said is True
    length = sequence.shape[1 if sequence.dim() == 3 and batch_first else 0]
    causal = _subsequent_mask(length, dtype=mask.dtype)
    return mask.shape == causal.shape and bool((mask == causal).all())


def _function_of(activation: Activation) -> Any:
    if not isinstance(activation, str):
        return activation
    if activation not in ('relu', 'gelu'):
        raise RuntimeError(f'activation should be relu/gelu, not {activation}')
    return getattr(functional, activation)


class _Layer(Module):
    """What both layers have in common: attention to itself, and two linear layers."""

    _norms = 2

    def __init__(
        self,
        d_model: int,
        nhead: int,
        dim_feedforward: int = 2048,
        dropout: float = 0.1,
        activation: Activation = 'relu',
        layer_norm_eps: float = 1e-5,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        kind: dict[str, Any] = {'device': device, 'dtype': dtype}
        super().__init__()
        for name in ('self_attn', 'multihead_attn')[: self._norms - 1]:
            heads = MultiheadAttention(
                d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first, **kind
            )
            self.add_module(name, heads)
        self.linear1 = Linear(d_model, dim_feedforward, bias=bias, **kind)
        self.dropout = Dropout(dropout)
        self.linear2 = Linear(dim_feedforward, d_model, bias=bias, **kind)
        self.norm_first = norm_first
        for place in range(1, self._norms + 1):
            self.add_module(f'norm{place}', LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **kind))
        for place in range(1, self._norms + 1):
            self.add_module(f'dropout{place}', Dropout(dropout))
        self.activation = _function_of(activation)

    def _attend(
        self, name: str, place: int, x: Any, source: Any, mask: Any, padding: Any, causal: Any
    ) -> Any:
        heads, dropout = getattr(self, name), getattr(self, f'dropout{place}')
        attended = heads(
            x,
            source,
            source,
            attn_mask=mask,
            key_padding_mask=padding,
            need_weights=False,
            is_causal=causal,
        )
        return dropout(attended[0])

    def _sa_block(self, x: Any, attn_mask: Any, key_padding_mask: Any, is_causal: bool = False) -> Any:
        return self._attend('self_attn', 1, x, x, attn_mask, key_padding_mask, is_causal)

    def _ff_block(self, x: Any) -> Any:
        inner = self.dropout(self.activation(self.linear1(x)))
        return getattr(self, f'dropout{self._norms}')(self.linear2(inner))

    def _through(self, x: Any, blocks: list[Callable[[Any], Any]]) -> Any:
        """Adds what each block makes, normalised before or after."""
        for place, block in enumerate(blocks, 1):
            norm = getattr(self, f'norm{place}')
            x = x + block(norm(x)) if self.norm_first else norm(x + block(x))
        return x


class TransformerEncoderLayer(_Layer):
    """Attention of a sequence to itself, then two linear layers; each is added to its input and normalised.

    Args:
        d_model: features of the sequence.
        nhead: heads of the attention.
        dim_feedforward: features between the two linear layers.
        dropout: probability of dropout.
        activation: `relu`, `gelu` or a function of one tensor.
        layer_norm_eps: `eps` of the normalisations.
        batch_first: whether the batch comes before the sequence.
        norm_first: whether to normalise before each part instead of after it.
        bias: whether linear layers and normalisations have biases.
    """

    def __init__(
        self,
        d_model: int,
        nhead: int,
        dim_feedforward: int = 2048,
        dropout: float = 0.1,
        activation: Activation = 'relu',
        layer_norm_eps: float = 1e-5,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        options = (dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first, bias)
        super().__init__(d_model, nhead, *options, device, dtype)
        own = self.activation
        is_relu = own is functional.relu or isinstance(own, ReLU)
        is_gelu = own is functional.gelu or isinstance(own, GELU)
        self.activation_relu_or_gelu = 1 if is_relu else 2 if is_gelu else 0

    def forward(
        self,
        src: Tensor,
        src_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: bool = False,
    ) -> Any:
        """The same shape as `src`."""
        padding = added_mask(src_key_padding_mask, 'src_key_padding_mask', src.dtype, src_mask, 'src_mask')
        mask = added_mask(src_mask, 'src_mask', src.dtype)
        attend = lambda x: self._sa_block(x, mask, padding, is_causal)  # noqa: E731
        return self._through(src, [attend, self._ff_block])


class TransformerDecoderLayer(_Layer):
    """As an encoder's layer, with attention to what an encoder made between. Arguments as there."""

    _norms = 3

    def _mha_block(
        self, x: Any, mem: Any, attn_mask: Any, key_padding_mask: Any, is_causal: bool = False
    ) -> Any:
        return self._attend('multihead_attn', 2, x, mem, attn_mask, key_padding_mask, is_causal)

    def forward(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: bool = False,
        memory_is_causal: bool = False,
    ) -> Any:
        """The same shape as `tgt`."""
        blocks: list[Callable[[Any], Any]] = [
            lambda x: self._sa_block(x, tgt_mask, tgt_key_padding_mask, tgt_is_causal),
            lambda x: self._mha_block(x, memory, memory_mask, memory_key_padding_mask, memory_is_causal),
            self._ff_block,
        ]
        return self._through(tgt, blocks)


def _copies(layer: Module, count: int) -> ModuleList:
    return ModuleList([copy.deepcopy(layer) for _ in range(count)])


def _why_not_nested(layer: Any) -> str:
    """What keeps PyTorch from leaving out padded elements, in its words; empty when nothing does."""
    if not isinstance(layer, TransformerEncoderLayer):
        return 'encoder_layer was not TransformerEncoderLayer'
    heads: Any = layer.self_attn
    reasons = {
        '.norm_first was True': layer.norm_first,
        '.self_attn.batch_first was not True(use batch_first for better inference performance)': (
            not heads.batch_first
        ),
        '.self_attn._qkv_same_embed_dim was not True': not heads._qkv_same_embed_dim,
        '.self_attn was passed bias=False': heads.in_proj_bias is None,
        '.activation_relu_or_gelu was not True': not layer.activation_relu_or_gelu,
        '.norm1.eps was not equal to encoder_layer.norm2.eps': layer.norm1.eps != layer.norm2.eps,
        '.self_attn.num_heads is odd': heads.num_heads % 2 == 1,
    }
    return next((f'encoder_layer{reason}' for reason, holds in reasons.items() if holds), '')


class TransformerEncoder(Module):
    """Layers one after the other, then a normalisation.

    Args:
        encoder_layer: a layer, of which there will be copies.
        num_layers: how many.
        norm: the last normalisation, or None.
        enable_nested_tensor: whether PyTorch may leave out padded elements; the output is 0 there then.
        mask_check: whether it looks before whether the padding is at the end.
    """

    def __init__(
        self,
        encoder_layer: Module,
        num_layers: int,
        norm: Module | None = None,
        enable_nested_tensor: bool = True,
        mask_check: bool = True,
    ) -> None:
        super().__init__()
        self.layers = _copies(encoder_layer, num_layers)
        self.num_layers = num_layers
        self.norm = norm
        self.enable_nested_tensor = enable_nested_tensor
        self.mask_check = mask_check
        why_not = _why_not_nested(encoder_layer)
        self.use_nested_tensor = enable_nested_tensor and not why_not
        if enable_nested_tensor and why_not:
            warnings.warn(
                'enable_nested_tensor is True, but self.use_nested_tensor is False because ' + why_not,
                stacklevel=2,
            )

    def forward(
        self,
        src: Tensor,
        mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: bool | None = None,
    ) -> Any:
        """The same shape as `src`."""
        padding = added_mask(src_key_padding_mask, 'src_key_padding_mask', src.dtype, mask, 'mask')
        added = added_mask(mask, 'mask', src.dtype)
        layers: Any = self.layers
        causal = _is_causal(added, is_causal, src, layers[0].self_attn.batch_first)
        output: Any = src
        for layer in layers:
            output = layer(output, src_mask=added, is_causal=causal, src_key_padding_mask=padding)
        if added is None and padding is not None and self._leaves_out(src, padding):
            output = output.masked_fill((padding != 0).unsqueeze(-1), 0.0)
        return output if self.norm is None else self.norm(output)

    def _leaves_out(self, src: Any, padding: Any) -> bool:
        """Whether PyTorch computes without the padded elements."""
        if not self.use_nested_tensor or self.layers[0].training or src.dim() != 3:
            return False
        learns = src.requires_grad or any(each.requires_grad for each in self.layers[0].parameters())
        if is_grad_enabled() and learns:
            return False
        at_end = bool(((padding != 0).int().diff(dim=1) >= 0).all())
        return at_end or not self.mask_check


class TransformerDecoder(Module):
    """Layers one after the other, then a normalisation.

    Args:
        decoder_layer: a layer, of which there will be copies.
        num_layers: how many.
        norm: the last normalisation, or None.
    """

    def __init__(self, decoder_layer: Module, num_layers: int, norm: Module | None = None) -> None:
        super().__init__()
        self.layers = _copies(decoder_layer, num_layers)
        self.num_layers = num_layers
        self.norm = norm

    def forward(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: bool | None = None,
        memory_is_causal: bool = False,
    ) -> Any:
        """The same shape as `tgt`."""
        layers: Any = self.layers
        output: Any = tgt
        causal = _is_causal(tgt_mask, tgt_is_causal, tgt, layers[0].self_attn.batch_first)
        for layer in layers:
            output = layer(
                output,
                memory,
                tgt_mask=tgt_mask,
                memory_mask=memory_mask,
                tgt_key_padding_mask=tgt_key_padding_mask,
                memory_key_padding_mask=memory_key_padding_mask,
                tgt_is_causal=causal,
                memory_is_causal=memory_is_causal,
            )
        return output if self.norm is None else self.norm(output)


class Transformer(Module):
    """An encoder and a decoder, of layers as in `TransformerEncoderLayer` or one's own."""

    def __init__(
        self,
        d_model: int = 512,
        nhead: int = 8,
        num_encoder_layers: int = 6,
        num_decoder_layers: int = 6,
        dim_feedforward: int = 2048,
        dropout: float = 0.1,
        activation: Activation = 'relu',
        custom_encoder: Any = None,
        custom_decoder: Any = None,
        layer_norm_eps: float = 1e-5,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        kind: dict[str, Any] = {'device': device, 'dtype': dtype}
        super().__init__()
        options: Any = (dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first, bias)

        def stack(of: Any, layer: Any, count: int) -> Any:
            made = layer(d_model, nhead, *options, **kind)
            return of(made, count, LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **kind))

        encoder = custom_encoder or stack(TransformerEncoder, TransformerEncoderLayer, num_encoder_layers)
        decoder = custom_decoder or stack(TransformerDecoder, TransformerDecoderLayer, num_decoder_layers)
        self.encoder = encoder
        self.decoder = decoder
        self._reset_parameters()
        self.d_model = d_model
        self.nhead = nhead
        self.batch_first = batch_first

    def forward(
        self,
        src: Tensor,
        tgt: Tensor,
        src_mask: Tensor | None = None,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        src_is_causal: bool | None = None,
        tgt_is_causal: bool | None = None,
        memory_is_causal: bool = False,
    ) -> Any:
        """Sources (S, n, E) and targets (T, n, E) to (T, n, E); with `batch_first` n comes first.

        Raises:
            RuntimeError: when batches or features do not fit.
        """
        place = 0 if self.batch_first else 1
        if src.dim() == 3 and src.size(place) != tgt.size(place):
            raise RuntimeError('the batch number of src and tgt must be equal')
        if src.size(-1) != self.d_model or tgt.size(-1) != self.d_model:
            raise RuntimeError('the feature number of src and tgt must be equal to d_model')
        memory = self.encoder(
            src, mask=src_mask, src_key_padding_mask=src_key_padding_mask, is_causal=src_is_causal
        )
        return self.decoder(
            tgt,
            memory,
            tgt_mask=tgt_mask,
            memory_mask=memory_mask,
            tgt_key_padding_mask=tgt_key_padding_mask,
            memory_key_padding_mask=memory_key_padding_mask,
            tgt_is_causal=tgt_is_causal,
            memory_is_causal=memory_is_causal,
        )

    @staticmethod
    def generate_square_subsequent_mask(sz: int, device: Device = None, dtype: dtype | None = None) -> Tensor:
        """Minus infinity for what comes later, else 0: (sz, sz)."""
        return _subsequent_mask(sz, device, dtype)

    def _reset_parameters(self) -> None:
        for parameter in self.parameters():
            if parameter.dim() > 1:
                init.xavier_uniform_(parameter)
