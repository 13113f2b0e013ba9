import { keptMap } from '../../offline/keptMaps.ts';
import { SignInWay } from '../../people/SignInWay.tsx';
import { useMe } from '../../session/me.ts';
import type { WhyRefused } from '../../session/opening.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { AccessEnded } from './AccessEnded.tsx';
import { InTrash } from './InTrash.tsx';
import { Notice } from './Notice.tsx';

interface RefusedProps {
  readonly why: WhyRefused;
  readonly onRetry: () => void;
}

/** Why the server does not give this map to this page, told apart from having no network. */
export default function Refused({ why, onRetry }: RefusedProps) {
  const { mapId } = useMapSession();
  const me = useMe((state) => state.me.id);
  switch (why) {
    case 'unknown':
      // Here it was known, perhaps to somebody else.
      if (keptMap(mapId, me)) return <AccessEnded why="gone" onBack={onRetry} />;
      return (
        <Notice
          title="There is no such map"
          text="The link may have been cut short, the map was deleted for good, or it is not shared with you. Ask whoever sent it for a link."
        >
          <SignInWay />
        </Notice>
      );
    case 'gone':
    case 'access-ended':
      return <AccessEnded why={why} onBack={onRetry} />;
    case 'in-trash':
      return <InTrash onRetry={onRetry} />;
    case 'newer':
      return (
        <Notice
          title="This page is older than the map"
          text="The map was written by a newer version of Throughline than the one this page was loaded with. Nothing was changed. Load the page again to get the newer version."
        >
          <Button look="primary" onClick={() => location.reload()}>
            Load again
          </Button>
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
