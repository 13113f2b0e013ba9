import type { ReactNode } from 'react';
import { onGridKey } from './gridKeys.ts';
import view from './View.module.css';

interface GridTableProps {
  readonly titles: readonly string[];
  /** The body. */
  readonly children: ReactNode;
}

/** A table of fields: arrows go from row to row, and its first column stays while the rest is scrolled. */
export const GridTable = ({ titles, children }: GridTableProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what has the focus; this hears their keys
  <div className={view.scroll} onKeyDown={onGridKey}>
    <table className={view.table}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  </div>
);
