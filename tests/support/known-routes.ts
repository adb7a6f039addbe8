import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TwinWorld } from './build-twin-world.ts'
import { root } from './source-files.ts'

/** Values a parameter of an address may take, by the parameter's name, or by `<route> <parameter>` where that differs. */
export type Examples = Readonly<Record<string, readonly string[]>>

/** Every address pattern of a build, as the build itself lists them: `/[locale]/ad/[ref]/[slug]`. */
export function routesOfBuild(buildDir: string): string[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(join(root, buildDir, 'app-path-routes-manifest.json'), 'utf8'),
  )
  const routes = [...new Set(Object.values(manifest))].filter((route) => !route.startsWith('/_'))
  return [...routes, '/']
}

/** What the parameters of addresses may be on the site of {@link TwinWorld}: what is there, and what is not. */
export function examplesOf(world: TwinWorld): Examples {
  const purchases = [world.pendingPurchase, world.boughtPurchase, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA']
  return {
    locale: ['fr', 'en'],
    ref: [...Object.values(world.refs), 'ZZZZZZ'],
    slug: ['anything'],
    handle: [...world.handles.slice(0, 3), 'nobody'],
    category: [
      '',
      'vehicules',
      'vehicules/motos',
      'vehicles/motorcycles',
      'vehicules/motos/a/moulins-03000',
      'nowhere',
    ],
    unknown: ['nowhere', 'nowhere/at/all'],
    id: purchases,
    purchase: purchases,
    account: ['card-eur', 'sms-83000', 'nobody'],
    token: ['not-the-token'],
    nextauth: ['session', 'csrf', 'providers', 'signin', 'error'],
    feed: ['ads.atom', 'ads.json', 'vehicules/motos.atom', 'nowhere.json'],
    shard: ['pages.xml', 'ads.xml', 'nowhere.xml'],
    kind: ['page', 'mail', 'sentence'],
    key: ['terms', 'make', 'new'],
    section: ['publisher', 'nowhere'],
    inboxId: ['nothing'],
    closingId: ['nothing'],
    action: ['capture', 'cancel'],
    draft: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    draftId: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    photoId: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    path: ['health', 'nothing/at/all'],
    case: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    grant: ['AAAA'],
  }
}

/** @throws when a parameter has no example: a new kind of page must be told how to be reached before it is covered. */
export function addressesOf(route: string, examples: Examples): string[] {
  let addresses = ['']
  for (const segment of route.split('/').slice(1)) {
    const parameter = /^\[+(?:\.\.\.)?([^\]]+)\]+$/.exec(segment)?.[1]
    const values = parameter === undefined ? [segment] : (examples[`${route} ${parameter}`] ?? examples[parameter])
    if (!values) throw new Error(`There is no example for [${parameter}] of ${route}: add one.`)
    addresses = addresses.flatMap((address) =>
      values.map((value) =>
        value === '' ? address : `${address}/${value.split('/').map(encodeURIComponent).join('/')}`,
      ),
    )
  }
  return addresses.map((address) => address || '/')
}

/** Addresses of the same site that a text names: links, sources, addresses of a site map or a feed. */
export function addressesIn(text: string, origin: string): string[] {
  const found = new Set<string>()
  const add = (raw: string) => {
    const address = raw.replaceAll('&amp;', '&')
    const path = address.startsWith(origin) ? address.slice(origin.length) || '/' : address
    if (/^\/(?!\/)/.test(path)) found.add(path.replace(/#.*$/, ''))
  }
  for (const [, value = ''] of text.matchAll(/\b(?:href|src|action|content|poster)="([^"]*)"/g)) add(value)
  for (const [, value = ''] of text.matchAll(/\bsrcset="([^"]*)"/gi)) {
    for (const source of value.split(',')) add(source.trim().split(/\s+/)[0] ?? '')
  }
  for (const [, value = ''] of text.matchAll(/<(?:loc|id|uri)>([^<]*)</g)) add(value)
  for (const [, value = ''] of text.matchAll(/"(?:url|id|href|image|home_page_url)":\s?"([^"]*)"/g)) add(value)
  return [...found]
}
