import pandas as pd

frame = pd.DataFrame({'Id': [1, 2], 'SalePrice': [1.5, 2.5]})
frame.to_csv('submission.csv', index=False)
print(open('submission.csv').read())
again = pd.read_csv('submission.csv')
print(again.equals(frame), again.columns.tolist(), len(again))
copy = again.copy()
copy['Id'] = copy['Id'] * 2
print(again['Id'].tolist(), copy['Id'].tolist())
