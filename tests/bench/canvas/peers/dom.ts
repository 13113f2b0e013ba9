import { appElement, followWheel, lineOf, loadScene, opening } from './reference.ts';

// Every card an element at its place, all hand-offs in one drawing, and a transform over the whole.

const scene = await loadScene();
const app = appElement();
const layer = document.createElement('div');
layer.className = 'layer';
const view = { ...opening };
const show = () => {
  layer.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`;
};
show();
const byId = new Map(scene.cards.map((card) => [card.id, { ...card }]));
const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
const lines = scene.handoffs.map(({ from, to }) => {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.append(path);
  const draw = () => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (start && end) path.setAttribute('d', lineOf(start, end));
  };
  draw();
  return { from, to, draw };
});
const elements = [...byId.values()].map((card) => {
  const element = document.createElement('div');
  element.className = 'card';
  element.style.cssText = `left:${card.x}px;top:${card.y}px;width:${card.width}px;height:${card.height}px`;
  const title = document.createElement('div');
  title.textContent = card.title;
  const meta = document.createElement('div');
  meta.className = 'meta';
  for (const words of [card.channel, card.owner]) {
    const part = document.createElement('span');
    part.textContent = words;
    meta.append(part);
  }
  element.append(title, meta);
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    element.onpointermove = (move) => {
      card.x += move.movementX / view.zoom;
      card.y += move.movementY / view.zoom;
      element.style.left = `${card.x}px`;
      element.style.top = `${card.y}px`;
      for (const { from, to, draw } of lines) if (from === card.id || to === card.id) draw();
    };
    element.onpointerup = () => {
      element.onpointermove = null;
    };
  });
  return { element, title };
});
layer.append(svg, ...elements.map(({ element }) => element));
app.append(layer);
followWheel(app, view, show);
window.reference = {
  change(index, words) {
    const changed = elements[index];
    if (changed) changed.title.textContent = words;
  },
};
