# A replaced Number under a timer.
swapped(js.globalThis, 'Number', giver(evil()), js.setTimeout.bind(None, js.Object, 0))
judged()
