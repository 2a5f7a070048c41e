# %%
import random

import numpy as np
from d2l import torch as d2l

seed = 0
gamma = 0.95
num_iters = 64
alpha = 0.9
epsilon = 0.9
random.seed(seed)
np.random.seed(seed)
env_info = d2l.make_env('FrozenLake-v1', seed=seed)


# %%
def e_greedy(env, Q, s, epsilon):
    if random.random() < epsilon:
        return env.action_space.sample()
    return np.argmax(Q[s, :])


# %%
def q_learning(env_info, gamma, num_iters, alpha, epsilon):
    env_desc = env_info['desc']
    env = env_info['env']
    num_states = env_info['num_states']
    num_actions = env_info['num_actions']

    Q = np.zeros((num_states, num_actions))
    V = np.zeros((num_iters + 1, num_states))
    pi = np.zeros((num_iters + 1, num_states))

    for k in range(1, num_iters + 1):
        state, done = env.reset(), False
        while not done:
            action = e_greedy(env, Q, state, epsilon)
            next_state, reward, done, _ = env.step(action)
            y = reward + gamma * np.max(Q[next_state, :])
            Q[state, action] = Q[state, action] + alpha * (y - Q[state, action])
            state = next_state
        for s in range(num_states):
            V[k, s] = np.max(Q[s, :])
            pi[k, s] = np.argmax(Q[s, :])
    d2l.show_Q_function_progress(env_desc, V[:-1], pi[:-1])
    return V, pi


V, pi = q_learning(env_info=env_info, gamma=gamma, num_iters=num_iters, alpha=alpha, epsilon=epsilon)

# %%
V[-1].round(3), pi[-1], V.sum()
