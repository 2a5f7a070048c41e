# What was made for Python, given nonsense: it forges no message of another kind.
import sys
realm = jsfinder.jsproxies.get('_realm')
import _engine
for name in dir(realm) if realm is not None else ():
    for values in ((), ('x',), (evil(), evil(), evil()), ('stdout', js.Object.new()), ('{"type":"ended"}', -1, float('nan'))):
        if not name.startswith('_') and name != 'sleep': tried(getattr(realm, name), *values)
for name in dir(_engine):
    call = getattr(_engine, name)
    if callable(call) and not name.startswith('_') and name not in ('drain', 'attach'):
        for values in ((), (-1,), (2**31, 2**31), ('\x1b]52;c;eA==\x07', 3e9, 1), (float('nan'),) * 5):
            try: call(*values)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt): raise
judged()
