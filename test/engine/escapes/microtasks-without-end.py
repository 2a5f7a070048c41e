# Each microtask begins the next: nothing else of this thread has its turn again.
again = create_proxy(lambda _=None: js.Promise.resolve(1).then(again) and None)
again()
