import type { Finding } from '../gaps/findGaps.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { TextEngine } from '../text/engine.ts';
import { textsOfComments } from './commentTable.ts';
import { mapPages } from './mapPages.ts';
import { mapTexts } from './mapTexts.ts';
import { type PageOptions, USUAL_PARTS } from './options.ts';
import { paintPdf } from './pdf/paintPdf.ts';
import { printLayout } from './printLayout.ts';
import type { SceneDocument } from './scene.ts';
import { measureLines } from './textBlock.ts';

export interface ExportPdfOptions extends PageOptions {
  readonly engine: TextEngine;
  /** Told how far it is, from 0 to 1, between the parts of the work. */
  onProgress?(done: number): void;
}

/**
 * Turns a map into a PDF: the map in one of several ways, then every gap and what else was asked for. The same map,
 * findings, options and date give the same bytes in a browser and on a server. Rejects when a font cannot be loaded.
 */
export async function exportPdf(
  map: MapSnapshot,
  findings: readonly Finding[],
  options: ExportPdfOptions,
): Promise<Uint8Array> {
  const scene = await pagesScene(map, findings, options);
  options.onProgress?.(0.7);
  const bytes = paintPdf(scene, { date: options.date });
  options.onProgress?.(1);
  return bytes;
}

/** The pages before they are painted: what a preview shows. Rejects when a font cannot be loaded. */
export async function pagesScene(
  map: MapSnapshot,
  findings: readonly Finding[],
  { engine, onProgress, ...options }: ExportPdfOptions,
): Promise<SceneDocument> {
  const typesetter = { engine, language: options.language ?? 'en' };
  const said = options.include?.includes('comments') ? textsOfComments(options.comments ?? []) : [];
  await engine.prepare(mapTexts(map, findings, typesetter.language, said));
  onProgress?.(0.4);
  const include = options.include ?? USUAL_PARTS;
  const curve = options.mode === 'executive' || include.includes('curve');
  const layout = printLayout(map, measureLines(typesetter), { curve, metrics: include.includes('metrics') });
  return mapPages(typesetter, map, layout, findings, options);
}
