import { XMLParser } from 'fast-xml-parser'

export type HeardLine = Readonly<{ kind: 'voice' | 'tone' | 'digits'; text: string }>
/** What a merchant's answer makes the voice say, and what comes then. */
export type VoiceScript = Readonly<{
  lines: readonly HeardLine[]
  /** Asked when the caller has keyed in the digits wanted. */
  gather: string | null
  /** Asked after everything was said. */
  next: string | null
  hasEnded: boolean
}>

type Node = Readonly<Record<string, unknown>>
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, processEntities: true })

/** Reads TwiML: Say, Play, Pause, Gather, Redirect and Hangup. */
export function readVoiceScript(xml: string, toneWord: string): VoiceScript {
  const document = parser.parse(xml) as readonly Node[]
  const verbs = childrenOf(document.find((node) => 'Response' in node) ?? {}, 'Response')
  const gather = verbs.find((verb) => 'Gather' in verb)
  const said = verbs.flatMap((verb) => ('Gather' in verb ? childrenOf(verb, 'Gather') : [verb]))
  const redirect = verbs.find((verb) => 'Redirect' in verb)
  return {
    lines: said.flatMap((verb) => lineOf(verb, toneWord)),
    gather: gather ? attributeOf(gather, 'action') : null,
    next: redirect ? textOf(redirect, 'Redirect') : null,
    hasEnded: verbs.some((verb) => 'Hangup' in verb),
  }
}

function lineOf(verb: Node, toneWord: string): HeardLine[] {
  if ('Play' in verb) return [{ kind: 'tone', text: toneWord }]
  if (!('Say' in verb)) return []
  const text = textOf(verb, 'Say')
  return [{ kind: /^\d( \d)+$/.test(text) ? 'digits' : 'voice', text }]
}

function childrenOf(node: Node, name: string): readonly Node[] {
  const children = node[name]
  return Array.isArray(children) ? children : []
}

function textOf(node: Node, name: string): string {
  return childrenOf(node, name)
    .map((child) => String(child['#text'] ?? ''))
    .join('')
}

function attributeOf(node: Node, name: string): string {
  const attributes = node[':@'] as Readonly<Record<string, unknown>> | undefined
  return String(attributes?.[`@_${name}`] ?? '')
}
