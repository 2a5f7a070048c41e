import pandas as pd

with open('missing.csv', 'w') as f:
    f.write('a,b,c\n1,2.5,x\n,4.5,y\n3,,x\n')
frame = pd.read_csv('missing.csv')
print(frame.shape, list(frame.columns))
print(frame)
print(frame.isna().sum())
print(frame['a'].mean(), frame['b'].std())
print(frame[['a', 'b']].fillna(0))
print(frame.drop(columns=['c']))
frame.iloc[0]
