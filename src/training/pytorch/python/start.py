"""Starts the runner over the pipes of this process. Any Python can read this, and say that it is too old."""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 - an older one may be chosen
    version = '%d.%d' % (sys.version_info[0], sys.version_info[1])  # noqa: UP031 - any Python can read this
    reason = 'this is Python ' + version + ': PyTorch needs 3.10 or newer, choose another interpreter'
    sys.stdout.write('{"type":"retire","reason":"' + reason + '"}\n')
    sys.stdout.flush()
else:
    from _runner.pipe import serve

    serve()
