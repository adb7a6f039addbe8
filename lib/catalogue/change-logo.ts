import sharp from 'sharp'
import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { cleanSvg } from '../settings/clean-svg.ts'
import type { Setting } from '../settings/settings.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'

const largestBytes = 100 * 1024
const largestSide = 256

/**
 * Replaces the mark of the site by a picture: an SVG cleaned to its shapes, or any other picture encoded anew as PNG.
 *
 * @param bytes Undefined to take the original mark again.
 * @throws DomainError `invalid_input`: `logo`, `too_big` or `unsafe`.
 */
export async function changeLogo(
  bytes: Uint8Array | undefined,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<void> {
  const logo = bytes ? await readLogo(bytes) : null
  await commit([
    saveSetting('logo', logo, now),
    recordAudit(
      { actor, action: 'logo_changed', subject: 'setting:logo', detail: { after: logo?.type ?? 'original' } },
      now,
    ),
  ])
}

const refused = (code: string) => new DomainError('invalid_input', { fields: [{ field: 'logo', code }] })

async function readLogo(bytes: Uint8Array): Promise<NonNullable<Setting<'logo'>>> {
  if (bytes.length === 0) throw refused('required')
  if (bytes.length > largestBytes) throw refused('too_big')
  const text = Buffer.from(bytes).toString('utf8')
  if (/<svg[\s>]/i.test(text.slice(0, 2000))) {
    const svg = cleanSvg(text)
    if (!svg) throw refused('unsafe')
    return { type: 'image/svg+xml', base64: Buffer.from(svg).toString('base64') }
  }
  if (!isPicture(bytes)) throw refused('unsafe')
  try {
    const png = await sharp(bytes, { limitInputPixels: 4_000_000, failOn: 'warning' })
      .resize(largestSide, largestSide, { fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer()
    return { type: 'image/png', base64: png.toString('base64') }
  } catch {
    throw refused('unsafe')
  }
}

/** PNG, JPEG or WebP by its first bytes; every other decoder stays shut. */
function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return start.startsWith('\x89PNG') || start.startsWith('\xff\xd8\xff') || /^RIFF....WEBP/s.test(start)
}
