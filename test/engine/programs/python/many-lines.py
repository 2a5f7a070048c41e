for i in range(50):
    print(i, i * i, end=' ')
print()
