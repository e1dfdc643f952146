import { describe, expect, test } from 'vitest';
import { type Lock, withHost, withStubs } from '../../../deploy/lock-stubs.ts';

const parent = {
  version: '2.0.0',
  dev: true,
  optionalDependencies: {
    '@tool/linux-x64': '2.0.0',
    '@tool/linux-arm64-musl': '2.0.0',
    '@tool/darwin-arm64': '2.0.0',
  },
};
const lock: Lock = {
  packages: {
    '': {},
    'node_modules/tool': parent,
    'node_modules/tool/node_modules/@tool/linux-x64': { version: '2.0.0', optional: true },
  },
};

describe('the lock file', () => {
  test('every optional dependency without an entry gets one that npm skips on other platforms', () => {
    const { lock: whole, added } = withStubs(lock);
    expect(added).toEqual(['@tool/linux-arm64-musl@2.0.0', '@tool/darwin-arm64@2.0.0']);
    expect(whole.packages['node_modules/@tool/linux-arm64-musl']).toEqual({
      version: '2.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    });
    expect(whole.packages).not.toHaveProperty('node_modules/@tool/linux-x64');
  });

  test('a second run adds nothing', () => {
    const once = withStubs(lock).lock;
    expect(withStubs(once)).toEqual({ lock: once, added: [] });
  });

  test('a range or a name without a platform is not guessed at', () => {
    const of = (name: string, version: string): Lock => ({
      packages: { 'node_modules/tool': { optionalDependencies: { [name]: version } } },
    });
    expect(() => withStubs(of('tool-linux-x64', '^2.0.0'))).toThrow('range');
    expect(() => withStubs(of('tool-native', '2.0.0'))).toThrow('platform');
  });

  test('an entry that names its registry is found', () => {
    const resolved = 'https://registry.example/tool.tgz';
    expect(withHost({ packages: { 'node_modules/tool': { resolved } } })).toEqual(['node_modules/tool']);
    expect(withHost(lock)).toEqual([]);
  });
});
