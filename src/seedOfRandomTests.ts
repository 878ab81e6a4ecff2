import fc from 'fast-check'

// CI says the same of a commit each time it is asked; everywhere else every run looks at other cases.
if (process.env.CI) fc.configureGlobal({ seed: 1_123_581_321 })
