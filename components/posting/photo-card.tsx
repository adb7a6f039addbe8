'use client'

import type { ReactNode } from 'react'
import { fill } from './fill-words.ts'
import type { PhotoWords } from './photo-step-words.ts'
import type { StepPhoto } from './step-photo.ts'

/** What a button or a form of a card asks for. */
export type CardWish = Readonly<{ path: string; fields: Readonly<Record<string, string>>; said: string }>

type Props = Readonly<{
  photo: StepPhoto
  at: number
  count: number
  action: string
  locale: string
  from: string
  words: PhotoWords
  /** Shown where the photo may be dragged. */
  handle?: ReactNode
  altProblem?: string | undefined
  onWish: (wish: CardWish) => void
}>

/** One picture: its place, the ways to move it, its words. Each way is a form of its own and works by itself. */
export function PhotoCard(props: Props) {
  const { photo, at, count, words, handle } = props
  const which = fill(words.whichPhoto, { at: at + 1 })
  const move = (direction: 'up' | 'down' | 'cover', to: number) => ({
    path: `${photo.id}/move`,
    fields: { direction },
    said: fill(words.moved, { at: to + 1 }),
  })
  return (
    <div className="photo-card">
      <div className="photo-card-picture">
        <img src={photo.url} width={photo.width} height={photo.height} alt={photo.alt || which} loading="lazy" />
        {at === 0 ? <span className="photo-cover">{words.cover}</span> : null}
        {handle}
      </div>
      <p className="meta">{fill(words.position, { at: at + 1, count })}</p>
      {photo.finds.map((find) => (
        <p key={find} className="notice notice-warn">
          {find}
        </p>
      ))}
      <div className="photo-moves">
        <Wish {...props} wish={move('up', at - 1)} label={words.up} which={which} isOff={at === 0} />
        <Wish {...props} wish={move('down', at + 1)} label={words.down} which={which} isOff={at === count - 1} />
        <Wish {...props} wish={move('cover', 0)} label={words.makeCover} which={which} isOff={at === 0} />
        <Wish
          {...props}
          wish={{ path: `${photo.id}/delete`, fields: {}, said: words.removed }}
          label={words.remove}
          which={which}
        />
      </div>
      <AltForm {...props} />
    </div>
  )
}

type WishProps = Props & Readonly<{ wish: CardWish; label: string; which: string; isOff?: boolean }>

function Wish({ action, locale, from, wish, label, which, isOff = false, onWish }: WishProps) {
  return (
    <form
      method="post"
      action={`${action}/${wish.path}`}
      onSubmit={(event) => {
        event.preventDefault()
        onWish(wish)
      }}
    >
      <Hidden fields={{ locale, from, ...wish.fields }} />
      <button type="submit" className="button-bare" disabled={isOff}>
        {label}
        <span className="hidden-text"> : {which}</span>
      </button>
    </form>
  )
}

function AltForm({ photo, action, locale, from, words, altProblem: said, onWish }: Props) {
  const altProblem = said ?? photo.refusedAlt?.problem
  const id = `alt-${photo.id}`
  return (
    <details className="photo-alt" open={altProblem ? true : undefined}>
      <summary>{words.describe}</summary>
      <form
        method="post"
        action={`${action}/${photo.id}`}
        onSubmit={(event) => {
          event.preventDefault()
          const alt = String(new FormData(event.currentTarget).get('alt') ?? '')
          onWish({ path: photo.id, fields: { alt }, said: words.altSaved })
        }}
      >
        <Hidden fields={{ locale, from }} />
        <div className="field">
          <label htmlFor={id}>{words.altLabel}</label>
          <p className="field-hint" id={`${id}-hint`}>
            {words.altHint}
          </p>
          {altProblem ? (
            <p className="field-error" id={`${id}-error`}>
              {altProblem}
            </p>
          ) : null}
          <input
            id={id}
            name="alt"
            className="input"
            maxLength={200}
            defaultValue={photo.refusedAlt?.typed ?? photo.alt}
            aria-describedby={altProblem ? `${id}-hint ${id}-error` : `${id}-hint`}
            aria-invalid={altProblem ? true : undefined}
          />
        </div>
        <button type="submit" className="button button-quiet">
          {words.altSave}
        </button>
      </form>
    </details>
  )
}

function Hidden({ fields }: Readonly<{ fields: Readonly<Record<string, string>> }>) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
