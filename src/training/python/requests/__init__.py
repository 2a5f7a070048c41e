"""As much of requests as the book's own `download` needs: an exercise has no network.

What is at an address of `d2l.DATA_HUB` is answered from the data set's file, where it is there.
"""

from typing import Any, NoReturn

from . import exceptions
from .exceptions import ConnectionError, HTTPError, RequestException
from .models import Response

__all__ = [
    'ConnectionError',
    'HTTPError',
    'RequestException',
    'Response',
    'delete',
    'exceptions',
    'get',
    'head',
    'post',
    'put',
    'request',
]


def request(method: str, url: str, **kwargs: Any) -> Response:
    """The answer to a request: to `get` of a data set's file it is the file; there is no other.

    Raises:
        DataFileMissingError: when the data set is not there; it says what to do.
        ConnectionError: for every other address.
    """
    from d2l.data_files import download, known_address

    if method.lower() != 'get' or known_address(url) is None:
        _refuse(url)
    with open(download(url), 'rb') as file:
        return Response(url, file.read())


def get(url: str, params: Any = None, **kwargs: Any) -> Response:
    """As `request`."""
    return request('get', url, **kwargs)


def _refusing(method: str) -> Any:
    def send(url: str, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse(url)

    send.__name__ = send.__qualname__ = method
    send.__doc__ = 'There is no network: raises ConnectionError.'
    return send


delete, head, post, put = (_refusing(method) for method in ('delete', 'head', 'post', 'put'))


def _refuse(url: str) -> NoReturn:
    raise ConnectionError(
        f'An exercise has no network, so {url} cannot be reached: put the file into the data folder and open '
        'it from there. Data sets of d2l.DATA_HUB can be downloaded by D2L Exercises.'
    )
