import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** axe finds nothing on the page, or in what lies open on top of it. */
export async function expectNoBarriers(page: Page, within?: 'dialog' | 'menu'): Promise<void> {
  // Without it every look opens another tab, to put together what frames say; there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (within) {
    await expect(page.getByRole(within).last()).toBeVisible()
    axe.include(`[role="${within}"]`)
  }
  // A colour on its way from light to dark is neither.
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().some(animation => animation instanceof CSSTransition)))
    .toBe(false)
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  expect(found).toEqual([])
}
