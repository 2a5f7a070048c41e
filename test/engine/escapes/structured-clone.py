# Functions that a realm gets of Node, where it gets any.
for name in 'structuredClone queueMicrotask setImmediate fetchLater MessageChannel BroadcastChannel postMessage Blob Event EventTarget AbortController WebSocket'.split():
    found = R.get(js.globalThis, name)
    if found is not None:
        print('OPEN', name)
judged()
