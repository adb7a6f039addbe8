import type { ReactNode } from 'react'
import type { TextPage } from '../../lib/i18n/texts/text-page.ts'

/** A page of words under its headings; `children` stand between the lead and the first section. */
export function TextArticle({ text, children }: Readonly<{ text: TextPage; children?: ReactNode }>) {
  return (
    <article className="page page-narrow prose-page">
      <h1>{text.title}</h1>
      <p className="prose-lead">{text.lead}</p>
      <div className="prose">
        {children}
        {text.sections.map((section) => (
          <TextSectionWords key={section.id} section={section} />
        ))}
      </div>
    </article>
  )
}

function TextSectionWords({ section }: Readonly<{ section: TextPage['sections'][number] }>) {
  return (
    <>
      <h2 id={section.id}>{section.title}</h2>
      {section.blocks.map((block) =>
        typeof block === 'string' ? (
          <p key={block}>{block}</p>
        ) : (
          <ul key={block.join()}>
            {block.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </>
  )
}
