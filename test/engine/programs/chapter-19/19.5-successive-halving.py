from d2l import torch as d2l


class Steps:
    value = 0

    def rvs(self):
        Steps.value += 1
        return Steps.value


scheduler = d2l.SuccessiveHalvingScheduler(d2l.RandomSearcher({'x': Steps()}), eta=2, r_min=2, r_max=10, prefact=1)
print(scheduler.K, scheduler.rung_levels)
for _ in range(16):
    config = scheduler.suggest()
    scheduler.update(config, (config['x'] * 7 % 5) / config['max_epochs'])
    print(config, end=' ')
print()
print({epochs: len(tried) for epochs, tried in scheduler.all_observed_error_at_rungs.items()}, scheduler.queue)
