import { useEffect } from 'react';
import { announce } from '../canvas/announce.ts';
import { type Canvas, useCanvas } from '../canvas/canvasContext.ts';
import { showRect } from '../canvas/fitSelection.ts';
import { fitAll, MAX_ZOOM } from '../canvas/useOpening.ts';
import { FAR } from '../canvas/useViewport.ts';
import { toast } from '../ui/toasts.ts';
import { type Followed, stopFollowing, useFollow } from './followStore.ts';
import type { Other } from './presence.ts';

/** So often others hear what is in sight here, while somebody follows. */
const TELL_MS = 100;
const READABLE = FAR * 1.2;
/** Whoever reloads, or gets another role on the map, is away for a moment only, and still followed then. */
const AWAY_MS = 4000;

/** Says where one looks to those who follow, and goes where those look whom one follows. */
export function useFollowing(): void {
  const canvas = useCanvas();
  useEffect(() => tellFollowers(canvas), [canvas]);
  useEffect(() => {
    const stop = goAlong(canvas);
    return () => {
      stop();
      stopFollowing();
    };
  }, [canvas]);
}

function tellFollowers(canvas: Canvas): () => void {
  const { store, presence, awareness } = canvas.session;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const isFollowed = () => store.getState().others.some(({ following }) => following === awareness.clientID);
  const tell = () => {
    timer = null;
    const { x, y, width, height } = canvas.area();
    const round = (value: number) => Math.round(value * 10) / 10;
    const view = { x: round(x), y: round(y), width: round(width), height: round(height) };
    if (isFollowed()) presence.update({ view });
    else if (presence.state.view) presence.update({ view: null });
  };
  const soon = () => {
    if (isFollowed() || presence.state.view) timer ??= setTimeout(tell, TELL_MS);
  };
  const unmove = canvas.onMove(soon);
  const unsubscribe = store.subscribe(({ others }, before) => others !== before.others && tellNew());
  let followers = 0;
  const tellNew = () => {
    const count = store.getState().others.filter(({ following }) => following === awareness.clientID).length;
    if (count !== followers) tell();
    followers = count;
  };
  return () => {
    unmove();
    unsubscribe();
    if (timer) clearTimeout(timer);
  };
}

function goAlong(canvas: Canvas): () => void {
  const { store, presence } = canvas.session;
  let client: number | null = null;
  /** What was gone to last, so that it is gone to once. */
  let shown: unknown = null;
  let away: ReturnType<typeof setTimeout> | null = null;
  const isBack = () => {
    if (away) clearTimeout(away);
    away = null;
  };
  const end = ({ name, kind }: Followed) => {
    stopFollowing();
    toast(kind === 'presenter' ? `${name} has stopped presenting.` : `${name} has left.`);
  };
  const look = () => {
    const { target } = useFollow.getState();
    const other = target && followedAmong(store.getState().others, target, client);
    const next = target?.kind === 'person' && other ? other.client : null;
    if (presence.state.following !== next) presence.update({ following: next });
    client = other?.client ?? null;
    if (other || !target) isBack();
    if (!target) shown = null;
    else if (!other) away ??= setTimeout(end, AWAY_MS, target);
    else if (target.kind === 'presenter' && other.presenting === null) end(target);
    else if (target.kind === 'presenter') {
      if (shown !== other.presenting) goToStage(canvas, other.presenting ?? '');
      shown = other.presenting;
    } else if (other.view) {
      const { x, y, width, height } = other.view;
      const key = [x, y, width, height].join();
      if (shown !== key) showRect(canvas, other.view, MAX_ZOOM, 0);
      shown = key;
    }
  };
  const unfollow = useFollow.subscribe(({ target }, before) => {
    if (target === before.target) return;
    isBack();
    client = null;
    shown = null;
    announce(target ? `Following ${target.name}` : 'Not following any more');
    look();
  });
  const unsubscribe = store.subscribe(({ others }, before) => others !== before.others && look());
  // Whoever takes the map into their own hands goes their own way.
  const root = canvas.root();
  const own = (event: Event) => {
    const onBar = event.target instanceof Element && event.target.closest('[data-follow-bar]') !== null;
    if (!onBar && useFollow.getState().target) stopFollowing();
  };
  const onKey = (event: KeyboardEvent) => {
    const inDialog = event.target instanceof Element && event.target.closest('#floating') !== null;
    if (event.key !== 'Escape' || inDialog || !useFollow.getState().target) return;
    event.preventDefault();
    event.stopPropagation();
    stopFollowing();
  };
  root?.addEventListener('wheel', own, { capture: true, passive: true });
  root?.addEventListener('pointerdown', own, { capture: true });
  window.addEventListener('keydown', onKey, { capture: true });
  return () => {
    isBack();
    unfollow();
    unsubscribe();
    root?.removeEventListener('wheel', own, { capture: true });
    root?.removeEventListener('pointerdown', own, { capture: true });
    window.removeEventListener('keydown', onKey, { capture: true });
  };
}

/** Of several windows of one person, the one that was followed so far, else the one where something is going on. */
function followedAmong(others: readonly Other[], target: Followed, client: number | null): Other | undefined {
  if (target.kind === 'presenter') return others.find((other) => other.client === target.client);
  const own = others.filter(({ user }) => user.id === target.user);
  return (
    own.find((other) => other.client === client) ??
    own.find(({ cursor, selection }) => cursor !== null || selection.length > 0) ??
    own[0]
  );
}

/** A stage from its beginning, at a size that can be read; before the first stage, the whole map. */
function goToStage(canvas: Canvas, id: string): void {
  const stage = canvas.layout().stages.find((one) => one.id === id);
  if (!stage) {
    fitAll(canvas);
    return;
  }
  const area = canvas.area();
  const { x, y, zoom } = canvas.viewport();
  const next = Math.max(READABLE, Math.min(1, (area.width * zoom) / stage.width));
  const [left, top] = [x + area.x * zoom, y + area.y * zoom];
  canvas.moveTo({ x: left - stage.x * next, y: top, zoom: next }, true);
}
