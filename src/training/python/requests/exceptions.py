"""The errors of requests."""

__all__ = ['ConnectionError', 'HTTPError', 'RequestException']


class RequestException(OSError):  # noqa: N818 - requests' own name
    """A request failed."""


class HTTPError(RequestException):
    """The host answered with an error."""


class ConnectionError(RequestException):
    """The host cannot be reached."""
