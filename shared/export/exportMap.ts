import { strToU8 } from 'fflate';
import type { Finding } from '../gaps/findGaps.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { TextEngine } from '../text/engine.ts';
import { exportPdf } from './exportPdf.ts';
import type { Format } from './formats.ts';
import { paintJson } from './json/paintJson.ts';
import { mapTexts } from './mapTexts.ts';
import { type PageOptions, USUAL_PARTS } from './options.ts';
import { pictureScene } from './pictureScene.ts';
import { printLayout } from './printLayout.ts';
import type { SceneDocument, ScenePage } from './scene.ts';
import { paintSvg } from './svg/paintSvg.ts';
import { measureLines } from './textBlock.ts';

/** What somebody wants to have. Each format takes what means something to it. */
export interface ExportRequest extends PageOptions {
  readonly format: Format;
  /** Pictures without a sheet under the map. */
  readonly transparent?: boolean;
}

export interface ExportTools {
  /** Asked for by the formats that draw letters. */
  engine(): Promise<TextEngine>;
  /** Told how far it is, from 0 to 1, between the parts of the work. */
  onProgress?(done: number): void;
}

/**
 * A map as a file of any format. The same map, findings and request give the same bytes in a browser and on a server.
 * Painters that most exports do without come when they are asked for. Rejects when a font cannot be loaded.
 */
export async function exportMap(
  map: MapSnapshot,
  findings: readonly Finding[],
  request: ExportRequest,
  tools: ExportTools,
): Promise<Uint8Array> {
  const { format, date, transparent = false } = request;
  const { include = USUAL_PARTS, comments = [] } = request;
  const said = include.includes('comments') ? { comments } : {};
  switch (format) {
    case 'pdf': {
      const { onProgress } = tools;
      return exportPdf(map, findings, {
        ...request,
        engine: await tools.engine(),
        ...(onProgress ? { onProgress } : {}),
      });
    }
    case 'svg': {
      const { scene, page } = await pictureOf(map, findings, request, tools);
      return strToU8(paintSvg(scene, page, { transparent }));
    }
    case 'png': {
      const [{ paintPng }, { page }] = await Promise.all([
        import('./png/paintPng.ts'),
        pictureOf(map, findings, request, tools),
      ]);
      return paintPng(page, { transparent, onProgress: (done) => tools.onProgress?.(0.5 + done / 2) });
    }
    case 'pptx': {
      const { paintPptx } = await import('./pptx/paintPptx.ts');
      return paintPptx(map, findings, { date });
    }
    case 'xlsx': {
      const { paintXlsx } = await import('./xlsx/paintXlsx.ts');
      return paintXlsx(map, findings, { date, ...said });
    }
    case 'csv': {
      const { paintCsv } = await import('./csv/paintCsv.ts');
      return strToU8(paintCsv(map));
    }
    case 'json':
      return strToU8(paintJson(map));
    case 'mermaid': {
      const { paintMermaid } = await import('./mermaid/paintMermaid.ts');
      return strToU8(paintMermaid(map));
    }
    case 'md': {
      const { paintMarkdown } = await import('./markdown/paintMarkdown.ts');
      return strToU8(paintMarkdown(map, findings, said.comments));
    }
    default:
      return format satisfies never;
  }
}

/** The picture of a map before it is painted. Rejects when a font cannot be loaded. */
export async function pictureOf(
  map: MapSnapshot,
  findings: readonly Finding[],
  { language = 'en', include = USUAL_PARTS, grey = false, transparent = false }: Omit<ExportRequest, 'format' | 'date'>,
  { engine: open, onProgress }: ExportTools,
): Promise<{ scene: SceneDocument; page: ScenePage }> {
  const engine = await open();
  const typesetter = { engine, language };
  await engine.prepare(mapTexts(map, findings, language));
  onProgress?.(0.3);
  const shown = { curve: include.includes('curve'), metrics: include.includes('metrics') };
  const layout = printLayout(map, measureLines(typesetter), shown);
  const scene = pictureScene(typesetter, map, layout, findings, { include, grey, transparent });
  onProgress?.(0.5);
  const [page] = scene.pages;
  if (page === undefined) throw new Error('A picture has one page');
  return { scene, page };
}
