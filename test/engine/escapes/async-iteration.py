# Helpers of iterators and arrays that wait, with a replaced `next`, `return` and `then`.
step = js.Object.new(); step.next = trapped(); R.set(step, 'return', trapped())
holder = js.Object.new()
R.set(holder, js.Symbol.asyncIterator, giver(step)); R.set(holder, js.Symbol.iterator, giver(step))
for owner, name in ((js.Array, 'fromAsync'), (js.Array, 'from'), (js.Promise, 'all'), (js.Promise, 'any'), (js.Promise, 'race'),
                    (js.Promise, 'allSettled'), (js.Promise, 'try'), (js.Object, 'fromEntries'), (js.Map, 'groupBy')):
    call = R.get(owner, name)
    if call is not None: tried(R.apply, call, owner, js.Array.of(holder, trapped()))
for name in ('Iterator', 'AsyncIterator', 'DisposableStack', 'AsyncDisposableStack', 'SuppressedError', 'ShadowRealm', 'Temporal', 'WeakRef'):
    thing = R.get(js.globalThis, name)
    if thing is not None: noted(thing); tried(R.construct, thing, js.Array.of(holder), trapped())
judged()
