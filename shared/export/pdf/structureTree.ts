import type { PdfFile } from './file.ts';
import { array, coarse, dict, name, num, type PdfValue, ref, text } from './values.ts';

/** One element of the tree that says what the marks on the pages mean, and in which order they are read. */
export interface StructureElement {
  readonly id: number;
  readonly kids: PdfValue[];
}

export interface ElementOptions {
  readonly title?: string | undefined;
  readonly alt?: string | undefined;
  readonly language?: string | undefined;
  /** The text in reading order, where marks on the page are in another: right-to-left and broken lines. */
  readonly actualText?: string | undefined;
  /** The page it stands on; needed by elements that hold marks. */
  readonly page?: number;
  /** Left, bottom, right, top on the page: readers want to know where a figure is. */
  readonly box?: readonly [number, number, number, number] | undefined;
}

export interface StructureTree {
  readonly root: number;
  readonly document: StructureElement;
  element(tag: string, parent: StructureElement, options: ElementOptions): StructureElement;
  /** The marks of one page, each with the element it belongs to; answers with the key for the page's /StructParents. */
  page(marks: readonly StructureElement[]): number;
  /** The key for an annotation's /StructParent. */
  annotation(element: StructureElement): number;
  finish(): void;
}

const isMark = (kid: PdfValue) => /^\d+$/.test(kid);

/** Starts the tree with its document element. */
export function createStructureTree(file: PdfFile): StructureTree {
  const root = file.allocate();
  const parents: PdfValue[] = [];
  const elements: { element: StructureElement; write: () => PdfValue }[] = [];

  const add = (tag: string, parent: number, options: ElementOptions): StructureElement => {
    const { title, alt, language, actualText, page, box } = options;
    const element: StructureElement = { id: file.allocate(), kids: [] };
    const optional = (value: string | undefined) => (value === undefined || value === '' ? undefined : text(value));
    const write = () =>
      dict({
        S: name(tag),
        P: ref(parent),
        // Marks are counted page by page; elements without any need no page.
        Pg: page === undefined || !element.kids.some(isMark) ? undefined : ref(page),
        T: optional(title),
        Alt: optional(alt),
        Lang: optional(language),
        ActualText: optional(actualText),
        A: box === undefined ? undefined : dict({ O: name('Layout'), BBox: array(box.map(coarse)) }),
        K: element.kids.length === 1 ? element.kids[0] : array(element.kids),
      });
    elements.push({ element, write });
    return element;
  };
  const document = add('Document', root, {});
  return {
    root,
    document,
    element(tag, parent, options) {
      const element = add(tag, parent.id, options);
      parent.kids.push(ref(element.id));
      return element;
    },
    page: (marks) => parents.push(array(marks.map(({ id }) => ref(id)))) - 1,
    annotation: ({ id }) => parents.push(ref(id)) - 1,
    finish() {
      for (const { element, write } of elements) file.set(element.id, write());
      const numbers = parents.map((value, key) => `${key} ${value}`);
      file.set(
        root,
        dict({
          Type: name('StructTreeRoot'),
          K: ref(document.id),
          ParentTree: ref(file.add(dict({ Nums: array(numbers) }))),
          ParentTreeNextKey: num(parents.length),
        }),
      );
    },
  };
}
