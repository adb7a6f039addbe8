import type { Contact } from './reveals.ts'

/** A contact as a vCard 3.0 file (RFC 2426), which every telephone can add to its address book. */
export function contactCard(
  contact: Contact,
  about: Readonly<{ note: string; telephone: string | undefined }>,
): string {
  const name = contact.name === '' ? about.note : contact.name
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${escaped(name)};;;`,
    `FN:${escaped(name)}`,
    ...(about.telephone === undefined ? [] : [`TEL;TYPE=CELL:${escaped(about.telephone)}`]),
    ...(contact.email === '' ? [] : [`EMAIL:${escaped(contact.email)}`]),
    `NOTE:${escaped([about.note, contact.hours].filter(Boolean).join('\n'))}`,
    'END:VCARD',
  ]
  return `${lines.join('\r\n')}\r\n`
}

function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\r?\n/g, '\\n')
    .replace(/[,;]/g, (mark) => `\\${mark}`)
}
