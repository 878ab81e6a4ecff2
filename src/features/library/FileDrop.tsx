import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '#ui/Icon.tsx'
import styles from './FileDrop.module.css'
import { type TakeFiles, useOpenFiles } from './useOpenFiles.tsx'

/** Lets files be dropped anywhere in the window, and shows where they would go. */
export function FileDrop(take: TakeFiles) {
  const [isOver, setOver] = useState(false)
  const { open, question } = useOpenFiles(take)
  const onFiles = useEffectEvent(open)

  useEffect(() => {
    // Every element under the pointer sends enter and leave; only the first and the last concern the window.
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth++
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth--
      if (depth <= 0) end()
    }
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      end()
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    const end = () => {
      depth = 0
      setOver(false)
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragenter', onEnter, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('drop', onDrop, { signal })
    return () => listening.abort()
  }, [])

  return (
    <>
      {isOver && (
        <div className={styles.hint}>
          <p className={styles.words}>
            <Icon name="file" />
            Drop to open as a new plan
          </p>
        </div>
      )}
      {question}
    </>
  )
}
