/** One image of 28 × 28 bytes, small. */
import { useMemo } from 'react'
import { paintFrame } from '../../figures/paintFrame.ts'
import { imageSide } from '../../network/spec.ts'
import { MapStage } from '../../ui/MapStage.tsx'
import styles from './Picture.module.css'

const shape = { mapCount: 1, mapHeight: imageSide, mapWidth: imageSide }

export function Picture({ name, bytesHW }: { readonly name: string; readonly bytesHW: Uint8Array }) {
  const source = useMemo(() => {
    const plane = { shape: [imageSide, imageSide, 1], values: Float32Array.from(bytesHW) }
    return { read: () => ({ plane, step: 0 }), subscribe: () => () => {} }
  }, [bytesHW])
  return (
    <div className={styles.picture}>
      <MapStage
        name={name}
        describe={() => ''}
        source={source}
        shape={shape}
        kind="unsigned"
        limitOf={() => 255}
        paintOver={paintFrame}
      />
    </div>
  )
}
