import { expect, it, onTestFinished } from 'vitest'
import { SIGN_IN } from '@/database/services/sign-in/limits'
import { takeTries } from '@/database/services/sign-in/tryLimits'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'
import { graphqlOf, type RestAnswer, restOf } from './restApi'

const RIGHT = 'long-enough-1'
const { tries: TRIES } = SIGN_IN.pair
let network = 0
/** Somewhere else than anybody before. */
const place = () => {
  network += 1
  return `198.51.${Math.floor(network / 250)}.${(network % 250) + 1}`
}

describeEngines('Tries to sign in', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const signIn = (email: string, password: string, from: string, cookie = '') =>
    rest('/users/login', {
      method: 'POST',
      json: { email, password },
      headers: { 'x-forwarded-for': from, cookie },
    })
  const emailOf = async () => String((await createUser(payload(), 'producer')).email)
  const times = <Value>(count: number, work: () => Promise<Value>) =>
    Promise.all(Array.from({ length: count }, work))
  /** Leaves so many tries, as others would have: without waiting for their passwords to be looked at. */
  const leaveTries = (limit: (typeof SIGN_IN)[keyof typeof SIGN_IN], by: string[], left = 0) =>
    times(limit.tries - left, () => takeTries(payload(), [{ limit, by }], () => undefined))
  const statusesOf = (answers: RestAnswer[]) => answers.map(({ status }) => status)
  const deviceOf = ({ headers }: RestAnswer) =>
    (headers.getSetCookie().find((each) => each.startsWith('showrunner-device-')) ?? '').split(';')[0] ?? ''

  it('are counted by account and place, at once or one after another, and shut nobody else out', async () => {
    const ada = await emailOf()
    const [elsewhere, home] = [place(), place()]
    const statuses = statusesOf(await times(TRIES + 5, () => signIn(ada, 'wrong', elsewhere)))
    expect(statuses.filter((status) => status === 401)).toHaveLength(TRIES)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)

    const refused = await signIn(ada, RIGHT, elsewhere)
    expect(refused.status).toBe(429)
    expect(refused.body.errors[0]).toMatchObject({ data: { code: 'too-many-tries' } })
    expect(refused.text).toMatch(/too many tries\. Try again in \d+ (?:seconds|minutes)/)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait > 0 && wait <= SIGN_IN.pair.seconds).toBe(true)
    expect(refused.headers.get('ratelimit')).toBe(`"sign-in:pair";r=0;t=${wait}`)
    expect(refused.headers.get('ratelimit-policy')).toBe(
      `"sign-in:pair";q=${TRIES};w=${SIGN_IN.pair.seconds}`,
    )

    // Ada herself, from where she is; and somebody else, from where it was tried.
    expect((await signIn(ada, RIGHT, home)).status).toBe(200)
    expect((await signIn(await emailOf(), RIGHT, elsewhere)).status).toBe(200)
  })

  it('start anew once the password was right', async () => {
    const [ada, from] = [await emailOf(), place()]
    for (let round = 0; round < 3; round += 1) {
      await leaveTries(SIGN_IN.pair, [ada, from], 2)
      expect((await signIn(ada, 'wrong', from)).status).toBe(401)
      expect((await signIn(ada, RIGHT, from)).status).toBe(200)
    }
  })

  it('are counted alike by GraphQL, however many stand in one request', async () => {
    const [ada, from] = [await emailOf(), place()]
    const many = Array.from(
      { length: TRIES },
      (_, index) => `a${index}: loginUser(email: "${ada}", password: "wrong") { token }`,
    )
    await graphql(`mutation { ${many.join(' ')} }`, undefined, { 'x-forwarded-for': from })
    expect((await signIn(ada, RIGHT, from)).status).toBe(429)
    const again = `mutation { loginUser(email: "${ada}", password: "${RIGHT}") { token } }`
    expect((await graphql(again, undefined, { 'x-forwarded-for': from })).error).toMatch(/too many tries/)
    expect((await graphql(again, undefined, { 'x-forwarded-for': place() })).error).toBeNull()
  })

  it('from one network of IPv6 are from one place', async () => {
    const ada = await emailOf()
    let last = 0
    const statuses = statusesOf(
      await times(TRIES + 3, () => {
        last += 1
        return signIn(ada, 'wrong', `2001:db8:1:${booted().name === 'sqlite' ? 2 : 3}:${last}::1`)
      }),
    )
    expect(statuses.filter((status) => status === 429)).toHaveLength(3)
  })

  it('of many accounts from one place are bounded, too', async () => {
    const from = place()
    await leaveTries(SIGN_IN.place, [from], 3)
    const some = statusesOf(await times(7, () => signIn(`${unique('nobody')}@example.org`, 'wrong', from)))
    expect(some.filter((status) => status === 429)).toHaveLength(4)
  }, 120_000)

  it('pass on a device that has signed in before, whoever tries beside it and everywhere else', async () => {
    const [ada, office] = [await emailOf(), place()]
    const first = await signIn(ada, RIGHT, office)
    const device = deviceOf(first)
    expect(first.headers.getSetCookie().find((each) => each.startsWith('showrunner-device'))).toMatch(
      /^showrunner-device-[0-9a-f]{12}=[0-9a-f]{32}\.[0-9a-f]{64}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
    // From her own office, until nobody is let in there; and then from everywhere, as far as the account's limit.
    await leaveTries(SIGN_IN.pair, [ada, office])
    await leaveTries(SIGN_IN.account, [ada])
    const stranger = await signIn(ada, RIGHT, place())
    expect(stranger.status).toBe(429)
    expect(stranger.headers.get('ratelimit')).toContain('"sign-in:account"')
    expect((await signIn(ada, RIGHT, office)).status).toBe(429)
    expect((await signIn(ada, RIGHT, office, device)).status).toBe(200)
    expect((await signIn(ada, RIGHT, place(), device)).status).toBe(200)

    // It is of use for this account alone, cannot be made up, and is itself counted.
    const bob = await emailOf()
    const name = device.split('=')[0]
    const forged = `${name}=${'0'.repeat(32)}.${'0'.repeat(64)}`
    expect((await signIn(ada, RIGHT, place(), forged)).status).toBe(429)
    const own = deviceOf(await signIn(bob, RIGHT, place()))
    expect((await signIn(ada, RIGHT, place(), `${name}=${own.split('=')[1]}`)).status).toBe(429)
    const statuses = statusesOf(await times(TRIES + 2, () => signIn(ada, 'wrong', place(), device)))
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  }, 120_000)

  it('of an address that nobody has are answered in the same words', async () => {
    const [ada, nobody] = [await emailOf(), `${unique('nobody')}@example.org`]
    const said = new Set<string>()
    const headers = new Set<string>()
    for (let round = 0; round < 2; round += 1) {
      for (const email of [ada, nobody]) {
        const from = place()
        const answer = await signIn(email, 'wrong', from)
        said.add(`${answer.status} ${answer.text}`)
        headers.add(JSON.stringify([...answer.headers.keys()].toSorted()))
      }
    }
    expect([said.size, headers.size]).toEqual([1, 1])
    const from = place()
    await leaveTries(SIGN_IN.pair, [nobody, from])
    expect((await signIn(nobody, 'wrong', from)).status).toBe(429)
  }, 120_000)

  it('for a new password by mail are bounded, and tell of no account', async () => {
    Object.assign(payload().config, { email: {} })
    onTestFinished(() => {
      delete (payload().config as { email?: unknown }).email
    })
    const forget = (email: string, from: string) =>
      rest('/users/forgot-password', {
        method: 'POST',
        json: { email },
        headers: { 'x-forwarded-for': from },
      })
    const [ada, nobody, from] = [await emailOf(), 'nobody@example.org', place()]
    const start = performance.now()
    const [one, other] = [await forget(ada, from), await forget(nobody, place())]
    expect(performance.now() - start).toBeGreaterThan(2 * 1_400)
    expect(one.text).toBe(other.text)
    expect(
      statusesOf(await times(6, () => forget(ada, from))).filter((status) => status === 429),
    ).toHaveLength(2)
    expect((await forget(ada, place())).status).toBe(200)
    const guess = () =>
      rest('/users/reset-password', {
        method: 'POST',
        json: { token: unique('guess'), password: RIGHT },
        headers: { 'x-forwarded-for': from },
      })
    const statuses = statusesOf(await times(40, guess))
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    expect(statuses).not.toContain(200)
  }, 120_000)
})
