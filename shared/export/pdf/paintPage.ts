import { cleanText } from '../../text/cleanText.ts';
import type { Face } from '../../text/fontShelf.ts';
import { insideView } from '../insideView.ts';
import type { GroupItem, GroupRole, LinkItem, SceneItem, ScenePage, TextItem, TextRole, View } from '../scene.ts';
import { itemsBox } from './bounds.ts';
import { createContentStream, toPage } from './contentStream.ts';
import { type Destinations, destinationName } from './destinations.ts';
import type { PdfFile } from './file.ts';
import type { BookFont, FontBook } from './fontBook.ts';
import { paintText } from './paintText.ts';
import { readsAsWritten } from './spacesBetweenLines.ts';
import type { StructureElement, StructureTree } from './structureTree.ts';
import { array, ascii, coarse, dict, name, num, type PdfValue, ref, text } from './values.ts';

/** What all pages of a file write to. */
export interface PdfParts {
  readonly file: PdfFile;
  /** The object of the page list. */
  readonly pages: number;
  readonly fonts: FontBook;
  readonly structure: StructureTree;
  readonly destinations: Destinations;
  /** Anchors that something leads to. */
  readonly used: Set<string>;
  /** Elements of the groups painted so far, by the id of the group. */
  readonly groups: Map<string, StructureElement>;
  readonly language: string;
}

/** What the marks being painted mean. */
type Reading =
  | { readonly kind: 'decoration' }
  /** Texts become elements of their own; the rest is decoration. */
  | { readonly kind: 'container'; readonly element: StructureElement }
  /** Texts belong to the element itself, as the words of a link do. */
  | { readonly kind: 'inline'; readonly element: StructureElement; readonly tag: string }
  /** Everything together is one picture; only links are something of their own. */
  | { readonly kind: 'figure'; readonly element: StructureElement };

const groupTags = {
  section: 'Sect',
  stage: 'Sect',
  step: 'Sect',
  lane: 'Div',
  card: 'Div',
  handoff: 'Figure',
  curve: 'Figure',
  overview: 'Figure',
  list: 'L',
  row: 'LI',
  label: 'Lbl',
  body: 'LBody',
} satisfies Record<Exclude<GroupRole, 'decoration'>, string>;

/** Parts of a document that have a name of their own in a reader's tree; cards and steps begin with theirs anyway. */
const namedRoles: ReadonlySet<GroupRole> = new Set(['section', 'stage', 'list']);

const textTags = { title: 'H1', heading: 'H2', subheading: 'H3', paragraph: 'P' } satisfies Record<TextRole, string>;

/** Paints one page; answers with the number of its object. */
export function paintPage(page: ScenePage, parts: PdfParts): number {
  const { file, structure, destinations, used, groups } = parts;
  const id = file.allocate();
  const stream = createContentStream(page.height);
  const fonts = new Map<string, BookFont>();
  const annotations: PdfValue[] = [];
  const marks: StructureElement[] = [];

  // What the marked content that is open now belongs to: neighbours share it, so that a page is not mostly brackets.
  let open: StructureElement | 'decoration' | null = null;
  const close = () => {
    if (open !== null) stream.raw('EMC');
    open = null;
  };
  const decorate = () => {
    if (open === 'decoration') return;
    close();
    stream.raw('/Artifact BMC');
    open = 'decoration';
  };
  const mark = (element: StructureElement, tag: string) => {
    if (open === element) return;
    close();
    stream.raw(`/${tag} <</MCID ${marks.length}>> BDC`);
    element.kids.push(num(marks.length));
    marks.push(element);
    open = element;
  };
  const markShape = (reading: Reading) =>
    reading.kind === 'figure' ? mark(reading.element, groupTags.curve) : decorate();

  const markText = (item: TextItem, reading: Reading) => {
    switch (reading.kind) {
      case 'decoration':
        return decorate();
      case 'figure':
        return mark(reading.element, groupTags.curve);
      case 'inline':
        return mark(reading.element, reading.tag);
      case 'container': {
        const tag = textTags[item.role];
        return mark(structure.element(tag, reading.element, { page: id, ...wording(item, parts.language) }), tag);
      }
      default:
        return reading satisfies never;
    }
  };

  const paint = (items: readonly SceneItem[], reading: Reading, view: View) => {
    for (const item of items) {
      switch (item.kind) {
        case 'rect':
          markShape(reading);
          stream.rect(item, item.radius ?? 0, item, view);
          break;
        case 'path':
          markShape(reading);
          stream.path(item.segments, item, view);
          break;
        case 'text':
          markText(item, reading);
          paintText({ height: page.height, stream, fontFor }, item, view);
          break;
        case 'anchor': {
          const [x, y] = toPage(page.height, view)(item.x, item.y);
          destinations.add(item.name, id, x, y);
          break;
        }
        case 'link':
          paint(item.items, linkTo(item, reading, view), view);
          break;
        case 'group': {
          const inner = insideView(view, item.view);
          paint(item.items, readingOf(item, reading, inner), inner);
          break;
        }
        default:
          item satisfies never;
      }
    }
  };

  const fontFor = (face: Face): BookFont => {
    const font = parts.fonts.font(face);
    fonts.set(font.resource, font);
    return font;
  };

  const readingOf = (item: GroupItem, around: Reading, view: View): Reading => {
    if (item.role === 'decoration') return { kind: 'decoration' };
    if (around.kind === 'figure') return around;
    const parent = (item.within === undefined ? undefined : groups.get(item.within)) ?? elementOf(around);
    const tag = groupTags[item.role];
    const isFigure = tag === 'Figure';
    const element = structure.element(tag, parent, {
      page: id,
      title: namedRoles.has(item.role) ? item.label : undefined,
      alt: isFigure ? item.label : undefined,
      box: isFigure ? itemsBox(item.items, toPage(page.height, view)) : undefined,
    });
    if (item.id !== undefined) groups.set(item.id, element);
    if (isFigure) return { kind: 'figure', element };
    return item.role === 'label' ? { kind: 'inline', element, tag } : { kind: 'container', element };
  };
  const elementOf = (reading: Reading) => (reading.kind === 'decoration' ? structure.document : reading.element);

  const linkTo = (item: LinkItem, around: Reading, view: View): Reading => {
    const element = structure.element('Link', elementOf(around), { page: id });
    const place = toPage(page.height, view);
    const annotation = file.allocate();
    const target =
      'anchor' in item.target
        ? { Dest: destinationName(item.target.anchor) }
        : { A: dict({ S: name('URI'), URI: ascii(encodeURI(cleanText(item.target.url)).replaceAll('%25', '%')) }) };
    if ('anchor' in item.target) used.add(item.target.anchor);
    const [left, top] = place(item.x, item.y);
    const [right, bottom] = place(item.x + item.width, item.y + item.height);
    file.set(
      annotation,
      dict({
        Subtype: name('Link'),
        Rect: array([left, bottom, right, top].map(coarse)),
        Border: '[0 0 0]',
        F: '4', // printed
        ...target,
        Contents: text(item.label),
        StructParent: num(structure.annotation(element)),
      }),
    );
    annotations.push(ref(annotation));
    element.kids.push(dict({ Type: name('OBJR'), Obj: ref(annotation), Pg: ref(id) }));
    return { kind: 'inline', element, tag: 'Link' };
  };

  paint(page.items, { kind: 'decoration' }, { x: 0, y: 0, scale: 1 });
  close();
  const content = file.addStream({}, stream.finish());
  return file.set(
    id,
    dict({
      Type: name('Page'),
      Parent: ref(parts.pages),
      MediaBox: array(['0', '0', num(page.width), num(page.height)]),
      Resources: dict({
        Font: dict(Object.fromEntries([...fonts.values()].map((font) => [font.resource, ref(font.id)]))),
      }),
      Contents: ref(content),
      StructParents: num(structure.page(marks)),
      Tabs: name('S'), // the tab key follows the structure, not the place on the page
      Annots: annotations.length === 0 ? undefined : array(annotations),
    }),
  );
}

/** What a reader would not make of the marks of a text by itself. */
function wording(item: TextItem, documentLanguage: string) {
  return {
    actualText: readsAsWritten(item) ? undefined : item.text,
    language: item.language === documentLanguage ? undefined : item.language,
  };
}
