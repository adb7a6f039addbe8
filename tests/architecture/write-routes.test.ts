import { expect, test } from 'vitest'
import { staffAbilities } from '../../lib/members/member.ts'
import { sourceFiles, withoutComments } from '../support/source-files.ts'

const routes = sourceFiles('app').filter(({ path }) => path.endsWith('/route.ts'))
const writeExport =
  /export\s+(?:const\s+(POST|PUT|PATCH|DELETE)\s*=\s*(\w+)|(?:async\s+)?function\s+(POST|PUT|PATCH|DELETE))/g
// Providers sign their messages instead of coming from our pages; sign-in is guarded by its library.
const otherDoors = /^app\/api\/(callbacks|auth)\//
// The simulator stands for the outside world and writes nothing but its own state.
const simulator = /^app\/simulator\/api\//

function writeExports() {
  return routes.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(writeExport)].map(([, constant, wrapper, fn]) => ({
      path,
      method: constant ?? fn,
      wrapper: wrapper ?? 'nothing',
    })),
  )
}

test('every write route of the API is a command', () => {
  const ours = writeExports().filter(({ path }) => !otherDoors.test(path) && !simulator.test(path))
  expect(ours.length).toBeGreaterThan(5)
  expect(ours.filter(({ wrapper }) => wrapper !== 'command')).toEqual([])
})

test('every write route of the simulator passes its guard', () => {
  const theirs = writeExports().filter(({ path }) => simulator.test(path))
  expect(theirs.length).toBeGreaterThan(3)
  expect(theirs.filter(({ wrapper }) => !/^(phoneRoute|worldRoute|companyRoute)$/.test(wrapper))).toEqual([])
})

test('writing happens under /api/ and /simulator/api/ only', () => {
  const elsewhere = writeExports().filter(({ path }) => !/^app\/(api|simulator\/api)\//.test(path))
  expect(routes.length).toBeGreaterThan(10)
  expect(elsewhere).toEqual([])
})

test('every page of the panel asks for staff itself, with an ability there is, before it reads', () => {
  const pages = sourceFiles('app/admin').filter(({ path }) => path.endsWith('/page.tsx'))
  expect(pages.length).toBeGreaterThan(3)
  const asked = ({ text }: { text: string }) => /await requireStaff\(\{\s*ability: '(\w+)'/.exec(text)?.[1]
  const unguarded = pages.filter((page) => !staffAbilities.some((ability) => ability === asked(page)))
  expect(unguarded.map(({ path }) => path)).toEqual([])
})

test('every route of the panel is for staff', () => {
  // Whoever is signed in may choose the language she reads in.
  const own = 'app/api/v1/admin/locale/route.ts'
  const doors = routes.filter(({ path }) => path.startsWith('app/api/v1/admin/') && path !== own)
  expect(doors.length).toBeGreaterThan(0)
  const unguarded = doors.filter(({ text }) => !/actor:\s*staffWith\(|await staffWith\(|= staffWith\(/.test(text))
  expect(unguarded.map(({ path }) => path)).toEqual([])
})

test('an address that is only looked at writes nothing: a link elsewhere could lead anybody there', () => {
  const looked = routes.filter(({ path, text }) => /export const GET\b/.test(text) && !otherDoors.test(path))
  expect(looked.length).toBeGreaterThan(10)
  const writers = looked.filter(
    ({ text }) => /db\/(commit|client)\.ts'/.test(text) && !/export const POST\b/.test(text),
  )
  expect(writers.map(({ path }) => path)).toEqual([])
})
