import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Editor } from '../Editor.tsx';
import { Notice } from './Notice.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { Skeleton } from './Skeleton.tsx';

/** The map, or why it cannot be shown and what to do about it. */
export function Opened({ onRetry }: { readonly onRetry: () => void }) {
  const opening = useSession((session) => session.opening);
  switch (opening.status) {
    case 'loading':
      return <Skeleton />;
    case 'open':
      return <Editor />;
    case 'unreachable':
      return (
        <Notice
          title="The server cannot be reached"
          text="This map is not kept in this browser, so it cannot be shown without the server. The page goes on trying and opens the map as soon as it can."
        >
          <Button look="primary" onClick={onRetry}>
            Try now
          </Button>
        </Notice>
      );
    case 'refused':
      return <Refused why={opening.why} onRetry={onRetry} />;
    default:
      return opening satisfies never;
  }
}

interface RefusedProps {
  readonly why: 'unknown' | 'in-trash' | 'too-large' | 'rejected';
  readonly onRetry: () => void;
}

function Refused({ why, onRetry }: RefusedProps) {
  switch (why) {
    case 'unknown':
      return (
        <Notice
          title="There is no such map"
          text="The link may have been cut short, or the map was deleted for good. Ask whoever sent it for the link."
        />
      );
    case 'in-trash':
      return (
        <Notice
          title="This map is in the trash"
          text="Somebody deleted it. Everything on it is kept, and restoring it lets everybody in again."
        >
          <RestoreButton onRestored={onRetry} />
        </Notice>
      );
    case 'too-large':
      return (
        <Notice
          title="This is more than the server takes"
          text="The map, or the last thing added to it, is too large. What was saved before is kept on the server. What was added since is put aside in this browser when you open the map again."
        >
          <OpenAnewButton />
        </Notice>
      );
    case 'rejected':
      return (
        <Notice
          title="The server refused an edit from this page"
          text="What was saved before is kept on the server. What came after it is put aside in this browser when you open the map again."
        >
          <OpenAnewButton />
        </Notice>
      );
    default:
      return why satisfies never;
  }
}

/** Trying the same again would be refused again, for ever: the way on is the map as the server has it. */
function OpenAnewButton() {
  const session = useMapSession();
  return <Button onClick={() => void session.openAnew()}>Open the saved map</Button>;
}
