# %% The lake as a Markov decision process
from d2l import torch as d2l

env_info = d2l.make_env('FrozenLake-v1', seed=0)
env_info['num_states'], env_info['num_actions'], env_info['mdp'][(0, 2)], env_info['mdp'][(14, 2)]

# %%
env_info['desc'], env_info['desc'][1, 1].decode(), env_info['desc'].shape

# %% An episode
env = env_info['env']
print(env, env.action_space, env.observation_space)
total = 0
state, done = env.reset(), False
while not done:
    state, reward, done, info = env.step(env.action_space.sample())
    total += reward
env.render()
total, state, info

# %%
d2l.make_env('CartPole-v1')
