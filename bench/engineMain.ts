import { benchEngine } from './engine.ts'
import { benchSchedule } from './schedule.ts'

const [which, folder] = process.argv.slice(2)
if (which === 'schedule') benchSchedule(folder)
else benchEngine()
