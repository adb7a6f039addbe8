// Runs before the first paint: shows the chosen theme without a flash and tells the style sheet that scripts run.
;(() => {
  const root = document.documentElement
  root.dataset.js = ''
  const chosen = /(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie)
  if (chosen) root.dataset.theme = chosen[1]
})()
