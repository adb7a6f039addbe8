import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldProblem } from '../../lib/errors/domain-error.ts'
import { canStaff, type StaffAbility, type StaffRole, staffAbilities, staffRoles } from '../../lib/members/member.ts'
import { type HttpSite, openHttpSite } from '../support/http-site.ts'
import { openOwner, refusedForState } from '../support/personal-commands.ts'
import type { Answer } from '../support/site-process.ts'
import { sourceFiles } from '../support/source-files.ts'
import { signedIn } from '../support/staff.ts'

// Everybody who might knock, and what her browser sends.
type Caller = Readonly<{ name: string; role: StaffRole | null; cookie: string | undefined }>

let http: HttpSite
let callers: readonly Caller[]
let foreign: Readonly<Record<string, string>>

beforeAll(async () => {
  http = await openHttpSite()
  const members: Caller[] = []
  for (const role of [null, ...staffRoles]) members.push({ name: role ?? 'member', role, cookie: await signedIn(role) })
  callers = [{ name: 'stranger', role: null, cookie: undefined }, ...members]
  const ad = await http.addAd()
  const buyer = await http.site.payer()
  const bought = await http.site.buy(buyer, http.quote(ad, 'card-eur'), { now: Date.now() })
  foreign = {
    id: 'purchaseId' in bought ? bought.purchaseId : '',
    purchase: 'purchaseId' in bought ? bought.purchaseId : '',
    ref: ad.ref,
  }
}, 120_000)
afterAll(() => http.close())

const isParameter = (segment: string) => /^\[.*\]$/.test(segment)
/** The address of a page or a route, with somebody else's id where there is one and one of nothing otherwise. */
function addressOf(file: string): string {
  const segments = file
    .replace(/^app\//, '')
    .replace(/\/?(page\.tsx|route\.ts)$/, '')
    .split('/')
    .filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment))
  return `/${segments
    .map((segment) => {
      if (segment === '[locale]') return 'en'
      const name = segment.replace(/[[\].]/g, '')
      return isParameter(segment) ? (foreign[name] ?? 'nobody-has-this-id') : segment
    })
    .join('/')}`
}

const headersOf = ({ cookie }: Caller) => (cookie === undefined ? {} : { cookie })
const look = (caller: Caller, path: string) => http.server.ask(path, { headers: headersOf(caller) })
const send = (caller: Caller, path: string): Promise<Answer> =>
  http.server.post(path, {}, { ...headersOf(caller), accept: 'application/json' })

const pages = sourceFiles('app').filter(({ path }) => path.endsWith('/page.tsx'))
const routes = sourceFiles('app/api/v1').filter(({ path }) => path.endsWith('/route.ts'))
const abilityIn = (text: string): StaffAbility | undefined => {
  const [, named] = /(?:requireStaff\(\{\s*ability:|staffWith\()\s*'([a-z_]+)'/.exec(text) ?? []
  return staffAbilities.find((ability) => ability === named)
}
const mayOpen = (caller: Caller, ability: StaffAbility) => canStaff(caller.role, ability)

describe('the panel', () => {
  const panel = pages.filter(({ path }) => path.startsWith('app/admin/'))
  const commands = routes.filter(({ path, text }) => path.startsWith('app/api/v1/admin/') && /staffWith\(/.test(text))

  test('has pages and commands that name what they need', () => {
    expect(panel.length).toBeGreaterThan(20)
    expect(commands.length).toBeGreaterThan(30)
    expect(panel.filter(({ text }) => !abilityIn(text)).map(({ path }) => path)).toEqual([])
    expect(commands.filter(({ text }) => !abilityIn(text)).map(({ path }) => path)).toEqual([])
  })

  test('shows each page to the roles that may see it, and to nobody else', async () => {
    const wrong: string[] = []
    for (const { path, text } of panel) {
      const ability = abilityIn(text)
      for (const caller of callers) {
        const { status, headers } = await look(caller, addressOf(path))
        const isAllowed = ability !== undefined && mayOpen(caller, ability)
        const isFine = isAllowed
          ? status === 200 || status === 404
          : caller.cookie === undefined
            ? status === 307 && /\/(connexion|sign-in)/.test(String(headers.location))
            : status === 404
        if (!isFine) wrong.push(`${caller.name} ${path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)

  test('takes each command from the roles that may give it, and from nobody else', async () => {
    const wrong: string[] = []
    for (const { path, text } of commands.filter((route) => /export const POST/.test(route.text))) {
      const ability = abilityIn(text)
      for (const caller of callers) {
        const { status } = await send(caller, addressOf(path))
        const isAllowed = ability !== undefined && mayOpen(caller, ability)
        const isFine = isAllowed ? status !== 401 && status < 500 : status === 401 || status === 403
        if (!isFine) wrong.push(`${caller.name} ${path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)
})

describe('what belongs to somebody', () => {
  // Anybody may look at these and write to them: that is what they are for.
  const open = /\/(ads\/\[ref\]|contacts\/\[ref\]|ad\/\[ref\]|advertiser\/|ads\/\[\[)/
  const isPersonal = (path: string) =>
    /\[(id|purchase|draftId|draft|photoId|ref|token|case|grant)\]/.test(path) && !open.test(path)

  const commands = routes.filter(
    ({ path, text }) => isPersonal(path) && !path.startsWith('app/api/v1/admin/') && /export const POST/.test(text),
  )
  const refusedFor = ({ status, body }: Answer) => `${status} ${String(JSON.parse(body.toString()).title)}`
  const notYours = ['401 not_signed_in', '403 forbidden', '404 not_found']

  test('cannot be changed by a stranger, a member or staff who is not its owner, and can by its owner', async () => {
    expect(commands.length).toBeGreaterThan(20)
    const owner = await openOwner(http)
    const wrong: string[] = []
    for (const { path } of commands) {
      const send = await owner.command(path)
      for (const caller of callers) {
        const said = refusedFor(await send(caller.cookie))
        if (!notYours.includes(said)) wrong.push(`${caller.name} ${path}: ${said}`)
      }
      // The same, word for word: what kept the others out was neither its form nor its state.
      const answer = await send(owner.cookie)
      const { errors = [], title } = JSON.parse(answer.body.toString())
      const [said = title] = errors.map(({ field, code }: FieldProblem) => `${field} ${code}`)
      const isTaken = answer.status < 400 || said === refusedForState[path.split('/').at(-2) ?? '']
      if (!isTaken) wrong.push(`its owner ${path}: ${refusedFor(answer)} ${said}`)
    }
    expect(wrong).toEqual([])
  }, 240_000)

  test('cannot be seen by a stranger or another member', async () => {
    const personal = pages.filter(
      ({ path }) => isPersonal(path) && path.startsWith('app/[locale]/') && !/\/(give|renew)\//.test(path),
    )
    expect(personal.length).toBeGreaterThan(8)
    const wrong: string[] = []
    for (const { path } of personal) {
      for (const caller of callers.slice(0, 2)) {
        const { status } = await look(caller, addressOf(path))
        // An invitation or a link that is not known is a page that says so.
        const isFine = status === 404 || status === 403 || status === 307 || (/\[token\]/.test(path) && status === 200)
        if (!isFine) wrong.push(`${caller.name} ${path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)

  test('a control: the guard of one page taken away would be seen', () => {
    expect(abilityIn('const member = await findMember(); if (member) return <Panel />')).toBeUndefined()
  })
})
