import numpy as np
import pandas as pd

df = pd.DataFrame({'k': ['a', 'b', 'a', 'c'], 'n': [1, 2, 3, 4], 'x': [1.5, 2.5, np.nan, 4.0]})
other = pd.DataFrame({'k': ['a', 'd'], 'y': [10, 20]})
for text in (
    "df.groupby('k').mean()", "df.groupby('k').sum()", "df.groupby('k')['n'].sum()", "df.groupby('k').size()",
    "df.groupby('k').count()", "df.groupby('k')['n'].agg(['mean', 'max'])", "df.groupby('k').agg({'n': 'sum', 'x': 'mean'})",
    "df.groupby('k')['n'].transform('mean')", "df.groupby('k').n.apply(lambda s: s.max() - s.min())",
    "[(k, len(g)) for k, g in df.groupby('k')]", "df.groupby('k').get_group('a')", "df.groupby('k').first()",
    "df.groupby('k', as_index=False)['n'].mean()", "df.groupby('k').n.mean().reset_index()", "df.groupby('k').ngroups",
    "df.merge(other, on='k')", "df.merge(other, on='k', how='left')", "df.query('n > 2')",
    "df.query('n > 1 and k == \"a\"')", "df.corr(numeric_only=True)", "df.nlargest(2, 'n')", "df.n.cumsum()", "df.n.shift(1)",
    "df.n.rolling(2).mean()", "df.n.diff()", "df.sort_values(['k', 'n'], ascending=[True, False])", "df.melt(id_vars='k')",
    "df.n.between(2, 3)", "df.n.rank()", "[tuple(r) for r in df.itertuples(index=False)]", "df.drop_duplicates('k')",
    "df.duplicated('k')", "df.n.where(df.n > 2, 0)", "df.k.str.upper()", "df.join(pd.DataFrame({'w': [1, 2, 3, 4]}))",
    "df.n.agg('mean')", "df.n.agg(['mean', 'sum'])", "df.pipe(len)", "df.sample(2, random_state=0)", "df.k.values", "df.values",
):  # fmt: skip
    print(text)
    print(eval(text))
