# A replaced next of iterators under the wall.
step = R.getPrototypeOf(js.Array.new().values())
swapped(step, 'next', trapped(), js.performance.now.bind(js.performance))
judged()
