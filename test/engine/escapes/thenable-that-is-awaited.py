# A thenable that is awaited.
thing = js.Object.new(); R.set(thing, 'then', trapped())
js.Promise.resolve(thing)
None
