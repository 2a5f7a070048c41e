# %%
import random

import numpy as np
from d2l import torch as d2l

seed = 0
gamma = 0.95
num_iters = 10
random.seed(seed)
np.random.seed(seed)
env_info = d2l.make_env('FrozenLake-v1', seed=seed)


# %%
def value_iteration(env_info, gamma, num_iters):
    env_desc = env_info['desc']
    prob_idx = env_info['trans_prob_idx']
    nextstate_idx = env_info['nextstate_idx']
    reward_idx = env_info['reward_idx']
    num_states = env_info['num_states']
    num_actions = env_info['num_actions']
    mdp = env_info['mdp']

    V = np.zeros((num_iters + 1, num_states))
    Q = np.zeros((num_iters + 1, num_states, num_actions))
    pi = np.zeros((num_iters + 1, num_states))

    for k in range(1, num_iters + 1):
        for s in range(num_states):
            for a in range(num_actions):
                for pxrds in mdp[(s, a)]:
                    pr = pxrds[prob_idx]
                    nextstate = pxrds[nextstate_idx]
                    reward = pxrds[reward_idx]
                    Q[k, s, a] += pr * (reward + gamma * V[k - 1, nextstate])
            V[k, s] = np.max(Q[k, s, :])
            pi[k, s] = np.argmax(Q[k, s, :])
    d2l.show_value_function_progress(env_desc, V[:-1], pi[:-1])
    return V, pi


V, pi = value_iteration(env_info=env_info, gamma=gamma, num_iters=num_iters)

# %%
V[-1].reshape(4, 4).round(3), pi[-1]
