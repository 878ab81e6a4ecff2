import { test } from 'vitest'
import { createMemoryPlanStorage } from './memoryPlanStorage.ts'
import { planStorageContract } from './planStorageContract.ts'

planStorageContract(test, () => {
  const storage = createMemoryPlanStorage()
  return { here: storage, there: storage }
})
