import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

type Rgb = readonly [number, number, number]
type Theme = 'light' | 'dark'

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8')
const declared = new Map(
  [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
)

const TEXT = 4.5
const GRAPHICS = 3
const grounds = ['--sunken', '--ground', '--raised', '--raised-hover', '--overlay']
const tints = ['--accent-tint', '--danger-tint', '--warning-tint', '--success-tint']
const hues = Array.from({ length: 360 }, (_, hue) => hue)

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test.each(['--ink', '--ink-2', '--ink-3', '--accent', '--danger', '--warning', '--success'])(
    '%s can be read on every ground',
    ink => {
      for (const ground of grounds) expectContrast(color(ink, theme), color(ground, theme), TEXT, `${ink} on ${ground}`)
    },
  )

  test('every ink can be read on every tint, and each colour on its own', () => {
    for (const tint of tints) {
      const own = tint.replace('-tint', '')
      for (const ink of ['--ink', '--ink-2', '--ink-3', own]) {
        expectContrast(color(ink, theme), color(tint, theme), TEXT, `${ink} on ${tint}`)
      }
    }
  })

  test('the label of a filled button can be read, at rest and under the pointer', () => {
    for (const name of ['accent', 'danger']) {
      for (const fill of [`--${name}`, `--${name}-hover`]) {
        expectContrast(color(`--on-${name}`, theme), color(fill, theme), TEXT, `--on-${name} on ${fill}`)
      }
    }
  })

  test.each([
    '--line-strong',
    '--accent',
    '--priority-critical',
    '--priority-high',
    '--priority-medium',
    '--priority-low',
  ])('%s can be seen on every ground', mark => {
    for (const ground of grounds) {
      expectContrast(color(mark, theme), color(ground, theme), GRAPHICS, `${mark} on ${ground}`)
    }
  })

  test('a strand of any hue can be seen on every ground', () => {
    for (const hue of hues) {
      for (const ground of grounds) {
        const strand = color('--strand-color', theme, hue)
        expectContrast(strand, color(ground, theme), GRAPHICS, `hue ${hue} on ${ground}`)
      }
    }
  })

  test("a strand's letter can be read on its tint and on every ground", () => {
    for (const hue of hues) {
      const ink = color('--strand-ink', theme, hue)
      expectContrast(ink, color('--strand-tint', theme, hue), TEXT, `hue ${hue} on its tint`)
      for (const ground of grounds) expectContrast(ink, color(ground, theme), TEXT, `hue ${hue} on ${ground}`)
    }
  })
})

function expectContrast(a: Rgb, b: Rgb, least: number, what: string) {
  expect(contrast(a, b), what).toBeGreaterThanOrEqual(least)
}

/** The linear sRGB a token has in a theme; `hue` stands for `--strand-hue`. */
function color(name: string, theme: Theme, hue = 0): Rgb {
  const value = declared.get(name)
  if (value === undefined) throw new Error(`tokens.css does not declare ${name}`)
  const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (alias) return color(alias, theme, hue)
  const pair = /^light-dark\(\s*oklch\((.*?)\),\s*oklch\((.*)\)\s*\)$/s.exec(
    value.replaceAll('var(--strand-hue)', `${hue}`),
  )
  const [l, c, h] = (pair?.[theme === 'light' ? 1 : 2] ?? '').split(' ').map(Number)
  if (l === undefined || c === undefined || h === undefined) throw new Error(`${name} is not a pair of opaque oklch`)
  return oklchToLinear(l, c, h)
}

/** Björn Ottosson's OKLab matrices; out of gamut is clipped, as browsers do. */
function oklchToLinear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function clip(x: number): number {
  return Math.min(1, Math.max(0, x))
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
