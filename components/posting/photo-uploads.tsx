import type { PhotoWords } from './photo-step-words.ts'
import type { Upload } from './use-photo-uploads.ts'

type Props = Readonly<{
  uploads: readonly Upload[]
  words: PhotoWords
  onRetry: (key: string) => void
  onForget: (key: string) => void
}>

/** Files on their way, each with its state in words; those that stopped say why and what can be done. */
export function PhotoUploads({ uploads, words, onRetry, onForget }: Props) {
  if (uploads.length === 0) return null
  return (
    <ul className="photo-uploads">
      {uploads.map(({ key, name, state, percent, problem, canRetry }) => (
        <li key={key} className={problem ? 'notice notice-bad' : undefined}>
          <p className="photo-upload-name">{name}</p>
          {problem ? (
            <p role="alert">{problem}</p>
          ) : (
            <>
              <progress max={100} value={percent} aria-label={name} />
              <p className="meta">{state}</p>
            </>
          )}
          {canRetry ? (
            <button type="button" className="button button-quiet" onClick={() => onRetry(key)}>
              {words.retry}
            </button>
          ) : null}
          {problem ? (
            <button type="button" className="button-bare" onClick={() => onForget(key)}>
              {words.dismiss}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
