import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { PlaceMeant } from '../../lib/posting/draft-details.ts'
import { Labelled, LabelledGroup } from '../ui/labelled.tsx'

type Props = Readonly<{ meant: PlaceMeant; typed: string; locale: Locale; error: string | undefined }>

/** The town by name or postcode; where several are meant they are listed to choose from. */
export function PlaceField({ meant, typed, locale, error }: Props) {
  const t = translate(locale, 'posting')
  const { place, choices } = meant
  return (
    <>
      <Labelled
        id="place"
        label={t('details.placeField')}
        hint={t('details.placeHint')}
        error={choices.length > 0 ? undefined : error}
      >
        {(described) => (
          <>
            <input
              className="input"
              id="place"
              name="place"
              list="place-list"
              autoComplete="off"
              defaultValue={typed}
              {...described}
            />
            <datalist id="place-list" />
          </>
        )}
      </Labelled>
      {place ? (
        <p className="post-place">
          <input type="hidden" name="placeSlug" value={place.slug} />
          {place.name} {place.postcode} · {place.areaName}
        </p>
      ) : null}
      {choices.length > 0 ? (
        <LabelledGroup id="place-choice" label={t('details.placeChoose')} error={error}>
          {() => (
            <div className="post-options">
              {choices.map((choice) => (
                <label key={choice.slug} className="post-option">
                  <input type="radio" name="placeSlug" value={choice.slug} />
                  <span>
                    {choice.name} {choice.postcode} · {choice.areaName}
                  </span>
                </label>
              ))}
            </div>
          )}
        </LabelledGroup>
      ) : null}
    </>
  )
}
