import { sentencesVersion, useSentences } from '../i18n/sentences.ts'
import { loadOwnSentences, ownSentencesVersion } from './content-queries.ts'

/** Brings the operator's sentences into this process when they have changed. @returns Whether they had. */
export function refreshSentences(): boolean {
  if (ownSentencesVersion() === sentencesVersion()) return false
  useSentences(loadOwnSentences())
  return true
}
