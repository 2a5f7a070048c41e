# `then` asks a promise for the constructor of what it returns.
species = js.Object.new(); R.set(species, js.Symbol.species, trapped())
for promise in (js.Promise.resolve(1), js.Promise.reject(1)):
    given = js.Object.new(); given.get = giver(species)
    js.Object.defineProperty(promise, 'constructor', given)
    tried(R.apply, R.get(js.Promise.prototype, 'then'), promise, js.Array.of(trapped(), trapped()))
    tried(R.apply, R.get(js.Promise.prototype, 'finally'), promise, js.Array.of(trapped()))
swapped(js.Promise, js.Symbol.species, trapped(), js.performance.now.bind(js.performance))
judged()
