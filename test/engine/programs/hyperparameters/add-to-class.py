from d2l import torch as d2l


class Counter:
    def __init__(self):
        self.count = 1


counter = Counter()


@d2l.add_to_class(Counter)
def increase(self, by=2):
    self.count += by
    return self.count


print(counter.increase(), Counter().increase(by=5), increase, Counter.increase.__name__)
