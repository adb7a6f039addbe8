const nouns = (names) => `^lib/(${names.join('|')})/`
const layers = [
  ['errors', 'ids', 'time', 'money', 'telephony', 'text', 'config', 'i18n'],
  ['audit', 'auth', 'ledger', 'rate-limit', 'settings', 'content', 'places', 'categories', 'screening'],
  ['mail'],
  ['members', 'ads', 'pricing', 'providers', 'wallet', 'vouchers', 'payers'],
  ['purchases', 'moderation', 'photos'],
  ['reveals', 'catalogue'],
  ['checkout', 'statements'],
  ['claims', 'posting', 'webhooks'],
  ['accounts', 'reports', 'jobs', 'simulator', 'cli', 'http', 'runtime', 'setup'],
]
const upward = layers.slice(0, -1).map((names, layer) => ({
  name: `layer-${layer}-imports-nothing-above`,
  severity: 'error',
  from: { path: nouns(names) },
  to: { path: nouns(layers.slice(layer + 1).flat()) },
}))
const sideways = layers
  .slice(1, -1)
  .flatMap((names) =>
    names.map((name) => ({
      name: `${name}-imports-no-neighbour`,
      severity: 'error',
      from: { path: `^lib/${name}/` },
      to: { path: nouns(names.filter((other) => other !== name)) || '^$' },
    })),
  )
  .filter((rule) => rule.to.path !== '^lib/()/')

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(geojson|topojson-specification)$' },
    },
    ...upward,
    ...sideways,
    {
      name: 'layer-0-does-not-read-the-database',
      severity: 'error',
      from: { path: nouns(layers[0]) },
      to: { path: '^(db|app|components)/' },
    },
    {
      name: 'db-imports-layer-0-only',
      severity: 'error',
      from: { path: '^db/(?!seed)' },
      to: { path: '^(lib/(?!(errors|ids|time|money|telephony|text|config|i18n)/)|app/|components/)' },
    },
    {
      name: 'lib-imports-no-page',
      severity: 'error',
      from: { path: '^(lib|db)/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'tables-only-in-stores-and-queries',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: '^lib/[^/]+/[^/]+-(store|queries)\\.ts$' },
      to: { path: '^db/schema/' },
    },
    {
      name: 'components-draw',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(db/|lib/(?!(errors|ids|time|money|telephony|text|config|i18n)/))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'adapters-only-from-their-registry',
      severity: 'error',
      from: { path: '^(?!lib/providers/|tests/)' },
      to: { path: '^lib/providers/adapters/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(app|components|db|lib)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^\\.next|^data|node_modules)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
