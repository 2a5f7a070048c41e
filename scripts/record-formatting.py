"""Record how PyTorch and NumPy print tensors, and PyTorch's random streams on the CPU.

Run it with a Python that has PyTorch and NumPy 1.23 (the version that d2l 1.0.3 pins)::

    python scripts/record-formatting.py

It writes ``test/unit/tensor/recorded-formatting.json`` and ``recorded-streams.json``, the expectations of the unit
tests beside them. The cases are drawn with Python's ``random`` from a fixed seed.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

TARGET = Path(__file__).resolve().parent.parent / "test" / "unit" / "tensor"

PATTERN = 61
"""How many different values a tensor has at most; a larger tensor repeats them."""

FLOATS = (torch.float32, torch.float64)
INTEGERS = (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64)


def short_name(dtype: torch.dtype) -> str:
    """Give ``float32`` for ``torch.float32``."""
    return str(dtype).removeprefix("torch.")


def as_json(values: torch.Tensor) -> list[float | int | str]:
    """Give the elements row by row; what JSON cannot hold becomes a string."""
    flat = values.detach().flatten().to(torch.float64 if values.dtype in FLOATS else torch.int64).tolist()
    return [str(v) if isinstance(v, float) and (not math.isfinite(v) or (v == 0 and math.copysign(1, v) < 0)) else v for v in flat]


# --- formatting -----------------------------------------------------------------------------------------------------


def magnitude_values(chance: random.Random, count: int) -> list[float]:
    """Draw numbers of one of several kinds: whole, near 1, over many magnitudes, ties, with infinities and NaN."""
    kind = chance.randrange(12)
    if kind == 0:
        return [float(chance.randrange(-20, 20)) for _ in range(count)]
    if kind == 1:
        return [chance.gauss(0, 1) for _ in range(count)]
    if kind == 2:
        return [chance.gauss(0, 1) * 10 ** chance.uniform(-9, 9) for _ in range(count)]
    if kind == 3:
        return [chance.gauss(0, 1) * 10 ** chance.uniform(-1, 1) for _ in range(count)]
    if kind == 4:
        return [chance.randrange(-999, 999) / 32 for _ in range(count)]
    if kind == 5:
        special = [math.inf, -math.inf, math.nan, 0.0, -0.0, 1.0, -2.5, 1e5]
        return [chance.choice(special) for _ in range(count)]
    if kind == 6:
        return [float(chance.randrange(-(10**9), 10**9)) for _ in range(count)]
    if kind == 7:
        return [0.0] * count
    if kind == 8:
        scale = 10 ** chance.uniform(-38, 38)
        return [chance.uniform(-1, 1) * scale for _ in range(count)]
    if kind == 9:
        return [math.nan] * count
    if kind == 10:
        return [float(2 ** chance.randrange(0, 60)) * chance.choice([1, -1, 0.5]) for _ in range(count)]
    return [chance.choice([chance.gauss(0, 1), math.nan, math.inf, 0.0]) for _ in range(count)]


def whole_values(chance: random.Random, count: int, dtype: torch.dtype) -> list[int]:
    """Draw integers that fit the dtype; int64 stays within 2^53, which is what the engine keeps exactly."""
    info = torch.iinfo(dtype)
    low, high = max(info.min, -(2**53)), min(info.max, 2**53)
    if chance.random() < 0.6:
        low, high = max(low, -100), min(high, 100)
    return [chance.randint(low, high) for _ in range(count)]


def random_shape(chance: random.Random) -> list[int]:
    """Draw a shape: mostly small, sometimes empty, sometimes long enough to be summarised."""
    kind = chance.randrange(24)
    if kind == 0:
        return []
    if kind in (1, 2):
        return [chance.randrange(1, 60)]
    if kind == 3:
        return [chance.randrange(0, 3) for _ in range(chance.randrange(1, 4))]
    if kind == 4:
        return [chance.choice([150, 300, 1001, 1500])]
    if kind == 5:
        return chance.choice([[40, 40], [3, 500], [500, 3], [7, 7, 25], [2, 6, 100], [1, 1001], [1001, 1]])
    return [chance.randrange(1, 8) for _ in range(chance.randrange(1, 4))]


def random_tensor(chance: random.Random) -> torch.Tensor:
    """Draw a tensor of any dtype and shape."""
    shape = random_shape(chance)
    count = min(math.prod(shape), PATTERN)
    draw = chance.random()
    if draw < 0.72:
        dtype = chance.choice(FLOATS)
        return repeated(torch.tensor(magnitude_values(chance, count), dtype=dtype), shape)
    if draw < 0.92:
        dtype = chance.choice(INTEGERS)
        return repeated(torch.tensor(whole_values(chance, count, dtype), dtype=dtype), shape)
    return repeated(torch.tensor([chance.random() < 0.5 for _ in range(count)], dtype=torch.bool), shape)


def repeated(pattern: torch.Tensor, shape: list[int]) -> torch.Tensor:
    """Repeat the values until they fill the shape: so a large tensor is recorded by its first values."""
    return torch.from_numpy(np.resize(pattern.numpy(), shape))


def formatting_case(tensor: torch.Tensor) -> dict[str, Any]:
    """Record one tensor with its texts."""
    array = tensor.detach().numpy()
    case: dict[str, Any] = {
        "dtype": short_name(tensor.dtype),
        "shape": list(tensor.shape),
        "values": as_json(tensor)[:PATTERN],
        "repr": repr(tensor),
        "array": repr(array),
    }
    if tensor.numel() <= PATTERN:
        case["arrayText"] = str(array)
    if tensor.dtype in FLOATS and tensor.numel() <= PATTERN:
        leaf = tensor.clone().requires_grad_()
        case["leaf"] = repr(leaf)
        case["product"] = repr(leaf * 1)
    return case


def option_cases(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Record reprs under other print options."""
    for _ in range(60):
        options = {
            "precision": chance.choice([0, 1, 2, 4, 8, 10]),
            "threshold": chance.choice([5, 20, 1000]),
            "edgeitems": chance.choice([1, 2, 3, 5]),
            "linewidth": chance.choice([20, 40, 80, 120]),
            "sci_mode": chance.choice([None, True, False]),
        }
        tensor = random_tensor(chance)
        torch.set_printoptions(**options)
        yield {**formatting_case(tensor), "options": options}
        torch.set_printoptions(profile="default")


def record_formatting() -> None:
    """Write the formatting cases."""
    chance = random.Random(2024)
    plain = [formatting_case(random_tensor(chance)) for _ in range(500)]
    cases = {"torch": torch.__version__, "numpy": np.__version__, "cases": plain, "options": list(option_cases(chance))}
    write("recorded-formatting.json", cases)


# --- random streams -------------------------------------------------------------------------------------------------

Draw = Callable[[], torch.Tensor]


def drawn(dtype: torch.dtype, size: int, fill: Callable[[torch.Tensor], torch.Tensor]) -> Draw:
    """Make a draw that fills a fresh tensor."""
    return lambda: fill(torch.empty(size, dtype=dtype))


def fills() -> Iterator[tuple[str, list[float], str, int, Draw]]:
    """Give every kind of fill: its name, its arguments, its dtype, its size, and how PyTorch draws it."""
    for dtype in FLOATS:
        name = short_name(dtype)
        for size in (1, 2, 7, 15, 16, 17, 31, 32, 40, 100, 1000):
            for mean, std in ((0.0, 1.0), (0.0, 0.01), (2.5, 3.0)):
                yield "normal", [mean, std], name, size, drawn(dtype, size, lambda t, m=mean, s=std: t.normal_(m, s))
            for low, high in ((0.0, 1.0), (-0.3, 0.7), (5.0, 6.5)):
                yield "uniform", [low, high], name, size, drawn(dtype, size, lambda t, a=low, b=high: t.uniform_(a, b))
        for size in (1, 9, 40, 1000):
            for p in (0.0, 0.25, 0.5, 1.0):
                yield "bernoulli", [p], name, size, drawn(dtype, size, lambda t, p=p: t.bernoulli_(p))
            for rate in (1.0, 0.3):
                yield "exponential", [rate], name, size, drawn(dtype, size, lambda t, r=rate: t.exponential_(r))
            yield "geometric", [0.3], name, size, drawn(dtype, size, lambda t: t.geometric_(0.3))
            yield "cauchy", [1.0, 2.0], name, size, drawn(dtype, size, lambda t: t.cauchy_(1.0, 2.0))
            yield "logNormal", [1.0, 0.5], name, size, drawn(dtype, size, lambda t: t.log_normal_(1.0, 0.5))
            yield "random", [], name, size, drawn(dtype, size, lambda t: t.random_())
    for dtype in (torch.bool, *INTEGERS):
        yield "random", [], short_name(dtype), 40, drawn(dtype, 40, lambda t: t.random_())
    for low, high in ((0, 10), (-5, 5), (0, 2**24), (0, 2**27), (0, 2**28), (0, 2**30), (0, 2**31), (0, 2**32), (3, 2**40)):
        yield "randint", [low, high], "int64", 40, lambda a=low, b=high: torch.randint(a, b, (40,))
    for low, high in ((0, 10), (-5, 5)):
        yield "randint", [low, high], "float32", 40, lambda a=low, b=high: torch.randint(a, b, (40,), dtype=torch.float32)
    for size in (0, 1, 2, 5, 100, 1000, 5000):
        yield "permutation", [], "int64", size, lambda n=size: torch.randperm(n)


def stream_cases() -> Iterator[dict[str, Any]]:
    """Record each fill from a fresh seed, and one more draw that shows where the stream then stands."""
    for seed, (name, arguments, dtype, size, draw) in enumerate(fills()):
        torch.manual_seed(seed)
        values = draw()
        following = [float(torch.rand(())), float(torch.randn(()))]
        yield {
            "seed": seed,
            "fill": name,
            "arguments": arguments,
            "dtype": dtype,
            "size": size,
            "values": as_json(values)[:200],
            "next": following,
        }


def multinomial_cases() -> Iterator[dict[str, Any]]:
    """Record ``torch.multinomial`` with and without replacement."""
    weights = [[1.0, 2.0, 3.0, 4.0], [0.1, 0.0, 0.7, 0.2, 5.0, 0.4], [1.0] * 20]
    for seed, row in enumerate(weights * 4):
        replacement = seed < 6
        count = 10 if replacement else 3
        for dtype in FLOATS:
            torch.manual_seed(seed)
            rows = torch.tensor([row, row[::-1]], dtype=dtype)
            values = torch.multinomial(rows, count, replacement=replacement)
            yield {
                "seed": seed,
                "weights": as_json(rows),
                "columns": len(row),
                "dtype": short_name(dtype),
                "count": count,
                "replacement": replacement,
                "values": as_json(values),
                "next": float(torch.rand(())),
            }


def bernoulli_cases() -> Iterator[dict[str, Any]]:
    """Record ``torch.bernoulli`` of a tensor of probabilities."""
    for seed in range(6):
        for dtype in FLOATS:
            torch.manual_seed(seed)
            probabilities = torch.rand(12, dtype=dtype)
            values = torch.bernoulli(probabilities)
            yield {"seed": seed, "dtype": short_name(dtype), "size": 12, "values": as_json(values), "next": float(torch.rand(()))}


def seed_cases() -> Iterator[dict[str, Any]]:
    """Record streams of seeds beyond 32 bits, and 63-bit draws, which JSON holds as text."""
    for seed in (0, 1, 2**31, 2**32 - 1, 2**32 + 5, 2**63 - 1, -1, 67280421310721):
        torch.manual_seed(seed)
        wide = [str(int(torch.empty((), dtype=torch.int64).random_())) for _ in range(3)]
        yield {"seed": str(seed), "wide": wide, "next": float(torch.rand(()))}


def record_streams() -> None:
    """Write the random streams."""
    mixed: list[dict[str, Any]] = []
    torch.manual_seed(7)
    for size in (3, 1, 16, 2, 5, 20, 1, 1):
        mixed.append({"size": size, "values": as_json(torch.randn(size))})
    streams = {
        "torch": torch.__version__,
        "fills": list(stream_cases()),
        "bernoulli": list(bernoulli_cases()),
        "multinomial": list(multinomial_cases()),
        "seeds": list(seed_cases()),
        "mixed": mixed,
    }
    write("recorded-streams.json", streams)


def write(name: str, content: dict[str, Any]) -> None:
    """Write JSON with one case per line, so that changes can be read."""
    lines = json.dumps(content, separators=(",", ":")).replace('},{"', '},\n{"')
    (TARGET / name).write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    record_formatting()
    record_streams()
