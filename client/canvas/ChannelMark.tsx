import { createElement } from 'react';
import styles from './Card.module.css';
import { channelIcon } from './channelIcon.ts';

/** How the customer is reached, as an icon; its words are its tooltip. */
export function ChannelMark({ channel }: { readonly channel: string }) {
  if (!channel) return null;
  return (
    <span className={styles.channel} title={channel} role="img" aria-label={`Channel: ${channel}`}>
      {createElement(channelIcon(channel), { size: 14, 'aria-hidden': true })}
    </span>
  );
}
