import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Place } from '../../shared/model/records.ts';
import { channelsOn } from '../panels/details/fields/suggestions.ts';
import { useMapSession } from '../session/SessionContext.tsx';
import { lateModule } from '../ui/lateModule.ts';
import { suggestNames, type Tag, tagAt } from './tagAt.ts';

interface CaptureFieldProps {
  /** The new touchpoint. */
  readonly id: string;
  /** Takes lines that were pasted into the empty title, and where it stood: it has been left and is gone by then. */
  readonly onLines: (text: string, place: Place) => void;
  readonly children: ReactNode;
}

const useParts = lateModule(() => import('./SuggestedNames.tsx'));

/**
 * Around the title of a new card: offers names while @ or # is typed, and takes pasted lines as cards. Enter and Tab
 * stay what they are, unless a name has been chosen with the arrows.
 */
export function CaptureField({ id, onLines, children }: CaptureFieldProps) {
  const { store } = useMapSession();
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [tag, setTag] = useState<Tag | null>(null);
  const [active, setActive] = useState(-1);
  const names = tag ? suggestNames(namesFor(store.getState().map, tag.sign), tag.typed) : [];

  const shown = names.length > 0;
  const parts = useParts(shown);
  // The field is not ours, but what it controls is.
  useEffect(() => {
    const field = fieldIn(frame.current);
    field?.setAttribute('aria-autocomplete', 'list');
    if (shown) field?.setAttribute('aria-controls', listId);
    else field?.removeAttribute('aria-controls');
    if (shown && active >= 0) field?.setAttribute('aria-activedescendant', `${listId}-${active}`);
    else field?.removeAttribute('aria-activedescendant');
  }, [shown, active, listId]);

  const read = () => {
    const field = fieldIn(frame.current);
    const next = field && tagAt(field.value, field.selectionStart);
    if (next?.at !== tag?.at || next?.typed !== tag?.typed) setActive(-1);
    setTag(next ?? null);
  };
  const choose = (name: string | undefined) => {
    const field = fieldIn(frame.current);
    if (!field || !tag || name === undefined) return;
    field.setRangeText(`${tag.sign}${name} `, tag.at, tag.at + 1 + tag.typed.length, 'end');
    // The text of the map follows the field's own events.
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    setTag(null);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!shown || event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setActive(active < 0 && by < 0 ? names.length - 1 : (active + by + names.length) % names.length);
    else if (event.key === 'Escape') setTag(null);
    else if (active >= 0 && (event.key === 'Enter' || event.key === 'Tab')) choose(names[active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const field = fieldIn(frame.current);
    const place = store.getState().map.touchpoints.get(id)?.place;
    if (!place || !/\S[^\S\n]*\r?\n\s*\S/.test(text) || field?.value.trim() !== '') return;
    event.preventDefault();
    event.stopPropagation();
    // The empty card goes as it came; the lines make their own.
    field.blur();
    onLines(text, place);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the field inside */}
      <div
        ref={frame}
        onInput={read}
        onSelect={read}
        onKeyDownCapture={onKeyDown}
        onPasteCapture={onPaste}
        onBlur={() => setTag(null)}
      >
        {children}
      </div>
      {parts && shown && (
        <parts.SuggestedNames
          id={listId}
          label={tag?.sign === '#' ? 'Channels' : 'People'}
          frame={frame}
          names={names}
          active={active}
          onActivate={setActive}
          onChoose={choose}
        />
      )}
    </>
  );
}

const fieldIn = (frame: HTMLElement | null) => frame?.querySelector('textarea') ?? null;

const namesFor = (map: Parameters<typeof channelsOn>[0], sign: Tag['sign']): readonly string[] =>
  sign === '#' ? channelsOn(map) : map.people.list.map(({ name }) => name);
