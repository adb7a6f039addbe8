import type { Locale } from './locales.ts'

/** Sentences of the operator's own, by their address `home.title`, in place of ours. */
export type OwnSentences = Readonly<{
  version: number
  byLocale: Readonly<Record<Locale, Readonly<Record<string, string>>>>
}>

// Next bundles this file for pages and for routes apart from the server around them: only globalThis is one.
const shared = globalThis as typeof globalThis & { oboleSentences?: OwnSentences }

/** Puts the operator's sentences in place of ours from now on; `version` grows with every change of them. */
export function useSentences(sentences: OwnSentences): void {
  shared.oboleSentences = sentences
}

/** 0 while the operator has changed nothing. */
export function sentencesVersion(): number {
  return shared.oboleSentences?.version ?? 0
}

/** The words of one namespace with the operator's own in their places. */
export function withOwnSentences<Words>(words: Words, at: Readonly<{ locale: Locale; namespace: string }>): Words {
  const own = Object.entries(shared.oboleSentences?.byLocale[at.locale] ?? {})
  const here = own.filter(([key]) => key.startsWith(`${at.namespace}.`))
  return here.reduce<Words>((changed, [key, text]) => replaced(changed, key.split('.').slice(1), text), words)
}

/** Only a sentence that is there is replaced: a key of an older version of the site changes nothing. */
function replaced<Words>(words: Words, path: readonly string[], text: string): Words {
  const [name = '', ...rest] = path
  const tree = words as Readonly<Record<string, unknown>>
  const old = typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name) ? tree[name] : undefined
  if (old === undefined) return words
  if (rest.length > 0) return { ...tree, [name]: replaced(old, rest, text) } as Words
  return (typeof old === 'string' ? { ...tree, [name]: text } : words) as Words
}
