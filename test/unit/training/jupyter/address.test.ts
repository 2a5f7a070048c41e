/** Addresses of Jupyter servers as people have them. */
import { describe, expect, it } from 'vitest';
import { jupyterAddress } from '../../../../src/training/jupyter/address.ts';

describe('an address of a Jupyter server', () => {
  it.each([
    ['http://localhost:8888/', 'http://localhost:8888/', ''],
    ['http://localhost:8888/lab?token=abc', 'http://localhost:8888/', 'abc'],
    ['  http://127.0.0.1:8888/?token=abc\n', 'http://127.0.0.1:8888/', 'abc'],
    ['localhost:8888', 'http://localhost:8888/', ''],
    ['http://host/tree/deep/a.ipynb?x=1#y', 'http://host/', ''],
    ['https://hub.example/user/ada/lab/tree/x', 'https://hub.example/user/ada/', ''],
    ['https://hub.example/user/ada', 'https://hub.example/user/ada/', ''],
    ['http://[::1]:8888/login', 'http://[::1]:8888/', ''],
  ])('%s', (text, url, token) => {
    expect(jupyterAddress(text)).toEqual({ url, token });
  });

  it('takes the token that is given where it has none of its own', () => {
    expect(jupyterAddress('http://a/', ' given\n').token).toBe('given');
    expect(jupyterAddress('http://a/?token=own', 'given').token).toBe('own');
  });

  it.each([
    ['', /no address/],
    ['http://', /no address/],
    ['ftp://host/', /begins with http:\/\/ or https:\/\/, not ftp:\/\//],
    ['http://ada:secret@host/', /name and password/],
    ['http://host/?token=a%20b', /characters that no token has/],
    ['http://host/?token=a%0d%0ab', /characters that no token has/],
  ])('refuses %s without repeating a secret', (text, words) => {
    expect(() => jupyterAddress(text)).toThrow(words);
    expect(() => jupyterAddress(text)).not.toThrow(/secret|a b/);
  });
});
