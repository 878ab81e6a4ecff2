import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { Library } from '#session/library.ts'
import type { Releases } from '#session/releases.ts'
import type { CurrentPlan } from './currentPlan.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import { HomeScreen } from './HomeScreen.tsx'
import { LostScreen } from './LostScreen.tsx'
import { PlanLoading } from './PlanLoading.tsx'
import { readPlanSearch } from './planSearch.ts'
import { RootScreen } from './RootScreen.tsx'
import type { Visits } from './visits.ts'

/** What the screens work with; `main.tsx` makes it. */
export interface Services {
  readonly library: Library
  readonly current: CurrentPlan
  readonly visits: Visits
  readonly releases: Releases
}

const loadPlanScreen = () => import('./PlanScreen.tsx')

const rootRoute = createRootRouteWithContext<Services>()({
  component: RootScreen,
  errorComponent: ErrorScreen,
  notFoundComponent: LostScreen,
})

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: HomeScreen,
  pendingComponent: HomeScreen,
  async beforeLoad({ context: { library, visits } }) {
    await library.refresh()
    const isEmpty = library.state.getState().plans?.length === 0
    if (isEmpty && visits.isFirst()) throw redirect({ to: '/example', replace: true })
    visits.markSeen()
  },
})

/** Both addresses below show one screen, which stays when one becomes the other. */
const planScreenRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'plan-screen',
  component: lazyRouteComponent(loadPlanScreen, 'PlanScreen'),
  pendingComponent: PlanLoading,
  validateSearch: readPlanSearch,
  onLeave: ({ context }) => context.current.close(),
})

/** What is read for a screen is not kept: the next visit reads what other tabs wrote. */
const readAnew = { staleTime: 0, gcTime: 0 }

const planRoute = createRoute({
  getParentRoute: () => planScreenRoute,
  path: '/plan/$planId',
  ...readAnew,
  loader: ({ context, params }) => context.current.open(params.planId),
})

const exampleRoute = createRoute({
  getParentRoute: () => planScreenRoute,
  path: '/example',
  ...readAnew,
  loader: ({ context }) => {
    context.visits.markSeen()
    return context.current.openExample()
  },
})

/** The rest of the address is the plan itself (docs/format-link.md). */
const linkRoute = createRoute({
  getParentRoute: () => planScreenRoute,
  path: '/l/$',
  ...readAnew,
  loader: ({ context, location }) =>
    context.current.openLink(
      location.pathname.slice('/l/'.length),
      new URLSearchParams(location.searchStr).get('with'),
    ),
})

const routeTree = rootRoute.addChildren([homeRoute, planScreenRoute.addChildren([planRoute, exampleRoute, linkRoute])])

export function createAppRouter(services: Services) {
  return createRouter({
    routeTree,
    // After the '#', so that the built files work in any folder of any static host.
    history: createHashHistory(),
    context: services,
    defaultErrorComponent: ErrorScreen,
    // Ms. What opens sooner shows nothing in between; what takes longer shows an empty frame.
    defaultPendingMs: 250,
    defaultPendingMinMs: 0,
  })
}

/** Loads the plan screen while the browser has nothing better to do. */
export function prefetchPlanScreen(): void {
  const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1000))
  // When it cannot be loaded now, opening a plan tries again and says so.
  whenIdle(() => void loadPlanScreen().catch(() => undefined))
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
