/**
 * npm leaves optional platform packages out of package-lock.json when the registry lacks them, and `npm ci` then
 * refuses the lock ("Missing …", npm/cli issue 9846). This adds an entry for each: its version and platform, no hash,
 * so that `npm ci` skips it where it is not wanted. Run after each change of dependencies.
 *
 *   node deploy/lock-stubs.ts           adds what lacks; a second run changes nothing
 *   node deploy/lock-stubs.ts --check   fails when one lacks, or when the lock names a registry
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Entry = {
  version?: string;
  resolved?: string;
  optional?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  peer?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Entry> };

/** The lock with a stub for every optional dependency that has no entry, in npm's own order. */
export const withStubs = (lock: Lock): { lock: Lock; added: string[] } => {
  const packages = { ...lock.packages };
  const added: string[] = [];
  for (const [parentPath, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isInstalled(packages, parentPath, name)) continue;
      packages[`node_modules/${name}`] = stub(name, version, parent);
      added.push(`${name}@${version}`);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
};

/** Entries that say from which host they came. */
export const withHost = (lock: Lock): string[] =>
  Object.entries(lock.packages).flatMap(([path, entry]) => (/^https?:/.test(entry.resolved ?? '') ? [path] : []));

/** Looks where node would: beside the parent, then in each folder above it. */
const isInstalled = (packages: Lock['packages'], parentPath: string, name: string): boolean => {
  if (`${parentPath}/node_modules/${name}` in packages || `node_modules/${name}` in packages) return true;
  const above = parentPath.lastIndexOf('/node_modules/');
  return above > 0 && isInstalled(packages, parentPath.slice(0, above), name);
};

/** Version first, then by name: as npm writes entries itself, so that it finds nothing to rearrange. */
const stub = (name: string, version: string, parent: Entry): Entry => {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: "${version}" is a range, a stub needs one version`);
  const { cpu, libc, os } = platformOf(name);
  return {
    version,
    ...(cpu && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(parent.devOptional && { devOptional: true }),
    ...(libc && { libc }),
    optional: true,
    ...(os && { os }),
    ...(parent.peer && { peer: true }),
  };
};

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Platform packages are named for their platform: `binding-linux-arm64-musl`, `cli-darwin-x64`. */
const platformOf = (name: string): Entry => {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (os.length === 0 && cpu.length === 0) throw new Error(`${name}: no platform in its name, add it by hand`);
  const isMusl = words.some((word) => word.startsWith('musl'));
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(isMusl && { libc: ['musl'] }) };
};

const main = (isCheck: boolean): void => {
  const path = new URL('../package-lock.json', import.meta.url);
  const before: Lock = JSON.parse(readFileSync(path, 'utf8'));
  const { lock, added } = withStubs(before);
  const hosts = withHost(before);
  if (hosts.length > 0) console.error(`package-lock.json names a registry for ${hosts.join(', ')}`);
  if (added.length > 0) console.error(`package-lock.json ${isCheck ? 'lacks' : 'got'} ${added.join(', ')}`);
  if (isCheck && added.length > 0) console.error('Run: npm run lock:stubs');
  if (!isCheck && added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  if (hosts.length > 0 || (isCheck && added.length > 0)) process.exitCode = 1;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.includes('--check'));
