print('before')
exit()
