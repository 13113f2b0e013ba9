import { nodeTextResources } from '../../../server/export/resources.ts';
import type { SceneDocument, SceneItem, TextItem } from '../../../shared/export/scene.ts';
import { createTextEngine, type TextEngine } from '../../../shared/text/engine.ts';

/** One engine for the tests of a file: opening fonts takes longer than most tests. */
export const openTestEngine = (): Promise<TextEngine> => createTextEngine(nodeTextResources());

/** A text on one line at a place. */
export function textAt(engine: TextEngine, text: string, x = 20, y = 40, more: Partial<TextItem> = {}): TextItem {
  const line = engine.setLine(text, { size: more.size ?? 12, weight: 400, language: more.language ?? '' });
  return {
    kind: 'text',
    role: 'paragraph',
    text,
    language: '',
    size: 12,
    color: '#1c2024',
    lines: [{ x, y, line }],
    ...more,
  };
}

/** A document of one page with these items, read aloud in this order. */
export function documentOf(items: readonly SceneItem[], more: Partial<SceneDocument> = {}): SceneDocument {
  const group: SceneItem = { kind: 'group', role: 'section', items };
  return {
    title: 'Test',
    language: 'en',
    pages: [{ width: 400, height: 300, items: [group] }],
    outline: [],
    ...more,
  };
}
