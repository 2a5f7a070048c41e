"""Write down the names of the symbols of matplotlib's mathtext.

    python scripts/record-mathtext.py

needs a Python with matplotlib 3.9 or newer, and writes `src/text/mathtext-symbols.ts`.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib
from matplotlib import _mathtext, _mathtext_data

FILE = Path(__file__).resolve().parent.parent / 'src' / 'training' / 'mathtext-symbols.ts'


def main() -> None:
    """Writes the file."""
    words = [f'{name} {chr(code)}' for name, code in _mathtext_data.tex2uni.items() if chr(code).isprintable()]
    spaced = sorted(
        name[1:] for name in _mathtext.Parser._spaced_symbols if name.startswith('\\') and len(name) > 1
    )
    FILE.write_text(
        f"/** Symbols of matplotlib's mathtext ({matplotlib.__version__}), by scripts/record-mathtext.py. */\n\n"
        f'/** Name and character in turn. */\n'
        f'export const SYMBOLS =\n  {quoted(" ".join(words))};\n\n'
        f'/** Those with room on either side: relations, operators and arrows. */\n'
        f'export const SPACED =\n  {quoted(" ".join(spaced))};\n',
        encoding='utf-8',
    )


def quoted(text: str) -> str:
    """A string of TypeScript."""
    return "'" + text.replace('\\', '\\\\').replace("'", "\\'") + "'"


if __name__ == '__main__':
    main()
