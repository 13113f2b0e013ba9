import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { ShareCard } from './ShareCard.tsx';

export const ShareButton = () => (
  <Popover label="Share this map" trigger={<Button look="primary">Share</Button>}>
    <ShareCard />
  </Popover>
);
