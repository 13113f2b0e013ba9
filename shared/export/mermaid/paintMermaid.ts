import { distinct } from '../../gaps/words.ts';
import { NOT_RATED } from '../../import/mermaid.ts';
import { emotionOf } from '../../model/emotion.ts';
import { outlineOf } from '../../model/outline.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';

/**
 * The map as a Mermaid user journey: stages as sections, steps as tasks scored from 1 (−2) to 5 (+2), and the departments
 * at work as actors. Mermaid knows no more of a journey than that.
 */
export function paintMermaid(map: MapSnapshot): string {
  const outline = outlineOf(map);
  const lines = ['journey', `    title ${escaped(map.meta.title) || 'Untitled map'}`];
  for (const { stage, steps } of outline.stages) {
    lines.push(`    section ${escaped(stage.title) || 'Stage'}`);
    for (const step of steps) {
      const feeling = emotionOf(step);
      const atWork = outline.departments.filter(({ id }) => outline.touchpointsIn(step.id, id).length > 0);
      const actors = distinct(atWork.map(({ title }) => escaped(title)).filter((title) => title !== ''));
      if (feeling === null) lines.push(`      ${NOT_RATED} the next score stands for nothing`);
      lines.push(
        `      ${escaped(step.title) || 'Step'}: ${(feeling ?? 0) + 3}${actors.length > 0 ? `: ${actors.join(', ')}` : ''}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Signs that mean something to Mermaid are written as its own codes. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[#:;,<>"{}%]/g, (sign) => `#${sign.charCodeAt(0)};`);
