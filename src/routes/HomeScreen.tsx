import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Home } from '#features/library/Home.tsx'
import { useCreatePlans } from './useCreatePlans.ts'

export function HomeScreen() {
  const router = useRouter()
  const createPlans = useCreatePlans()
  useEffect(() => {
    document.title = 'Braid'
  }, [])
  return (
    <Home
      planHref={planId =>
        router.history.createHref(router.buildLocation({ to: '/plan/$planId', params: { planId } }).href)
      }
      exampleHref={router.history.createHref('/example')}
      onCreate={sources => void createPlans(sources)}
    />
  )
}
