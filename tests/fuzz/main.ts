import { parseArgs } from 'node:util'
import { makePlace, removePlace } from '../int/support/cli'
import { startServer, stopServer } from '../int/support/server'
import { fuzz } from './fuzz'
import { wireOf } from './request'

/**
 * `npm run fuzz -- --seed 1 --requests 20000 --engine sqlite`: sends requests that nobody would at a built server on a
 * new studio, and fails where one is answered as our own fault, late, or not at all. `--only 123` sends the one of that
 * number. MongoDB is the server that TEST_MONGODB_URI names, with a database of its own.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '2000' },
    engine: { type: 'string', default: 'sqlite' },
    only: { type: 'string' },
    log: { type: 'boolean', default: false },
  },
})

async function mongoPlace() {
  const base = process.env.TEST_MONGODB_URI
  if (!base) throw new Error('TEST_MONGODB_URI names no MongoDB.')
  const uri = new URL(base)
  uri.pathname = `/fuzz_${process.pid}`
  return makePlace(uri.href)
}

const place = values.engine === 'mongodb' ? await mongoPlace() : makePlace()
Object.assign(process.env, { PAYLOAD_SECRET: 'a-secret-for-fuzzing-only', DATABASE_URI: place.uri })
const { default: config } = await import('@payload-config')
const server = await startServer(place, { WORKER_ENABLED: 'false', LOG_LEVEL: 'error' })
try {
  const report = await fuzz({
    url: server.url,
    config: await config,
    seed: Number(values.seed),
    requests: Number(values.requests),
    only: values.only === undefined ? undefined : Number(values.only),
    isAlive: () => server.child.exitCode === null && server.child.signalCode === null,
    faulty: ({ what, number }) => console.error(`${number} ${what}`),
    progress: (done) => done % 1_000 === 0 && console.error(`${done} sent`),
  })
  for (const { what, number, request, answer } of report.faults) {
    console.log(`\n✗ ${what} (--seed ${values.seed} --only ${number})`)
    console.log(wireOf(request).toString('latin1').slice(0, 1_500))
    console.log(`→ ${answer}`)
  }
  if (values.log) console.log(server.output())
  console.log('\nseen', report.seen)
  console.log(`seed ${values.seed}, ${values.engine}: ${report.sent} requests`, report.statuses)
  console.log(`slowest: ${Math.round(report.slowestMs)} ms, ${report.slowest}`)
  process.exitCode = report.faults.length > 0 ? 1 : 0
} finally {
  await stopServer(server)
  removePlace(place)
  if (values.engine === 'mongodb') {
    const { MongoClient } = await import('mongodb')
    const client = await MongoClient.connect(place.uri)
    await client.db().dropDatabase()
    await client.close()
  }
}
process.exit()
