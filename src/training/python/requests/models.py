"""Answers to requests."""

import json
from collections.abc import Iterator
from typing import Any

__all__ = ['Response']


class Response:
    """A file, as a host would answer with it.

    Args:
        url: that was asked for.
        content: the file.
    """

    status_code = 200
    ok = True
    reason = 'OK'
    encoding = 'utf-8'

    def __init__(self, url: str, content: bytes) -> None:
        self.url = url
        self.content = content
        self.headers = {'content-length': str(len(content))}

    @property
    def text(self) -> str:
        """The file as text."""
        return self.content.decode(self.encoding, errors='replace')

    def json(self, **kwargs: Any) -> Any:
        """What the file says in JSON."""
        return json.loads(self.content, **kwargs)

    def iter_content(self, chunk_size: int | None = 1, decode_unicode: bool = False) -> Iterator[Any]:
        """The file in pieces."""
        whole: Any = self.text if decode_unicode else self.content
        step = chunk_size or max(1, len(whole))
        for begin in range(0, len(whole), step):
            yield whole[begin : begin + step]

    def raise_for_status(self) -> None:
        """Nothing is wrong."""

    def close(self) -> None:
        """Nothing is open."""

    def __enter__(self) -> 'Response':
        return self

    def __exit__(self, *args: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return '<Response [200]>'
