import { breakFound, breaksSystem, isOpen } from './breaks.ts';
import type { Link } from './mapView.ts';
import type { GapRule } from './rule.ts';
import { department, listed, named } from './words.ts';

export const systemBreak: GapRule = {
  id: 'system-break',
  severity: 'low',
  title: 'Two departments, no system in common',
  why: 'Information that has to be typed again is information that gets lost (Hammer, “Reengineering Work: Don’t Automate, Obliterate”, 1990: capture it once, at the source).',
  find(view) {
    return view.links
      .filter((link) => isOpen(link) && breaksSystem(view, link))
      .map((link) => breakFound(link, messageOf(link)));
  },
};

const messageOf = ({ from, to }: Link): string =>
  `${named(from.touchpoint)} in ${department(from.department)} uses ${listed(from.touchpoint.systems)}, ${named(to.touchpoint)} in ${department(to.department)} uses ${listed(to.touchpoint.systems)}.`;
