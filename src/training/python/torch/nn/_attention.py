"""Attention of several heads, as a function."""

import math
import warnings
from typing import Any

from .. import _operations
from .._dtypes import bool_, dtype
from .._operations_nn import pad, scaled_dot_product_attention
from .._tensor import Tensor
from . import functional

__all__ = ['multi_head_attention_forward']

_OFFERED_LATE_BY = 'torch.nn.functional'


def added_mask(mask: Any, name: str, target: dtype, other: Any = None, other_name: str = '') -> Any:
    """A mask that is added to scores: of one of bools, minus infinity where it is True.

    Args:
        mask: the mask, or None.
        name: what it is called in messages.
        target: the dtype of the scores.
        other: another mask that should have the same dtype, or None.
        other_name: what that is called.

    Raises:
        AssertionError: for a mask of integers.
    """
    if mask is None:
        return None
    if mask.dtype != bool_ and not mask.is_floating_point():
        raise AssertionError(f'only bool and floating types of {name} are supported')
    if other is not None and other.dtype != mask.dtype:
        warnings.warn(
            f'Support for mismatched {name} and {other_name} is deprecated. Use same type for both instead.',
            stacklevel=3,
        )
    if mask.is_floating_point():
        return mask
    return _operations.zeros_like(mask, dtype=target).masked_fill_(mask, -math.inf)


def _check_shapes(query: Any, key: Any, value: Any, padding: Any, mask: Any, num_heads: int) -> None:
    dims = query.dim()
    if dims not in (2, 3):
        raise AssertionError(
            f'query should be unbatched 2D or batched 3D tensor but received {dims}-D query tensor'
        )
    kind = 'batched (3-D)' if dims == 3 else 'unbatched (2-D)'
    if key.dim() != dims or value.dim() != dims:
        raise AssertionError(
            f'For {kind} `query`, expected `key` and `value` to be {dims}-D but found {key.dim()}-D and '
            f'{value.dim()}-D tensors respectively'
        )
    if padding is not None and padding.dim() != dims - 1:
        raise AssertionError(
            f'For {kind} `query`, expected `key_padding_mask` to be `None` or {dims - 1}-D but found '
            f'{padding.dim()}-D tensor instead'
        )
    if mask is None:
        return
    if mask.dim() not in (2, 3):
        raise AssertionError(
            f'For {kind} `query`, expected `attn_mask` to be `None`, 2-D or 3-D but found {mask.dim()}-D '
            'tensor instead'
        )
    expected = (num_heads, query.shape[0], key.shape[0])
    if dims == 2 and mask.dim() == 3 and tuple(mask.shape) != expected:
        raise AssertionError(f'Expected `attn_mask` shape to be {expected} but got {mask.shape}')


def _check_features(query: Any, key: Any, value: Any, embed_dim: int, heads: int, separate: bool) -> None:
    features = query.shape[-1]
    if features != embed_dim:
        raise AssertionError(f'was expecting embedding dimension of {embed_dim}, but got {features}')
    if features % heads:
        raise AssertionError(f'embed_dim {features} not divisible by num_heads {heads}')
    if separate and key.shape[:2] != value.shape[:2]:
        raise AssertionError(
            f"key's sequence and batch dims {key.shape[:2]} do not match value's {value.shape[:2]}"
        )
    if not separate and key.shape != value.shape:
        raise AssertionError(f'key shape {key.shape} does not match value shape {value.shape}')


def _projected(
    inputs: tuple[Any, ...], packed: Any, separate: tuple[Any, ...] | None, bias: Any
) -> list[Any]:
    """Query, key and value by their weights: three, or the parts of one."""
    biases = (None, None, None) if bias is None else bias.chunk(3)
    if separate is None:
        if packed is None:
            raise AssertionError('use_separate_proj_weight is False but in_proj_weight is None')
        if inputs[0] is inputs[1] and inputs[1] is inputs[2]:
            return list(functional.linear(inputs[0], packed, bias).chunk(3, dim=-1))
        weights = packed.chunk(3)
    else:
        for letter, weight in zip('qkv', separate, strict=True):
            if weight is None:
                raise AssertionError(f'use_separate_proj_weight is True but {letter}_proj_weight is None')
        weights = separate
    each = zip(inputs, weights, biases, strict=True)
    return [functional.linear(x, weight, own) for x, weight, own in each]


def _checked_mask(mask: Any, count: int, length: int, source: int) -> Any:
    """The mask as (1 or n heads, L, S)."""
    if mask is None:
        return None
    wanted = (length, source) if mask.dim() == 2 else (count, length, source)
    if tuple(mask.shape) != wanted:
        raise RuntimeError(
            f'The shape of the {mask.dim()}D attn_mask is {mask.shape}, but should be {wanted}.'
        )
    return mask.unsqueeze(0) if mask.dim() == 2 else mask


def _merged(mask: Any, padding: Any, count: int, heads: int, source: int) -> Any:
    """Both masks in one: (n heads, L or 1, S)."""
    if padding is None:
        return mask
    for place, size in enumerate((count, source)):
        if padding.shape[place] != size:
            raise AssertionError(
                f'Expected key_padded_mask.shape[{place}] to be {size}, but got {padding.shape[place]}'
            )
    spread = padding.view(count, 1, 1, source).expand(-1, heads, -1, -1).reshape(count * heads, 1, source)
    return spread if mask is None else mask + spread


def _checked_static(given: Any, name: str, count: int, width: int) -> Any:
    for place, size in ((0, count), (2, width)):
        if given.shape[place] != size:
            raise AssertionError(f'expecting {name}.size({place}) of {size}, but got {given.shape[place]}')
    return given


def _shares(q: Any, k: Any, mask: Any, dropout_p: float) -> Any:
    scaled = q * math.sqrt(1.0 / q.shape[-1])
    turned = k.transpose(-2, -1)
    scores = _operations.bmm(scaled, turned) if mask is None else _operations.baddbmm(mask, scaled, turned)
    shares = _operations.softmax(scores, -1)
    return functional.dropout(shares, dropout_p) if dropout_p > 0 else shares


def multi_head_attention_forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    embed_dim_to_check: int,
    num_heads: int,
    in_proj_weight: Tensor | None,
    in_proj_bias: Tensor | None,
    bias_k: Tensor | None,
    bias_v: Tensor | None,
    add_zero_attn: bool,
    dropout_p: float,
    out_proj_weight: Tensor,
    out_proj_bias: Tensor | None,
    training: bool = True,
    key_padding_mask: Tensor | None = None,
    need_weights: bool = True,
    attn_mask: Tensor | None = None,
    use_separate_proj_weight: bool = False,
    q_proj_weight: Tensor | None = None,
    k_proj_weight: Tensor | None = None,
    v_proj_weight: Tensor | None = None,
    static_k: Tensor | None = None,
    static_v: Tensor | None = None,
    average_attn_weights: bool = True,
    is_causal: bool = False,
) -> Any:
    """The attention of `nn.MultiheadAttention`: query (L, n, E), key (S, n, Ek), value (S, n, Ev).

    Each may come without n. Gives the output (L, n, E), and the weights (n, L, S) or None.

    Raises:
        AssertionError: when sizes or dimensions do not fit.
        RuntimeError: for a mask of another shape, or `is_causal` without a mask.
    """
    _check_shapes(query, key, value, key_padding_mask, attn_mask, num_heads)
    batched = query.dim() == 3
    if not batched:
        same = query is key and key is value
        query = query.unsqueeze(1)
        key, value = (query, query) if same else (key.unsqueeze(1), value.unsqueeze(1))
        key_padding_mask = None if key_padding_mask is None else key_padding_mask.unsqueeze(0)
    length, count, features = query.shape
    padding: Any = added_mask(key_padding_mask, 'key_padding_mask', query.dtype, attn_mask, 'attn_mask')
    if is_causal and attn_mask is None:
        raise RuntimeError(
            'Need attn_mask if specifying the is_causal hint. You may use the Transformer module method '
            '`generate_square_subsequent_mask` to create this mask.'
        )
    by_hint = is_causal and padding is None and not need_weights
    mask: Any = None if by_hint else added_mask(attn_mask, 'attn_mask', query.dtype)
    _check_features(query, key, value, embed_dim_to_check, num_heads, use_separate_proj_weight)
    separate = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else None
    q, k, v = _projected((query, key, value), in_proj_weight, separate, in_proj_bias)
    mask = _checked_mask(mask, count * num_heads, length, key.shape[0])
    further = 0
    if bias_k is not None and bias_v is not None:
        further += 1
        k = _operations.cat([k, bias_k.repeat(1, count, 1)])
        v = _operations.cat([v, bias_v.repeat(1, count, 1)])
    width, rows = features // num_heads, count * num_heads

    def by_heads(x: Any) -> Any:
        return x.reshape(x.shape[0], rows, width).transpose(0, 1)

    q = by_heads(q)
    k = by_heads(k) if static_k is None else _checked_static(static_k, 'static_k', rows, width)
    v = by_heads(v) if static_v is None else _checked_static(static_v, 'static_v', rows, width)
    if add_zero_attn:
        further += 1
        k = _operations.cat([k, k.new_zeros((rows, 1, width))], dim=1)
        v = _operations.cat([v, v.new_zeros((rows, 1, width))], dim=1)
    if further:
        mask = None if mask is None else pad(mask, (0, further))
        padding = None if padding is None else pad(padding, (0, further))
    source = k.shape[1]
    mask = _merged(mask, padding, count, num_heads, source)
    chance = dropout_p if training else 0.0
    weights: Any = None
    if need_weights:
        shares = _shares(q, k, mask, chance)
        attended = _operations.bmm(shares, v).transpose(0, 1)
        weights = shares.reshape(count, num_heads, length, source)
        weights = weights.mean(dim=1) if average_attn_weights else weights
    else:
        apart = [x.reshape(count, num_heads, x.shape[1], width) for x in (q, k, v)]
        if mask is not None:
            alike = mask.shape[0] == 1
            mask = mask.unsqueeze(0) if alike else mask.reshape(count, num_heads, -1, source)
        attended = scaled_dot_product_attention(*apart, mask, chance, by_hint).permute(2, 0, 1, 3)
    flat = functional.linear(attended.reshape(length * count, features), out_proj_weight, out_proj_bias)
    output = flat.reshape(length, count, flat.shape[1])
    if batched:
        return output, weights
    return output.squeeze(1), None if weights is None else weights.squeeze(0)
