/** The gradient through pooling and ReLU on WebGL, in one shader; its trace is the map before pooling. */
import type { Info, KernelFunction } from '../compose.ts'
import { run } from './program.ts'

/**
 * dPre[n, 2i+a, 2j+b, o] = dy[n,i,j,o] where place (a,b) holds the window's largest value, of equal ones the first, and
 * that value is positive; else 0. (tfjs's own pooling gradient lets the last one win on a GPU.)
 *
 * A texel holds two columns of two channels, so two texels are the windows of two channels: xy is the left column, zw the
 * right one. The four places of a window are numbered in reading order.
 */
const code = (pooledHeight: number, pooledWidth: number, width: number, outputs: number) => `
void main() {
  ivec4 at = getOutputCoords(); // image, row, left column, first channel
  ivec2 window = at.yz / 2;
  vec4 values = vec4(0.0);
  if (window.x < ${pooledHeight} && window.y < ${pooledWidth}) {
    vec4 top = getMap(at.x, 2 * window.x, at.z, at.w);
    vec4 bottom = getMap(at.x, 2 * window.x + 1, at.z, at.w);
    vec2 best = top.xy;
    vec2 winner = vec2(0.0);
    winner = mix(winner, vec2(1.0), vec2(greaterThan(top.zw, best)));
    best = max(best, top.zw);
    winner = mix(winner, vec2(2.0), vec2(greaterThan(bottom.xy, best)));
    best = max(best, bottom.xy);
    winner = mix(winner, vec2(3.0), vec2(greaterThan(bottom.zw, best)));
    best = max(best, bottom.zw);

    vec4 pair = getDy(at.x, window.x, window.y, at.w);
    vec2 dy = imod(window.y, 2) == 0 ? pair.xy : pair.zw;
    dy *= vec2(greaterThan(best, vec2(0.0)));
    float place = 2.0 * float(imod(at.y, 2));
    values = vec4(dy * vec2(equal(winner, vec2(place))), dy * vec2(equal(winner, vec2(place + 1.0))));
  }
  // Nothing but zeros past the edge, whatever the inputs hold there.
  if (at.z + 1 >= ${width}) { values.zw = vec2(0.0); }
  if (at.w + 1 >= ${outputs}) { values.yw = vec2(0.0); }
  setOutput(values);
}`

export const layerGradientKernel: KernelFunction = ({ inputs, backend, attrs }) => {
  const { height, width } = attrs as { height: number; width: number }
  const { dy, trace } = inputs as { dy: Info; trace: Info }
  const [n = 0, pooledHeight = 0, pooledWidth = 0, outputs = 0] = dy.shape
  return run(backend, {
    inputs: { Dy: dy, Map: trace },
    shape: [n, height, width, outputs],
    code: code(pooledHeight, pooledWidth, width, outputs),
  })
}
