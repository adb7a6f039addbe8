import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverFlags } from '../../lib/runtime/server-flags.ts'
import { root } from '../support/source-files.ts'

test('`npm run start` starts the server as the demo and the benches do', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  expect(serverFlags.length).toBeGreaterThan(0)
  expect(scripts.start.split(' ')).toEqual(expect.arrayContaining([...serverFlags]))
})
