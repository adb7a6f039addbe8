import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from '../config/env.ts'
import { photoFileName, uploadedDigits } from '../ids/photo-files.ts'
import { isPhotoNamed } from './photo-names-queries.ts'
import type { PictureFile } from './reencode-picture.ts'

/** Names a picture by what its largest WebP file holds. */
export function hashOfFiles(files: readonly PictureFile[]): string {
  const hash = createHash('sha256')
  const webp = files.filter(({ format }) => format === 'webp').toSorted((left, right) => right.width - left.width)
  for (const { bytes } of webp.slice(0, 1)) hash.update(bytes)
  return hash.digest('hex').slice(0, uploadedDigits)
}

/** Writes the files of a picture; each is there whole or not at all, and on the disk before its row is. */
export async function writePhotoFiles(hash: string, files: readonly PictureFile[]): Promise<void> {
  const folder = folderOf(hash)
  await mkdir(folder, { recursive: true })
  for (const { width, format, bytes } of files) {
    const name = photoFileName(hash, width, format)
    const draft = join(folder, `.${name}.${randomBytes(4).toString('hex')}`)
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, name))
  }
}

/**
 * Removes the files of pictures that no ad and no draft names any more. Call it within `inPhotoQueue`, or a picture
 * that is just being added may lose its files.
 *
 * @returns How many pictures went.
 */
export async function removeUnnamedFiles(hashes: readonly string[]): Promise<number> {
  const gone = [...new Set(hashes)].filter((hash) => /^[0-9a-f]{32,64}$/.test(hash) && !isPhotoNamed(hash))
  for (const hash of gone) {
    const folder = folderOf(hash)
    const names = await readdir(folder).catch(() => [])
    await Promise.all(
      names.filter((name) => name.startsWith(`${hash}-`)).map((name) => rm(join(folder, name), { force: true })),
    )
  }
  return gone.length
}

/** Names of pictures in one of the 256 folders whose files were last written before `before`. */
export async function listOldHashes(prefix: string, before: number): Promise<readonly string[]> {
  const folder = folderOf(prefix)
  const old = new Set<string>()
  for (const name of await readdir(folder).catch(() => [])) {
    const written = await stat(join(folder, name)).catch(() => undefined)
    if (!written || written.mtimeMs >= before) continue
    // A file that was being written when the machine stopped.
    if (name.startsWith('.')) await rm(join(folder, name), { force: true })
    else if (/^[0-9a-f]{32,64}-\d+\.(?:webp|avif)$/.test(name)) old.add(name.slice(0, name.indexOf('-')))
  }
  return [...old]
}

function folderOf(hash: string): string {
  return join(config().dataDir, 'photos', hash.slice(0, 2))
}
