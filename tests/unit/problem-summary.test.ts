import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ProblemSummary } from '../../components/ui/problem-summary.tsx'

const draw = (more: Readonly<{ id?: string }>) =>
  renderToStaticMarkup(
    createElement(ProblemSummary, {
      title: 'There is a problem',
      problems: [
        { field: 'email', message: 'Write it in full.' },
        { field: '', message: 'Try again.' },
      ],
      ...more,
    }),
  )

test('what is wrong is focused when the page opens, and each line leads to its field', () => {
  const drawn = draw({})
  expect(drawn).toMatch(/<div [^>]*role="alert"[^>]*autofocus=""/)
  expect(drawn).toContain('<a href="#email">Write it in full.</a>')
  expect(drawn).toContain('<li>Try again.</li>')
})

test('the fields of one form among several end in its name', () => {
  expect(draw({ id: 'sign-in' })).toContain('href="#email-sign-in"')
})
