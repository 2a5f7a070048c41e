import pandas as pd

frame = pd.DataFrame({'name': ['Ann', 'Bob', None], 'age': [22, 38, 5], 'fare': [7.25, None, 3.0], 'here': [True, False, True]})
frame.info()
frame[['age', 'fare']].info()
print(frame['name'].value_counts())
print(type(frame['age'].iloc[0]), type(frame['fare'].loc[0]), frame['age'][1])
print(frame.groupby('here')['fare'].mean())
