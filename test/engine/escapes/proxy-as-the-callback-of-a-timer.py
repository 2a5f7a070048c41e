# A Proxy as the callback of a timer.
js.setTimeout(trapped(), 0)
None
