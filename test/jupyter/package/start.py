"""Stands in for our package: says what it is told, so that a test sees what arrives."""

import json
import os
import signal
import sys


def tell(**message: object) -> None:
    """Writes a message."""
    sys.stdout.write(json.dumps(message) + '\n')
    sys.stdout.flush()


tell(type='ready')
for line in sys.stdin:
    message = json.loads(line)
    if message['type'] == 'run':
        for number in range(message['points']):
            tell(type='points', number=number, text='x' * message.get('characters', 0))
        tell(type='ended', run=message['run'])
    elif message['type'] == 'crash':
        print('out of luck', file=sys.stderr)
        os.kill(os.getpid(), signal.SIGKILL)
    elif message['type'] == 'exit':
        sys.exit('out of luck')
    else:
        tell(type='heard', message=message)
