import { benchBoard } from './board.ts'
import { benchEngine } from './engine.ts'

// `npm run bench`, `npm run bench engine`, `npm run bench board`: never a timed test, for a person to read.
const which = process.argv[2]
if (which !== 'board') benchEngine()
if (which !== 'engine') await benchBoard(5)
