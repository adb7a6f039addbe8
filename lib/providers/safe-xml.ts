import { XMLParser } from 'fast-xml-parser'

/** Attributes are named `@name`, text beside attributes `#text`; every value is text. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  trimValues: true,
})

const longestDocument = 200_000

/**
 * Reads a provider's XML without document types or entities of its own: they read files, grow without end, or make the
 * signed text say something else than what is read.
 *
 * @returns undefined for what is no XML or has either.
 */
export function readXml(text: string): unknown {
  if (text.length > longestDocument || /<!(DOCTYPE|ENTITY)/i.test(text)) return undefined
  try {
    return parser.parse(text, true)
  } catch {
    return undefined
  }
}

/** An element that may stand once, several times or not at all. */
export function asList<Item>(given: Item | readonly Item[] | undefined | ''): readonly Item[] {
  if (given === undefined || given === '') return []
  return Array.isArray(given) ? given : [given as Item]
}
