import type { SceneDocument } from '../scene.ts';
import { createDestinations } from './destinations.ts';
import { createPdfFile } from './file.ts';
import { createFontBook } from './fontBook.ts';
import { writeMetadata } from './metadata.ts';
import { writeOutline } from './outline.ts';
import { type PdfParts, paintPage } from './paintPage.ts';
import { createStructureTree } from './structureTree.ts';
import { array, dict, name, num, ref, text } from './values.ts';

export interface PdfOptions {
  /** When the file says it was made, ISO 8601. The same scene and date give the same bytes, wherever they are written. */
  readonly date: string;
}

/** Paints a scene. Throws only when it contradicts itself. */
export function paintPdf(scene: SceneDocument, { date }: PdfOptions): Uint8Array {
  const file = createPdfFile();
  const root = file.allocate();
  const pages = file.allocate();
  const fonts = createFontBook(file);
  const structure = createStructureTree(file);
  const destinations = createDestinations(file);
  const used = new Set(scene.outline.flatMap(targetsOf));
  const shared: PdfParts = {
    file,
    pages,
    fonts,
    structure,
    destinations,
    used,
    groups: new Map(),
    language: scene.language,
  };

  const kids = scene.pages.map((page) => ref(paintPage(page, shared)));
  fonts.finish();
  structure.finish();
  const { info, metadata } = writeMetadata(file, { title: scene.title, date });
  const outline = writeOutline(file, scene.outline);
  file.set(pages, dict({ Type: name('Pages'), Count: num(kids.length), Kids: array(kids) }));
  file.set(
    root,
    dict({
      Type: name('Catalog'),
      Pages: ref(pages),
      Names: dict({ Dests: ref(destinations.finish(used)) }),
      PageLabels: dict({ Nums: array(['0', dict({ S: name('D') })]) }),
      Outlines: outline === null ? undefined : ref(outline),
      PageMode: outline === null ? undefined : name('UseOutlines'),
      Metadata: ref(metadata),
      Lang: text(scene.language),
      ViewerPreferences: dict({ DisplayDocTitle: 'true' }),
      MarkInfo: dict({ Marked: 'true' }),
      StructTreeRoot: ref(structure.root),
    }),
  );
  return file.finish({ root, info });
}

function targetsOf(entry: SceneDocument['outline'][number]): string[] {
  return [entry.target, ...entry.children.flatMap(targetsOf)];
}
