import math
import random
from collections import namedtuple, deque
from itertools import count
import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

Transition = namedtuple('Transition', ('state', 'action', 'next_state', 'reward'))


class ReplayMemory(object):
    def __init__(self, capacity):
        self.memory = deque([], maxlen=capacity)

    def push(self, *args):
        self.memory.append(Transition(*args))

    def sample(self, n):
        return random.sample(self.memory, n)

    def __len__(self):
        return len(self.memory)


class DQN(nn.Module):
    def __init__(self, n_obs, n_act):
        super(DQN, self).__init__()
        self.layer1 = nn.Linear(n_obs, 16)
        self.layer2 = nn.Linear(16, n_act)

    def forward(self, x):
        return self.layer2(F.relu(self.layer1(x)))


class Corridor:
    def reset(self):
        self.pos, self.t = 2, 0
        return [self.pos / 5.0, 1.0]

    def step(self, action):
        self.pos += 1 if action == 1 else -1
        self.t += 1
        done = self.pos in (0, 5) or self.t > 20
        return [self.pos / 5.0, 1.0], float(self.pos == 5), done


policy, target = DQN(2, 2), DQN(2, 2)
target.load_state_dict(policy.state_dict())
optimizer = optim.AdamW(policy.parameters(), lr=1e-2, amsgrad=True)
memory = ReplayMemory(200)
steps = 0
env = Corridor()


def select(state):
    global steps
    eps = 0.05 + 0.85 * math.exp(-1. * steps / 50)
    steps += 1
    if random.random() > eps:
        with torch.no_grad():
            return policy(state).max(1).indices.view(1, 1)
    return torch.tensor([[random.randrange(2)]], dtype=torch.long)


def optimize():
    if len(memory) < 8:
        return
    batch = Transition(*zip(*memory.sample(8)))
    mask = torch.tensor(tuple(map(lambda s: s is not None, batch.next_state)), dtype=torch.bool)
    nxt = [s for s in batch.next_state if s is not None]
    sb, ab, rb = torch.cat(batch.state), torch.cat(batch.action), torch.cat(batch.reward)
    q = policy(sb).gather(1, ab)
    v = torch.zeros(8)
    if nxt:
        with torch.no_grad():
            v[mask] = target(torch.cat(nxt)).max(1).values
    expected = v * 0.9 + rb
    loss = nn.SmoothL1Loss()(q, expected.unsqueeze(1))
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_value_(policy.parameters(), 100)
    optimizer.step()
    return loss.item()


durations = []
for ep in range(6):
    state = torch.tensor(env.reset(), dtype=torch.float32).unsqueeze(0)
    for t in count():
        a = select(state)
        obs, r, done = env.step(a.item())
        r = torch.tensor([r])
        nxt = None if done else torch.tensor(obs, dtype=torch.float32).unsqueeze(0)
        memory.push(state, a, nxt, r)
        state = nxt
        optimize()
        td, pd = target.state_dict(), policy.state_dict()
        for k in pd:
            td[k] = pd[k] * 0.05 + td[k] * 0.95
        target.load_state_dict(td)
        if done:
            durations.append(t + 1)
            break
print(durations, steps, len(memory))
print(policy(torch.tensor([[0.4, 1.0]])))
print(Transition(*zip(*memory.sample(2))).action)
