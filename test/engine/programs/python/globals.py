counter = 0


def count():
    global counter
    counter += 1
    return lambda: counter


print(count()(), count()(), 'counter' in globals())
