# Rejected promises of every making, many at once.
traps = js.Object.new(); traps.get = trapped(); traps.has = trapped(); traps.getOwnPropertyDescriptor = trapped()
for _ in range(2000):
    promise = js.Promise.reject(evil())
    js.Object.setPrototypeOf(promise, js.Proxy.new(js.Promise.prototype, traps))
judged()
