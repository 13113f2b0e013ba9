import { addPerson } from '../../shared/commands/addPerson.ts';
import { addPersona } from '../../shared/commands/addPersona.ts';
import { changeMap } from '../../shared/commands/changeMap.ts';
import { idOf } from '../../shared/model/ids.ts';
import { openDetails } from '../canvas/openDetails.ts';
import { wantField } from '../panels/details/fieldFocus.ts';
import { formatChoices } from '../panels/export/choices.ts';
import { openExport, openExportAs } from '../panels/export/exportDialogStore.ts';
import { openImport } from '../panels/import/importDialogStore.ts';
import { openShare } from '../panels/share/shareDialogStore.ts';
import { changeTemplate } from '../panels/topbar/changeTemplate.ts';
import { showCursors, useCursorChoice } from '../presence/cursorChoice.ts';
import { stopFollowing, useFollow } from '../presence/followStore.ts';
import { newId } from '../session/newId.ts';
import { mapPath, navigate } from '../ui/route.ts';
import { chooseTheme, THEMES, useTheme } from '../ui/theme.ts';
import { copyAsOther } from '../views/compare/copyAsOther.ts';
import { type Action, done } from './action.ts';
import { openPalette } from './openDialog.ts';

const THEME_WORDS = { system: 'as the system', light: 'light', dark: 'dark' } as const;

const whole: readonly Action[] = [
  {
    id: 'map.fields',
    label: 'Title, description and currency of the map',
    group: 'The map',
    keys: [', Shift+M'],
    needs: 'viewer',
    anywhere: true,
    also: 'rename people personas details',
    run() {
      openDetails(null);
      wantField('title');
      return true;
    },
  },
  {
    id: 'share',
    label: 'Share',
    group: 'The map',
    keys: [', R'],
    needs: 'viewer',
    anywhere: true,
    also: 'invite link people access embed qr code',
    run: () => done(openShare),
  },
  {
    id: 'export',
    label: 'Export',
    group: 'The map',
    keys: [', E'],
    needs: 'viewer',
    anywhere: true,
    also: 'download save file print',
    run: () => done(openExport),
  },
  ...formatChoices.map(
    ({ value, label, says }): Action => ({
      id: `export.${value}`,
      label: `Export as ${label}`,
      group: 'The map',
      keys: [],
      needs: 'viewer',
      anywhere: true,
      also: `download save file print ${says}`,
      run: () => done(() => openExportAs(value)),
    }),
  ),
  {
    id: 'import',
    label: 'Import onto this map',
    group: 'The map',
    keys: [', I'],
    needs: 'editor',
    anywhere: true,
    also: 'csv excel table upload file',
    run: () => done(openImport),
  },
  {
    id: 'template',
    label: 'Save as template, or no longer one',
    group: 'The map',
    keys: [', W'],
    needs: 'editor',
    anywhere: true,
    run: ({ canvas }) => done(() => changeTemplate(canvas.session)),
  },
  ...(['current', 'future'] as const).map(
    (state): Action => ({
      id: `state.${state}`,
      label: `This map shows the ${state} state`,
      group: 'The map',
      keys: [`, ${state === 'current' ? '0' : '1'}`],
      needs: 'editor',
      anywhere: true,
      also: state === 'current' ? 'as it is' : 'as it should be',
      can: ({ canvas }) => canvas.map().meta.state !== state,
      run: ({ canvas }) => done(() => canvas.session.run(changeMap, { state })),
    }),
  ),
  {
    id: 'copy.other',
    label: 'Copy as the other state, to compare the two',
    group: 'The map',
    keys: [', 2'],
    needs: 'editor',
    anywhere: true,
    also: 'future current',
    can: ({ canvas }) => canvas.map().meta.counterpart === '',
    run: ({ canvas }) => done(() => void copyAsOther(canvas.session)),
  },
  {
    id: 'open.other',
    label: 'Open the other state of this map',
    group: 'The map',
    keys: [', 3'],
    needs: 'viewer',
    anywhere: true,
    also: 'future current',
    can: ({ canvas }) => canvas.map().meta.counterpart !== '',
    run: ({ canvas }) => done(() => navigate(mapPath(canvas.map().meta.counterpart))),
  },
  {
    id: 'home',
    label: 'All maps',
    group: 'The map',
    keys: [', Z'],
    needs: 'viewer',
    anywhere: true,
    also: 'home start leave',
    run: () => done(() => navigate('/')),
  },
];

const people: readonly Action[] = [
  {
    id: 'persona.add',
    label: 'Add persona',
    group: 'Add',
    keys: [', Shift+P'],
    needs: 'editor',
    anywhere: true,
    also: 'customer kind',
    run({ canvas }) {
      const id = newId();
      const outcome = canvas.session.run(addPersona, { id: idOf(id), fields: { name: 'New persona' } });
      if (outcome.status === 'refused') return true;
      openDetails({ kind: 'persona', id });
      wantField('name');
      return true;
    },
  },
  {
    id: 'person.add',
    label: 'Add person who can own things',
    group: 'Add',
    keys: [', Shift+O'],
    needs: 'editor',
    anywhere: true,
    also: 'owner colleague',
    run({ canvas }) {
      const id = newId();
      const outcome = canvas.session.run(addPerson, { id: idOf(id), fields: { name: 'New person' } });
      if (outcome.status === 'refused') return true;
      openDetails({ kind: 'person', id });
      wantField('name');
      return true;
    },
  },
  {
    id: 'cursors',
    label: 'Show or hide where the others point',
    group: 'Together',
    keys: [', Q'],
    needs: 'viewer',
    anywhere: true,
    also: 'cursors people quiet',
    run: () => done(() => showCursors(!useCursorChoice.getState().shown)),
  },
  {
    id: 'follow.stop',
    label: 'Stop following',
    group: 'Together',
    keys: [', J'],
    needs: 'viewer',
    anywhere: true,
    can: () => useFollow.getState().target !== null,
    run: () => done(stopFollowing),
  },
  {
    id: 'theme',
    label: 'Choose the theme',
    group: 'Look',
    keys: [', Shift+T'],
    needs: 'viewer',
    anywhere: true,
    keyOnly: true,
    run: ({ spot }) => done(() => openPalette(spot, 'Theme')),
  },
  ...THEMES.map(
    (theme): Action => ({
      id: `theme.${theme}`,
      label: `Theme: ${THEME_WORDS[theme]}`,
      group: 'Look',
      keys: [],
      needs: 'viewer',
      anywhere: true,
      also: 'colours bright night mode',
      can: () => useTheme.getState().theme !== theme,
      run: () => done(() => chooseTheme(theme)),
    }),
  ),
];

/** What can be done with the map as a whole, and with who is on it. */
export const mapActions: readonly Action[] = [...whole, ...people];
