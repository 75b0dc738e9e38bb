/** Who may import whom: what is not listed is forbidden, and so is a room that is not listed. */
const PURE = ['libs/text', 'libs/analysis', 'libs/trends', 'libs/alerts', 'libs/charts'];
const MAY_IMPORT = {
  'apps/server': ['libs/domain', 'libs/runtime', 'libs/api', 'libs/pipeline', 'libs/usecases'],
  'apps/worker': ['libs/domain', 'libs/runtime', 'libs/pipeline'],
  'apps/cli': ['libs/domain', 'libs/runtime', 'libs/usecases', 'libs/pipeline', ...PURE],
  'apps/demo': ['libs/runtime'],
  'apps/dashboard': ['libs/charts'],
  'libs/domain': [],
  'libs/text': [],
  'libs/outbound': ['libs/domain'],
  'libs/feeds': ['libs/domain', 'libs/text', 'libs/outbound'],
  'libs/analysis': ['libs/domain', 'libs/text'],
  'libs/trends': ['libs/domain'],
  'libs/alerts': ['libs/domain', 'libs/trends'],
  'libs/notify': ['libs/domain', 'libs/outbound'],
  'libs/charts': ['libs/domain'],
  'libs/reports': ['libs/domain', 'libs/trends', 'libs/charts'],
  'libs/pipeline': ['domain', 'text', 'feeds', 'analysis', 'trends', 'alerts', 'notify', 'reports'].map(lib),
  'libs/usecases': ['domain', 'text', 'feeds', 'trends', 'alerts', 'notify', 'reports'].map(lib),
  'libs/store': ['libs/domain'],
  'libs/dispatch': ['libs/domain'],
  'libs/api': ['libs/domain', 'libs/usecases'],
  'libs/runtime': ['libs/(?!api/)[^/]+'],
};

/** One third-party package, one home. */
const HOMES = {
  'libs/store/src/mongo': ['mongoose', 'mongodb'],
  'libs/store/src/sqlite': ['@photostructure/sqlite', 'node:sqlite'],
  'libs/dispatch/src/bullmq': ['bullmq', 'ioredis'],
  'libs/dispatch/src/in-process': ['p-queue'],
  'libs/feeds': ['rss-parser', 'sanitize-html'],
  'libs/analysis': ['wink-sentiment', 'eld'],
  'libs/outbound': ['undici', 'ipaddr.js', 'fzstd'],
  'libs/runtime': ['pino', 'yaml'],
  'apps/cli': ['commander', 'cli-progress'],
  '(apps|libs/api|libs/runtime)': ['@nestjs'],
};

const SPEC = '\\.spec\\.ts$';

function lib(name) {
  return `libs/${name}`;
}

function under(folders) {
  return `^(${folders.join('|')})/`;
}

function inPackage(...names) {
  const any = names.map((name) => name.replaceAll('.', '\\.')).join('|');
  return `(^|node_modules/)(${any})(/|$)`;
}

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room} may import: ${allowed.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: under([room]) },
  to: { path: '^(apps|libs)/', pathNot: under([room, ...allowed]) },
}));

const homes = Object.entries(HOMES).map(([home, packages]) => ({
  name: `${packages.join(', ')} only in ${home}`,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: [under([home]), SPEC] },
  to: { path: inPackage(...packages) },
}));

const others = [
  {
    name: 'every room is in the table of who may import whom',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: under(Object.keys(MAY_IMPORT)) },
    to: {},
  },
  {
    name: 'libs/domain uses no package but zod',
    severity: 'error',
    from: { path: '^libs/domain/', pathNot: SPEC },
    to: { dependencyTypesNot: ['local', 'core', 'aliased'], pathNot: inPackage('zod') },
  },
  {
    name: 'libs/text uses no package',
    severity: 'error',
    from: { path: '^libs/text/', pathNot: SPEC },
    to: { dependencyTypesNot: ['local', 'core', 'aliased'] },
  },
  {
    name: 'pure libs touch no file, network or process',
    severity: 'error',
    from: { path: under(PURE), pathNot: SPEC },
    to: { path: '^(node:)?(fs|net|tls|dns|http|https|http2|child_process|worker_threads|cluster)(/|$)' },
  },
  {
    name: 'another lib is imported as #lib/file.js',
    severity: 'error',
    from: { path: '^((?:apps|libs)/[^/]+)/' },
    to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'a file of the same lib is imported as ./file.js',
    severity: 'error',
    from: { path: '^(libs/[^/]+)/' },
    to: { path: '^$1/', dependencyTypes: ['aliased'] },
  },
  {
    name: 'no cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing but specs imports specs or test/',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: SPEC },
    to: { path: ['^test/', SPEC] },
  },
  {
    name: 'only specs use packages that production does not install',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'every import leads somewhere',
    severity: 'error',
    from: {},
    // Node 20 does not know node:sqlite, which newer ones bring along.
    to: { couldNotResolve: true, pathNot: '^node:' },
  },
];

module.exports = {
  forbidden: [...rooms, ...homes, ...others],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    webpackConfig: { fileName: '.dependency-cruiser.cjs' },
  },
};

// package.json leads #domain/x.js to what is built, the rules are about the sources. Aliases are taken from a webpack
// configuration only, so this file is that one too; unlisted, since the check of the rules refuses what it does not know.
const libs = Object.keys(MAY_IMPORT).filter((room) => room.startsWith('libs/'));
Object.defineProperty(module.exports, 'resolve', {
  value: {
    alias: Object.fromEntries(
      libs.map((room) => [room.replace('libs/', '#'), `${process.cwd()}/${room}/src`]),
    ),
  },
});
