import { ChevronDown, List, Map as MapIcon } from 'lucide-react';
import { useMap } from '../session/SessionContext.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuChoice } from '../ui/Menu.tsx';
import { useMedia } from '../ui/useMedia.ts';
import styles from './ViewSwitch.module.css';
import { chooseView, preferView, useViewChoice, VIEW_LABELS, VIEWS, type ViewName } from './viewChoice.ts';

/** The views that make sense here: two maps are compared where there are two. */
function useViews() {
  const paired = useMap((map) => map.meta.counterpart !== '');
  return VIEWS.filter((view) => view !== 'compare' || paired);
}

/** Up to this width the names of all views would leave no room for the title of the map. */
const TIGHT = '(max-width: 1240px)';

/** In the bar: how to look at the map. */
export function ViewSwitch() {
  const views = useViews();
  const current = useViewChoice((choice) => choice.view);
  const tight = useMedia(TIGHT);
  if (tight) {
    return (
      <Menu
        trigger={
          <button type="button" className={styles.chosen} aria-label={`View: ${VIEW_LABELS[current]}`}>
            {VIEW_LABELS[current]}
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      >
        <ViewMenuChoice />
      </Menu>
    );
  }
  return (
    <nav className={styles.views} aria-label="Views">
      {views.map((view) => (
        <button
          key={view}
          type="button"
          className={styles.view}
          aria-current={view === current ? 'page' : undefined}
          onClick={() => chooseView(view)}
        >
          {VIEW_LABELS[view]}
        </button>
      ))}
    </nav>
  );
}

/** The same in a menu, where the bar has no room. */
export function ViewMenuChoice() {
  const views = useViews();
  const current = useViewChoice((choice) => choice.view);
  return (
    <MenuChoice
      heading="View"
      value={current}
      options={views.map((value) => ({ value, label: VIEW_LABELS[value] }))}
      onChange={choose}
    />
  );
}

const choose = (view: ViewName) => (view === 'map' || view === 'outline' ? preferView(view) : chooseView(view));

/** On a phone: from the outline to the map and back, by one tap. */
export function OutlineToggle() {
  const view = useViewChoice((choice) => choice.view);
  const to = view === 'outline' ? 'map' : 'outline';
  const Icon = to === 'map' ? MapIcon : List;
  return <IconButton label={VIEW_LABELS[to]} icon={<Icon size={18} aria-hidden />} onClick={() => preferView(to)} />;
}
