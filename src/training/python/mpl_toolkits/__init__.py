"""matplotlib's further toolkits."""
