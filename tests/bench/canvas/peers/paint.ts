import { appElement, followWheel, lineOf, loadScene, opening } from './reference.ts';

// Everything painted on one canvas, and nothing that anybody could tab to, read aloud or select: the limit.

const scene = await loadScene();
const app = appElement();
const canvas = document.createElement('canvas');
canvas.width = innerWidth;
canvas.height = innerHeight;
app.append(canvas);
const context = canvas.getContext('2d');
if (!context) throw new Error('No canvas here');
const view = { ...opening };
const cards = scene.cards.map((card) => ({ ...card, lines: linesOf(card.title, card.width - 20) }));
const byId = new Map(cards.map((card) => [card.id, card]));

function linesOf(title: string, width: number): string[] {
  if (!context) return [];
  context.font = '550 13px system-ui, sans-serif';
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

let handoffs = linesOfAll();
function linesOfAll(): Path2D {
  const path = new Path2D();
  for (const { from, to } of scene.handoffs) {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (start && end) path.addPath(new Path2D(lineOf(start, end)));
  }
  return path;
}

let asked = false;
function paint(): void {
  asked = false;
  if (!context) return;
  const { x, y, zoom } = view;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(zoom, 0, 0, zoom, x, y);
  context.strokeStyle = '#a9adb6';
  context.stroke(handoffs);
  const [right, bottom] = [(canvas.width - x) / zoom, (canvas.height - y) / zoom];
  const seen = cards.filter(
    (card) => card.x < right && card.y < bottom && card.x + card.width > -x / zoom && card.y + card.height > -y / zoom,
  );
  const boxes = new Path2D();
  for (const card of seen) boxes.roundRect(card.x, card.y, card.width, card.height, 9);
  context.fillStyle = '#fff';
  context.fill(boxes);
  context.stroke(boxes);
  context.fillStyle = '#1c2024';
  if (zoom < 0.25) return;
  for (const card of seen) {
    for (const [index, line] of card.lines.entries()) context.fillText(line, card.x + 10, card.y + 23 + index * 18);
    context.fillText(`${card.channel}   ${card.owner}`, card.x + 10, card.y + card.height - 14);
  }
}
const ask = () => {
  if (!asked) requestAnimationFrame(paint);
  asked = true;
};
paint();
window.drawn = true;
followWheel(canvas, view, ask);
canvas.addEventListener('pointerdown', (event) => {
  const [x, y] = [(event.clientX - view.x) / view.zoom, (event.clientY - view.y) / view.zoom];
  const card = cards.find((box) => x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height);
  if (!card) return;
  canvas.onpointermove = (move) => {
    card.x += move.movementX / view.zoom;
    card.y += move.movementY / view.zoom;
    handoffs = linesOfAll();
    ask();
  };
  canvas.onpointerup = () => {
    canvas.onpointermove = null;
  };
});
window.reference = {
  change(index, title) {
    const card = cards[index];
    if (card) card.lines = linesOf(title, card.width - 20);
    ask();
  },
};
