/** What lies over the view, or beside it: the review. */
export type PanelName = 'export' | 'share' | 'history' | 'review' | 'commands'

/** How the plan is shown. The board has no name: it is what a plan opens as. */
export type ViewName = 'map' | 'timeline'

/** What follows the `?` in the address of a plan. */
export interface PlanSearch {
  readonly view?: ViewName
  readonly panel?: PanelName
  /** How to look at the plan of a link (`settingsToWord`). */
  readonly with?: string
}

export function readPlanSearch({ view, panel, with: word }: Record<string, unknown>): PlanSearch {
  return {
    ...(isViewName(view) ? { view } : {}),
    ...(isPanelName(panel) ? { panel } : {}),
    ...(typeof word === 'string' ? { with: word.slice(0, 120) } : {}),
  }
}

function isViewName(value: unknown): value is ViewName {
  return value === 'map' || value === 'timeline'
}

function isPanelName(value: unknown): value is PanelName {
  return value === 'export' || value === 'share' || value === 'history' || value === 'review' || value === 'commands'
}
