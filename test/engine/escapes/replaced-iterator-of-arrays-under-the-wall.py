# A replaced iterator of arrays under the wall.
swapped(js.Array.prototype, js.Symbol.iterator, giver(evil()), js.performance.now.bind(js.performance))
judged()
