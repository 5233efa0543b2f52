/** The product of two square matrices on WebGPU, written in two ways: graphics cards and their imitations like different ones. */

const head = (size) => `
@group(0) @binding(0) var<storage, read> a: array<vec4f>;
@group(0) @binding(1) var<storage, read> b: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> c: array<vec4f>;
const size = ${size}u;`

/** Each with the side of what one workgroup computes. */
const ways = [
  {
    name: 'tiles in workgroup memory',
    side: 64,
    // 4×4 outputs per invocation; sixteen columns of A and rows of B at a time come into the workgroup's memory.
    shader: (size) => `${head(size)}
var<workgroup> tileA: array<array<f32, 64>, 16>;
var<workgroup> tileB: array<array<vec4f, 16>, 16>;

@compute @workgroup_size(16, 16)
fn multiply(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  var sums: array<vec4f, 4>;
  let place = local.y * 16u + local.x;
  let row = place / 4u;
  let quarter = place % 4u;
  for (var first = 0u; first < size; first += 16u) {
    let values = a[((group.y * 64u + row) * size + first) / 4u + quarter];
    for (var i = 0u; i < 4u; i++) { tileA[quarter * 4u + i][row] = values[i]; }
    tileB[local.y][local.x] = b[(first + local.y) * size / 4u + group.x * 16u + local.x];
    workgroupBarrier();
    for (var k = 0u; k < 16u; k++) {
      let right = tileB[k][local.x];
      for (var i = 0u; i < 4u; i++) { sums[i] += tileA[k][local.y * 4u + i] * right; }
    }
    workgroupBarrier();
  }
  for (var i = 0u; i < 4u; i++) {
    c[(group.y * 64u + local.y * 4u + i) * size / 4u + group.x * 16u + local.x] = sums[i];
  }
}`,
  },
  {
    name: 'registers alone',
    side: 32,
    // 4×4 outputs per invocation, straight from the matrices; no barrier, no loop over what is in registers.
    shader: (size) => `${head(size)}

@compute @workgroup_size(8, 8)
fn multiply(@builtin(global_invocation_id) at: vec3u) {
  let columns = size / 4u;
  ${[0, 1, 2, 3].map((i) => `var sum${i} = vec4f(); let row${i} = (at.y * 4u + ${i}u) * columns;`).join('\n  ')}
  for (var k = 0u; k < columns; k++) {
    ${[0, 1, 2, 3].map((i) => `let b${i} = b[(k * 4u + ${i}u) * columns + at.x];`).join('\n    ')}
    ${[0, 1, 2, 3]
      .map(
        (i) =>
          `let a${i} = a[row${i} + k]; sum${i} += a${i}.x * b0 + a${i}.y * b1 + a${i}.z * b2 + a${i}.w * b3;`,
      )
      .join('\n    ')}
  }
  ${[0, 1, 2, 3].map((i) => `c[row${i} + at.x] = sum${i};`).join(' ')}
}`,
  },
]

/** Every way, in a size that keeps the device busy for a while. `multiply` resolves to the operations done. */
export async function openGpuProducts() {
  const adapter = await navigator.gpu?.requestAdapter()
  if (!adapter) throw new Error('no WebGPU adapter')
  const device = await adapter.requestDevice()
  const products = []
  for (const way of ways) products.push(await inGoodSize(device, way))
  return products
}

async function inGoodSize(device, way) {
  for (let size = 256; ; size *= 2) {
    const product = await productOf(device, way, size)
    const startMs = performance.now()
    await product.multiply()
    if (performance.now() - startMs > 20 || size >= 4096) return product
    product.free()
  }
}

async function productOf(device, { name, side, shader }, size) {
  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage
  const module = device.createShaderModule({ code: shader(size) })
  const pipeline = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module, entryPoint: 'multiply' },
  })
  const values = (period) => Float32Array.from({ length: size * size }, (_, at) => (at % period) - 3)
  const bytes = 4 * size * size
  const buffers = [0, 1, 2].map(() =>
    device.createBuffer({ size: bytes, usage: STORAGE | COPY_SRC | COPY_DST }),
  )
  const [left, right] = [values(7), values(5)]
  device.queue.writeBuffer(buffers[0], 0, left)
  device.queue.writeBuffer(buffers[1], 0, right)
  const bindGroup = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  })
  const product = {
    name: `${name}, ${size}³`,
    async multiply() {
      const encoder = device.createCommandEncoder()
      const pass = encoder.beginComputePass()
      pass.setPipeline(pipeline)
      pass.setBindGroup(0, bindGroup)
      pass.dispatchWorkgroups(size / side, size / side)
      pass.end()
      device.queue.submit([encoder.finish()])
      await device.queue.onSubmittedWorkDone()
      return 2 * size ** 3
    },
    free: () => {
      for (const buffer of buffers) buffer.destroy()
    },
  }
  await product.multiply()
  const copy = device.createBuffer({ size: bytes, usage: MAP_READ | COPY_DST })
  const encoder = device.createCommandEncoder()
  encoder.copyBufferToBuffer(buffers[2], 0, copy, 0, bytes)
  device.queue.submit([encoder.finish()])
  await copy.mapAsync(GPUMapMode.READ)
  const [row, column] = [size - 3, 21]
  let sum = 0
  for (let k = 0; k < size; k++) sum += left[row * size + k] * right[k * size + column]
  const found = new Float32Array(copy.getMappedRange())[row * size + column]
  copy.destroy()
  if (found !== sum) throw new Error(`The product is wrong: ${found} instead of ${sum}.`)
  return product
}
