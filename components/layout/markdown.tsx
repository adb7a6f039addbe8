import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'

const plugins = [remarkGfm]
// A page has one title of its own, and pictures come from nowhere.
const forbidden = ['h1', 'img']

/** Words that staff wrote. HTML in them is drawn as it was typed and never becomes part of the page. */
export function Markdown({ text }: Readonly<{ text: string }>) {
  return (
    <ReactMarkdown remarkPlugins={plugins} disallowedElements={forbidden} unwrapDisallowed>
      {text}
    </ReactMarkdown>
  )
}
