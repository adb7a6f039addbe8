'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fill } from './fill-words.ts'
import { type CardWish, PhotoCard } from './photo-card.tsx'
import { PhotoPicker } from './photo-picker.tsx'
import { PhotoSorter } from './photo-sorter.tsx'
import type { PhotoWords } from './photo-step-words.ts'
import { PhotoUploads } from './photo-uploads.tsx'
import type { StepPhoto } from './step-photo.ts'
import { usePhotoUploads } from './use-photo-uploads.ts'

type Props = Readonly<{
  draftId: string
  locale: string
  from: string
  photos: readonly StepPhoto[]
  most: number
  words: PhotoWords
}>

type Trouble = Readonly<{ photoId: string; text: string }>

/** The pictures that are there, those on their way, and where more come in. */
export function PhotoBoard({ draftId, locale, from, photos: atFirst, most, words }: Props) {
  const [photos, setPhotos] = useState(atFirst)
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<Trouble>()
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const action = `/api/v1/drafts/${draftId}/photos`
  const onAdded = (photo: StepPhoto) => {
    setPhotos((all) => (all.some(({ id }) => id === photo.id) ? all : [...all, photo]))
    setSaid(words.added)
  }
  const { uploads, add, retry, forget } = usePhotoUploads({ action, locale, words, onAdded })
  // One after the other: an order sent later must not be overtaken by the one before.
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const ask = (wish: CardWish) => {
    line.current = line.current.then(() => askNow(wish))
  }
  const askNow = async ({ path, fields, said: done }: CardWish) => {
    const answer = await post(`${action}/${path}`, { locale, ...fields })
    const photoId = path.split('/')[0] ?? ''
    setTrouble(answer.photos ? undefined : { photoId, text: words[answer.problem] })
    if (answer.photos) setPhotos(answer.photos)
    setSaid(answer.photos ? done : words[answer.problem])
  }
  const order = (next: readonly StepPhoto[]) => {
    setPhotos(next)
    ask({ path: 'order', fields: { order: next.map(({ id }) => id).join(',') }, said: '' })
  }
  const draw = (photo: StepPhoto, at: number, handle?: ReactNode) => (
    <PhotoCard
      photo={photo}
      at={at}
      count={photos.length}
      action={action}
      locale={locale}
      from={from}
      words={words}
      handle={handle}
      altProblem={trouble?.photoId === photo.id ? trouble.text : undefined}
      onWish={ask}
    />
  )
  return (
    <>
      {photos.length === 0 && uploads.length === 0 ? <p className="photo-none">{words.none}</p> : null}
      {isReady ? (
        <PhotoSorter photos={photos} words={words} onOrder={order} draw={draw} />
      ) : (
        <ol className="photo-list" aria-label={words.list}>
          {photos.map((photo, at) => (
            <li key={photo.id}>{draw(photo, at)}</li>
          ))}
        </ol>
      )}
      <PhotoUploads uploads={uploads} words={words} onRetry={retry} onForget={forget} />
      {photos.length < most ? (
        <PhotoPicker action={action} locale={locale} from={from} words={words} onFiles={add} />
      ) : (
        <p className="notice">{fill(words.full, { most })}</p>
      )}
      <p className="hidden-text" role="status">
        {said}
      </p>
    </>
  )
}

type Answer =
  | Readonly<{ photos: readonly StepPhoto[] }>
  | Readonly<{ photos?: undefined; problem: 'contactInAlt' | 'network' | 'busy' | 'refused' }>

async function post(address: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    const headers = { accept: 'application/json' }
    const response = await fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields) })
    const json = (await response.json()) as { photos: readonly StepPhoto[]; errors?: readonly { code: string }[] }
    if (response.ok) return { photos: json.photos }
    if (json.errors?.some(({ code }) => code === 'contact_found')) return { problem: 'contactInAlt' }
    return { problem: response.status === 429 ? 'busy' : 'refused' }
  } catch {
    return { problem: 'network' }
  }
}
