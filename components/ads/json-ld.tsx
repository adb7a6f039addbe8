/** A data block for search engines. The only raw markup of the site: `<` is escaped, so no text can close the element. */
export function JsonLd({ data }: Readonly<{ data: unknown }>) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which JSON must keep.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
