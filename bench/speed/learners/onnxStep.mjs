/**
 * One training step as an ONNX graph. ONNX Runtime has no gradients in the browser, so backpropagation and Adam are written
 * out. Images come as [n, 1, 28, 28]; a gradient is `d` and the name of what it belongs to.
 */
import { createModel } from './onnxModel.mjs'

export function trainingStep(n, shapes, { beta1, beta2, epsilon }) {
  const model = createModel()
  const { op, ints, float } = model
  const x = model.input('images', [n, 1, 28, 28])
  const oneHot = model.input('oneHot', [n, 10])
  const mask = model.input('mask', [n, 1024])
  const rate = model.input('rate', [])
  const second = model.input('second', [])
  const names = Object.keys(shapes)
  const p = Object.fromEntries(names.map((name) => [name, model.input(name, shapes[name])]))
  const conv = { kernel_shape: [5, 5], pads: [2, 2, 2, 2] }
  const pool = { kernel_shape: [2, 2], strides: [2, 2] }
  const relu1 = op('Relu', [op('Conv', [x, p['conv1/weights'], p['conv1/bias']], conv)])
  const [pool1, winners1] = op('MaxPool', [relu1], pool, 2)
  const relu2 = op('Relu', [op('Conv', [pool1, p['conv2/weights'], p['conv2/bias']], conv)])
  const [pool2, winners2] = op('MaxPool', [relu2], pool, 2)
  const flat = op('Reshape', [pool2, ints([n, 3136])])
  const fc1 = op('Relu', [op('Gemm', [flat, p['fc1/weights'], p['fc1/bias']])])
  const kept = op('Mul', [fc1, mask])
  const logits = op('Gemm', [kept, p['fc2/weights'], p['fc2/bias']])
  const logP = op('LogSoftmax', [logits], { axis: 1 })
  const loss = op('Mul', [op('ReduceSum', [op('Mul', [logP, oneHot])], { keepdims: 0 }), float(-1 / n)])

  const isPositive = (value) => op('Cast', [op('Greater', [value, float(0)])], { to: 1 })
  const dLogits = op('Mul', [op('Sub', [op('Exp', [logP]), oneHot]), float(1 / n)])
  const rows = (d) => op('ReduceSum', [d, ints([0])], { keepdims: 0 })
  const places = (d) => op('ReduceSum', [d, ints([0, 2, 3])], { keepdims: 0 })
  const dKept = op('Gemm', [dLogits, p['fc2/weights']], { transB: 1 })
  const dFc1 = op('Mul', [op('Mul', [dKept, mask]), isPositive(fc1)])
  const dFlat = op('Gemm', [dFc1, p['fc1/weights']], { transB: 1 })
  const dPool2 = op('Reshape', [dFlat, ints([n, 64, 7, 7])])
  const dConv2 = op('Mul', [
    op('MaxUnpool', [dPool2, winners2, ints([n, 64, 14, 14])], pool),
    isPositive(relu2),
  ])
  const dPool1 = op('ConvTranspose', [dConv2, p['conv2/weights']], conv)
  const dConv1 = op('Mul', [
    op('MaxUnpool', [dPool1, winners1, ints([n, 32, 28, 28])], pool),
    isPositive(relu1),
  ])
  const swap = (value) => op('Transpose', [value], { perm: [1, 0, 2, 3] })
  const filterGradient = (input, d, side) =>
    swap(op('Conv', [swap(input), swap(d)], { kernel_shape: [side, side], pads: [2, 2, 2, 2] }))
  const gradients = {
    'conv1/weights': filterGradient(x, dConv1, 28),
    'conv1/bias': places(dConv1),
    'conv2/weights': filterGradient(pool1, dConv2, 14),
    'conv2/bias': places(dConv2),
    'fc1/weights': op('Gemm', [flat, dFc1], { transA: 1 }),
    'fc1/bias': rows(dFc1),
    'fc2/weights': op('Gemm', [kept, dLogits], { transA: 1 }),
    'fc2/bias': rows(dLogits),
  }
  for (const name of names) {
    const shape = shapes[name]
    const m = model.input(`m ${name}`, shape)
    const v = model.input(`v ${name}`, shape)
    const g = gradients[name]
    const newM = op('Add', [op('Mul', [m, float(beta1)]), op('Mul', [g, float(1 - beta1)])])
    const newV = op('Add', [op('Mul', [v, float(beta2)]), op('Mul', [op('Mul', [g, g]), float(1 - beta2)])])
    const unit = op('Add', [op('Sqrt', [op('Mul', [newV, second])]), float(epsilon)])
    model.output(`next ${name}`, op('Sub', [p[name], op('Div', [op('Mul', [newM, rate]), unit])]), shape)
    model.output(`next m ${name}`, newM, shape)
    model.output(`next v ${name}`, newV, shape)
  }
  model.output('loss', loss, [])
  return model.bytes()
}
