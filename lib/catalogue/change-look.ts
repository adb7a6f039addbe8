import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import { saveContent } from '../content/content-store.ts'
import { refreshSentences } from '../content/refresh-sentences.ts'
import { DomainError } from '../errors/domain-error.ts'
import { locales } from '../i18n/locales.ts'
import { faintPairs, type Look, lookTokens } from '../settings/look.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'

/**
 * Changes the look of the site, and its name when one is given.
 *
 * @throws DomainError `invalid_input`: `look`, `contrast` when words could not be read on their ground in either theme.
 */
export async function changeLook(
  look: Look,
  { name, actor, now }: Readonly<{ name: string | undefined; actor: string; now: Millis }>,
): Promise<void> {
  if (faintPairs(look).length > 0) {
    throw new DomainError('invalid_input', { fields: [{ field: 'look', code: 'contrast' }] })
  }
  const named = (name ?? '').trim()
  await commit([
    saveSetting('look', look, now),
    saveSetting('brand', lookTokens(look), now),
    ...(named === ''
      ? []
      : locales.map((locale) =>
          saveContent({
            kind: 'sentence',
            key: 'common.siteName',
            locale,
            title: null,
            // Braces mean something in a message; a name has none.
            body: named.replace(/[{}']/g, ''),
            updatedAt: now,
            updatedBy: actor,
          }),
        )),
    auditChange(
      {
        actor,
        action: 'look_changed',
        subject: 'setting:look',
        before: findSetting('look'),
        after: { ...look, ...(named === '' ? {} : { name: named }) },
      },
      now,
    ),
  ])
  refreshSentences()
}
