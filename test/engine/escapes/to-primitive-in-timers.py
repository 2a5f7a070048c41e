# Values that have to become a number or a string on the way to Node.
for value in (evil(), js.Proxy.new(js.Object.new(), js.Object.new()), js.Symbol.iterator, js.BigInt(7)):
    tried(js.setTimeout, js.Object, value)
    tried(js.clearTimeout, value)
    tried(js.fetch, value)
    tried(js.URL.new, value)
    tried(js.console.log, value)
    tried(js.performance.now, value)
    tried(js.crypto.getRandomValues, value)
    tried(js.Intl.NumberFormat.new, value)
    tried(js.Date.new, value)
swapped(js.Date.prototype, js.Symbol.toPrimitive, trapped(), js.console.log.bind(None, js.Date.new()))
judged()
