import type { Shape } from './displayList.ts';

/** Some rows of a picture: red, green, blue and, where it is transparent, how opaque; one byte each. */
export interface Band {
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly channels: 3 | 4;
}

/** One more cell than a row has pixels: an edge at the right border spills there. */
export const scratchFor = (width: number, height: number): Float32Array => new Float32Array((width + 2) * height);

/**
 * Paints a shape onto a band. Each edge leaves the area it adds to the pixels right of it, summed up along the row: the
 * share of every pixel that the shape covers, exactly, at the cost of its edges and no more. `scratch` comes and goes
 * full of zeros.
 */
export function paintShape(band: Band, shape: Shape, scratch: Float32Array): void {
  const first = Math.max(0, Math.floor(shape.top) - band.top);
  const last = Math.min(band.height - 1, Math.floor(shape.bottom) - band.top);
  const left = Math.max(0, Math.floor(shape.left));
  const right = Math.min(band.width - 1, Math.floor(shape.right) + 1);
  if (last < first || right < left) return;
  for (const { points } of shape.area) {
    const count = points.length;
    let x0 = (points[count - 2] ?? 0) + shape.dx;
    let y0 = (points[count - 1] ?? 0) + shape.dy - band.top;
    for (let i = 0; i < count; i += 2) {
      const x1 = (points[i] ?? 0) + shape.dx;
      const y1 = (points[i + 1] ?? 0) + shape.dy - band.top;
      if (y0 !== y1) addEdge(scratch, band, x0, y0, x1, y1);
      x0 = x1;
      y0 = y1;
    }
  }
  for (let row = first; row <= last; row++) blendRow(band, shape, scratch, row, left, right);
}

function addEdge(scratch: Float32Array, { width, height }: Band, x0: number, y0: number, x1: number, y1: number): void {
  const down = y0 < y1;
  const direction = down ? 1 : -1;
  const [topX, topY, endX, endY] = down ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  if (endY <= 0 || topY >= height) return;
  const slope = (endX - topX) / (endY - topY);
  let x = topY < 0 ? topX - topY * slope : topX;
  const stride = width + 2;
  for (let row = Math.max(0, Math.floor(topY)); row < Math.min(height, Math.ceil(endY)); row++) {
    const from = Math.max(row, topY);
    const to = Math.min(row + 1, endY);
    const share = to - from;
    if (share <= 0) continue;
    const nextX = x + slope * share;
    const start = row * stride;
    // What is left of the picture covers all of its row; what is right of it covers nothing.
    const low = Math.min(Math.max(Math.min(x, nextX), 0), width);
    const high = Math.min(Math.max(Math.max(x, nextX), 0), width);
    x = nextX;
    const amount = share * direction;
    const lowCell = Math.floor(low);
    if (high <= lowCell + 1) {
      const covered = amount * (1 - ((low + high) / 2 - lowCell));
      scratch[start + lowCell] = (scratch[start + lowCell] ?? 0) + covered;
      scratch[start + lowCell + 1] = (scratch[start + lowCell + 1] ?? 0) + amount - covered;
      continue;
    }
    const perPixel = amount / (high - low);
    let sum = 0;
    const firstShare = lowCell + 1 - low;
    let before = (perPixel * firstShare * firstShare) / 2;
    scratch[start + lowCell] = (scratch[start + lowCell] ?? 0) + before;
    sum = before;
    const highCell = Math.floor(high);
    for (let cell = lowCell + 1; cell < highCell; cell++) {
      const until = perPixel * (cell + 0.5 - low);
      scratch[start + cell] = (scratch[start + cell] ?? 0) + until - before;
      sum += until - before;
      before = until;
    }
    const lastShare = high - highCell;
    const at = amount - perPixel * lastShare + perPixel * (lastShare - (lastShare * lastShare) / 2);
    scratch[start + highCell] = (scratch[start + highCell] ?? 0) + at - before;
    sum += at - before;
    scratch[start + highCell + 1] = (scratch[start + highCell + 1] ?? 0) + amount - sum;
  }
}

function blendRow(
  band: Band,
  { red, green, blue }: Shape,
  scratch: Float32Array,
  row: number,
  left: number,
  right: number,
): void {
  const { width, bytes, channels } = band;
  const start = row * (width + 2);
  let covered = 0;
  let at = (row * width + left) * channels;
  for (let x = left; x <= right; x++, at += channels) {
    covered += scratch[start + x] ?? 0;
    scratch[start + x] = 0;
    const alpha = Math.min(1, Math.abs(covered));
    if (alpha < 0.002) continue;
    if (alpha > 0.998) {
      bytes[at] = red;
      bytes[at + 1] = green;
      bytes[at + 2] = blue;
      if (channels === 4) bytes[at + 3] = 255;
      continue;
    }
    const below = channels === 4 ? (bytes[at + 3] ?? 0) / 255 : 1;
    const opaque = alpha + below * (1 - alpha);
    const mine = alpha / opaque;
    bytes[at] = Math.round(red * mine + (bytes[at] ?? 0) * (1 - mine));
    bytes[at + 1] = Math.round(green * mine + (bytes[at + 1] ?? 0) * (1 - mine));
    bytes[at + 2] = Math.round(blue * mine + (bytes[at + 2] ?? 0) * (1 - mine));
    if (channels === 4) bytes[at + 3] = Math.round(opaque * 255);
  }
  // An edge at the right end of a shape spills into the cells behind it, and no further: rows are wide, letters are not.
  scratch.fill(0, start + right + 1, start + Math.min(right + 4, width + 2));
}
