const { readFileSync } = require('node:fs')

/** Every script that `dist/index.html` loads before the first screen, which is the home page; the rest is lazy. */
function firstScreenScripts() {
  const page = readFileSync('dist/index.html', 'utf8')
  return [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => `dist/${path}`)
}

module.exports = [{ name: 'First screen', path: firstScreenScripts(), limit: '130 kB', gzip: true }]
