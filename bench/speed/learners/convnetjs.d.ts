/** The little of ConvNetJS that is used here; it brings no types. */
declare module 'convnetjs' {
  class Vol {
    constructor(sx: number, sy: number, depth: number, fill?: number)
    w: Float64Array
  }
  type Layer = { layer_type: string; filters?: Vol[]; biases?: Vol; drop_prob: number }
  class Net {
    layers: Layer[]
    makeLayers(definitions: readonly object[]): void
    forward(volume: Vol, isTraining: boolean): Vol
  }
  class Trainer {
    constructor(net: Net, options: Readonly<Record<string, unknown>>)
    train(volume: Vol, label: number): { loss: number }
  }
  const convnet: { Vol: typeof Vol; Net: typeof Net; Trainer: typeof Trainer }
  export default convnet
}
