import { XMLBuilder, XMLParser } from 'fast-xml-parser'

const elements = new Set([
  'svg',
  'g',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
  'title',
  'defs',
  'clipPath',
  'mask',
  'linearGradient',
  'radialGradient',
  'stop',
])
const attributes = new Set([
  'viewBox',
  'width',
  'height',
  'd',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'points',
  'fill',
  'fill-rule',
  'fill-opacity',
  'clip-rule',
  'clip-path',
  'mask',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'transform',
  'id',
  'offset',
  'stop-color',
  'stop-opacity',
  'gradientUnits',
  'gradientTransform',
  'clipPathUnits',
  'maskUnits',
])
/** A colour, a number, a path, or a reference to a part of the same picture; nothing that fetches. */
const plainValue = /^(?:url\(#[\w-]{1,40}\)|(?!.*(?:url|javascript|data:|&))[\w\s#.,()%+-]*)$/i
const longest = 60_000

type Node = Readonly<Record<string, unknown>>

/**
 * An SVG with nothing left in it but shapes: elements, attributes and values of a short list, written anew. No script,
 * style, event, text of others, link or picture from elsewhere survives, nor anything before or after the picture.
 *
 * @returns undefined when it is no SVG, has no `viewBox`, is too long, or declares entities.
 */
export function cleanSvg(text: string): string | undefined {
  if (text.length > longest || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined
  const options = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false }
  let parsed: readonly Node[]
  try {
    parsed = new XMLParser({ ...options, parseAttributeValue: false, parseTagValue: false }).parse(text)
  } catch {
    return undefined
  }
  const root = parsed.find((node) => 'svg' in node)
  const attributesOfRoot = root?.[':@'] as Readonly<Record<string, unknown>> | undefined
  if (!root || !/^[\d\s.,-]{7,60}$/.test(String(attributesOfRoot?.['viewBox'] ?? ''))) return undefined
  const [clean] = cleanNodes([root])
  if (!clean) return undefined
  const kept = { ...clean, ':@': { ...(clean[':@'] as object), xmlns: 'http://www.w3.org/2000/svg' } }
  return new XMLBuilder({ ...options, suppressEmptyNode: true }).build([kept])
}

function cleanNodes(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || !elements.has(name)) return []
    const children = node[name]
    const own = Object.entries((node[':@'] as Readonly<Record<string, unknown>> | undefined) ?? {}).filter(
      ([key, value]) => attributes.has(key) && plainValue.test(String(value)),
    )
    const inner = name === 'title' || !Array.isArray(children) ? [] : cleanNodes(children as readonly Node[])
    return [{ [name]: inner, ':@': Object.fromEntries(own) }]
  })
}
