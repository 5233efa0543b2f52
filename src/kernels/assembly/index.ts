export { adamChunk } from './adam'
export { convolutionScratchBytes, filterGradientScratchBytes, groupTiles } from './convolution'
export { productItems, productScratchBytes } from './product'
export { help, runJob } from './threads'
