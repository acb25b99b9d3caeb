/**
 * One way through the code:
 *
 *   app → api, admin, cli, worker ─► pipeline ─► providers
 *              │                        │
 *              └──► collections ──► services ──► engine
 *
 * Each rule says who may not be met on which side. `npm run lint` runs them; tests are held to none of it.
 */

const TESTS = '\\.(test|testing)\\.tsx?$'

/** A rule that files of one room do not import files of others. */
function never(name, comment, from, to) {
  const rule = typeof from === 'string' ? { path: from } : from
  return {
    name,
    comment,
    severity: 'error',
    from: { ...rule, pathNot: [rule.pathNot ?? [], TESTS].flat() },
    to: typeof to === 'string' ? { path: to } : to,
  }
}

const DATABASE_DRIVERS =
  '(^|node_modules/)(@payloadcms/db-[^/]+|@payloadcms/drizzle|mongoose|mongodb|libsql|@libsql/[^/]+|better-sqlite3)(/|$)'

/** Rooms that would make packages of their own: what goes in and out stands in the README of each. */
const LIBRARIES = 'drawing|overlays|scene-reading|screenplay|script-files|shot-planning|speech'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or lack a third. Dynamic imports and types do not count: ' +
        'neither is there when a module is loaded.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'no-cycles-in-libraries',
      comment: 'In the rooms that are libraries not even types go round in a circle.',
      severity: 'error',
      from: { path: `^src/(${LIBRARIES})/` },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that finds nothing, or finds it only by accident of what else is installed.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'What the product runs on is listed in package.json under dependencies.',
      severity: 'error',
      from: { path: '^(src|payload\\.config\\.ts)', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },

    // ---- the engine is the only door to the database
    never(
      'drivers-in-engine-only',
      'What an engine cannot do goes into DatabaseEngine; nobody talks to a driver beside it. Migrations are the ' +
        'engine’s own: Payload generates them with its adapter’s types.',
      {
        path: '^(src|payload\\.config\\.ts)',
        pathNot: '^src/database/(engine|migrations/(sqlite|mongodb))/',
      },
      DATABASE_DRIVERS,
    ),
    never(
      'engine-behind-services',
      'Routes, admin, hooks and tasks ask a service. The config makes the engine; the worker and the command line ' +
        'ask it for its capabilities alone.',
      {
        path: '^(src|payload\\.config\\.ts)',
        pathNot:
          '^(payload\\.config\\.ts|src/database/|src/worker/startWorker\\.ts|src/cli/commands/worker\\.ts)',
      },
      '^src/database/engine/',
    ),
    never(
      'engine-below-all',
      'The engine knows contracts, errors and its migrations, and no rule of the product.',
      '^src/database/(engine|migrations)/',
      {
        path: '^(src|payload\\.config\\.ts)',
        pathNot: '^src/(database/(engine|migrations)|contracts|errors|lib)/',
      },
    ),

    // ---- services
    never(
      'services-below-doors',
      'Services are called by doors, workers and hooks, and know none of them.',
      '^src/database/services/',
      '^src/(app|api|admin|cli|worker|pipeline|providers|collections|guards)/',
    ),
    never(
      'services-in-their-room',
      'What is built on Service is a service: it lives in src/database/services, where every door finds it.',
      { path: '^src/', pathNot: '^src/database/services/' },
      { path: '^src/database/services/(Service|DocumentService)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'one-late-import-of-the-config',
      'The config holds the collections, their hooks call services: only Service.ts closes that circle, by an ' +
        'import at its first use.',
      { path: '^src/database/services/', pathNot: '^src/database/services/Service\\.ts$' },
      '^payload\\.config\\.ts$',
    ),
    {
      name: 'config-is-imported-late',
      comment:
        'Importing the config reads the environment: every library file does it when it is first needed.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/app/' },
      to: { path: '^payload\\.config\\.ts$', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },

    // ---- guards
    never(
      'collections-below-guards',
      'Guards stand around collections, once Payload’s config is built: no collection knows them.',
      '^src/collections/',
      '^src/guards/',
    ),
    never(
      'guards-below-doors',
      'Guards are put around the config, for every door alike.',
      '^src/guards/',
      '^src/(app|api|admin|cli|worker|pipeline|providers)/',
    ),

    // ---- the doors
    never(
      'nothing-imports-routes',
      'src/app holds mounts: Next calls them, nobody else.',
      { path: '^src', pathNot: '^src/app/' },
      '^src/app/',
    ),
    never(
      'doors-are-apart',
      'API, admin and command line share services, not each other. The admin’s pages are clients of the API and may ' +
        'name the types of its answers.',
      '^src/(api|admin|cli)/',
      { path: '^src/(api|admin|cli|app)/', pathNot: '^src/$1/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'doors-start-no-work',
      'The API and the admin queue tasks through RunService; only workers run them.',
      '^src/(api|admin)/',
      '^src/(pipeline|providers|worker)/',
    ),
    never(
      'collections-below-doors',
      'Fields, access and hooks are there before any door, and are the same for all.',
      '^src/(collections|access|fields)/',
      '^src/(app|api|admin|cli|worker|pipeline|providers|exports)/',
    ),

    // ---- workers, tasks, providers
    never(
      'worker-below-doors',
      'A worker runs in the server or alone and knows neither routes nor commands.',
      '^src/worker/',
      '^src/(app|api|admin|cli|collections)/',
    ),
    never(
      'tasks-through-services',
      'A task reaches the world through its ports and through services.',
      '^src/pipeline/',
      {
        path: '^(src|payload\\.config\\.ts)',
        pathNot: `^src/(pipeline|contracts|database/services|providers|errors|lib|${LIBRARIES})/|^src/payload-types\\.ts$`,
      },
    ),
    never(
      'providers-stand-alone',
      'A provider is given a request and gives back a result: it knows no database, no project and no user.',
      '^src/providers/',
      {
        path: '^(src|payload\\.config\\.ts)|(^|node_modules/)(payload|@payloadcms/[^/]+)/',
        pathNot: `^src/(providers|contracts|lib|errors|compute|${LIBRARIES})/`,
      },
    ),
    never('exports-stand-alone', 'An export is given a document and writes a file.', '^src/exports/', {
      path: '^(src|payload\\.config\\.ts)|(^|node_modules/)(payload|@payloadcms/[^/]+)/',
      pathNot: `^src/(exports|contracts|lib|errors|${LIBRARIES})/`,
    }),

    never(
      'compute-stands-alone',
      'What runs in a process of its own is given plain data: it has no database, no Payload and none of the rooms above.',
      '^src/compute/',
      {
        path: '^(src|payload\\.config\\.ts)|(^|node_modules/)(payload|@payloadcms/[^/]+)/',
        pathNot: `^src/(compute|contracts|exports|lib|errors|${LIBRARIES})/|^src/config/renderProcesses\\.ts$`,
      },
    ),
    never(
      'heavy-work-through-compute',
      'Drawing, PDF and film hold a processor for longer than a server may be silent: they run where compute puts them.',
      { path: '^(src|payload\\.config\\.ts)', pathNot: '^src/(compute|drawing|exports)/' },
      {
        path: '^src/drawing/|^src/exports/(animatic/(index|writeAnimatic)|csv/shotListCsv|pdf/storyboardPdf)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),

    // ---- libraries and pure rooms
    never(
      'libraries-stand-alone',
      'Drawing, planning, reading and speaking are given plain data and give it back: no provider, no database, no ' +
        'Payload, and none of the rooms above them.',
      `^src/(${LIBRARIES})/`,
      {
        path: '^(src|payload\\.config\\.ts)|(^|node_modules/)(payload|@payloadcms/[^/]+)/',
        pathNot: `^src/(contracts|lib|errors|${LIBRARIES})/`,
      },
    ),
    never(
      'screenplay-is-pure',
      'Parsing, writing and comparing scripts are functions of text: nothing of this project, nothing of npm.',
      '^src/screenplay/',
      { path: '.', pathNot: '^src/screenplay/', dependencyTypesNot: ['core', 'type-only'] },
    ),
    never(
      'contracts-import-types-only',
      'Interfaces and their constants: what is here can be imported anywhere without loading anything.',
      '^src/contracts/',
      { pathNot: '^src/contracts/', dependencyTypesNot: ['type-only'] },
    ),
    never('lib-knows-nothing', 'Small tools that any room may use.', '^src/(lib|errors)/', {
      path: '^src/',
      pathNot: '^src/(lib|errors|config|payload-types)',
    }),
  ],

  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
